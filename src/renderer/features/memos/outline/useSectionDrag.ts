import { useState, type DragEvent } from 'react';
import { sectionEnd, type OutlineHeading } from '../../../editor/outline/sections';

const DRAGGED = 'application/x-commonplace-section';

/** Key of the heading whose row an event is at. */
export function keyAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset['key'] ?? null;
}

/** Dragging a section to a gap between the rows of the outline. */
export function useSectionDrag(
  headings: readonly OutlineHeading[],
  onMove: (key: string, beforeKey: string | null) => void,
) {
  const [dragged, setDragged] = useState<string | null>(null);
  /** Index of the heading a drop would come before; their number for the end. */
  const [gap, setGap] = useState<number | null>(null);
  const end = () => {
    setDragged(null);
    setGap(null);
  };
  const gapAt = (event: DragEvent): number => {
    const row = (event.target as Element).closest<HTMLElement>('[data-key]');
    if (!row) return headings.length;
    const index = headings.findIndex(({ key }) => key === row.dataset['key']);
    const { top, height } = row.getBoundingClientRect();
    if (event.clientY <= top + height / 2) return index;
    // What is folded away under the row is passed over.
    return row.getAttribute('aria-expanded') === 'false' ? sectionEnd(headings, index) : index + 1;
  };
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const key = keyAt(event.target);
      if (!key) return;
      event.dataTransfer.setData(DRAGGED, key);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(key);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setGap(gapAt(event));
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGap(null);
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      onMove(dragged, headings[gapAt(event)]?.key ?? null);
      end();
    },
    onDragEnd: end,
  };
  return { dragged, gap, handlers };
}

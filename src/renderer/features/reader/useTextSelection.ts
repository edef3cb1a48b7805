import { useCallback, useEffect, useState, type RefObject } from 'react';
import { selectedOffsets, type OffsetRange } from './selection';

/** Room for what is placed beside a selection, px. */
const BESIDE_HEIGHT = 44;

export interface TextSelection extends OffsetRange {
  /** Where something beside it goes: px inside the parent of the text. */
  beside: { top: number; left: number };
}

/** Above the selection, or below it where there is no room. */
function placeBeside(text: HTMLElement, selected: DOMRect): TextSelection['beside'] {
  const page = text.parentElement;
  const origin = page?.getBoundingClientRect();
  const scroller = page?.parentElement?.getBoundingClientRect();
  if (!origin || !scroller) return { top: 0, left: 0 };
  const above = selected.top - BESIDE_HEIGHT;
  const top = above < scroller.top ? selected.bottom + 8 : above;
  return { top: top - origin.top, left: Math.max(8, selected.left - origin.left) };
}

/** What the user has selected in a snapshot's text, once they have finished selecting; and how to let go of it. */
export function useTextSelection(root: RefObject<HTMLElement | null>): [TextSelection | null, () => void] {
  const [selection, setSelection] = useState<TextSelection | null>(null);

  useEffect(() => {
    let pressed = false;
    const read = () => {
      const current = document.getSelection();
      const element = root.current;
      if (!element || !current || current.rangeCount === 0 || pressed) return setSelection(null);
      const range = current.getRangeAt(0);
      const offsets = selectedOffsets(element, range);
      setSelection(offsets && { ...offsets, beside: placeBeside(element, range.getBoundingClientRect()) });
    };
    const onPress = (event: PointerEvent) => {
      pressed = root.current?.contains(event.target as Node) ?? false;
    };
    const onRelease = () => {
      pressed = false;
      // subtle: the browser drops a selection that was clicked into only after this event.
      requestAnimationFrame(read);
    };
    const onChange = () => {
      // Typing in the margin moves the document's selection too; that is none of ours.
      if (document.activeElement?.closest('input, textarea, [contenteditable]')) return;
      read();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('pointerup', onRelease);
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('pointerup', onRelease);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [root]);

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelection(null);
  }, []);
  return [selection, clear];
}

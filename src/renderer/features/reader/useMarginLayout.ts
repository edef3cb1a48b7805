import { useLayoutEffect, useState, type RefObject } from 'react';
import { drawnRuns, runAt } from './selection';
import { stack } from './stack';

export interface MarginEntry {
  id: string;
  /** Offset of the line it belongs to. */
  start: number;
}

/** From the top of an item to the top of its first line, less what a line of the text is taller. */
const HEAD_PX = 6;

/**
 * Where margin items stand, in px from the top of the margin, whose parent also holds the text: measured after every
 * change of the text's or an item's size. Items are the elements with `data-margin-item` (their id).
 */
export function useMarginLayout(
  margin: RefObject<HTMLElement | null>,
  entries: readonly MarginEntry[],
  chosen: string | undefined,
): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const column = margin.current;
    const element = column?.parentElement;
    if (!column || !element) return;
    const items = [...element.querySelectorAll<HTMLElement>('[data-margin-item]')];
    const place = () => {
      const origin = column.getBoundingClientRect().top + HEAD_PX;
      const runs = drawnRuns(element);
      const starts = new Map(entries.map(({ id, start }) => [id, start]));
      const measured = items.map((item) => {
        const id = item.dataset['marginItem'] ?? '';
        const run = runAt(runs, starts.get(id) ?? 0);
        const wish = run ? run.getBoundingClientRect().top - origin : 0;
        return { id, wish, height: item.offsetHeight };
      });
      setTops(stack(measured, chosen));
    };
    const observer = new ResizeObserver(place);
    observer.observe(element);
    for (const item of items) observer.observe(item);
    place();
    return () => observer.disconnect();
  }, [margin, entries, chosen]);
  return tops;
}

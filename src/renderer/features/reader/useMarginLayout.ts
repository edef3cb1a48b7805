import { useLayoutEffect, useState, type RefObject } from 'react';
import { drawnRuns, runAt } from './selection';
import { stack } from '../../ui/stack';

export interface MarginEntry {
  id: string;
  /** Offset of the line it belongs to. */
  start: number;
}

/** From the top of an item to the top of its first line, less what a line of the text is taller. */
const HEAD_PX = 6;

/** Where the line of an entry is, px from the top of the window; null where it is not shown. */
export type LineOf = (entry: MarginEntry) => number | null;

/** In a text that is drawn as runs: see selection.ts. */
function lineAmong(runs: readonly HTMLElement[]): LineOf {
  return ({ start }) => runAt(runs, start)?.getBoundingClientRect().top ?? null;
}

/**
 * Where margin items stand, in px from the top of the margin, whose parent also holds the text: measured after every
 * change of the text's or an item's size. Items are the elements with `data-margin-item` (their id).
 * @param lineOf says where lines are, if they are no runs of text; another function has everything measured again
 */
export function useMarginLayout(
  margin: RefObject<HTMLElement | null>,
  entries: readonly MarginEntry[],
  chosen: string | undefined,
  lineOf?: LineOf,
): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const column = margin.current;
    const element = column?.parentElement;
    if (!column || !element) return;
    const items = [...element.querySelectorAll<HTMLElement>('[data-margin-item]')];
    const place = () => {
      const origin = column.getBoundingClientRect().top + HEAD_PX;
      const line = lineOf ?? lineAmong(drawnRuns(element));
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      const measured = items.map((item) => {
        const id = item.dataset['marginItem'] ?? '';
        const entry = byId.get(id);
        const top = entry ? line(entry) : null;
        return { id, wish: top === null ? 0 : top - origin, height: item.offsetHeight };
      });
      setTops(stack(measured, chosen));
    };
    const observer = new ResizeObserver(place);
    observer.observe(element);
    for (const item of items) observer.observe(item);
    place();
    return () => observer.disconnect();
  }, [margin, entries, chosen, lineOf]);
  return tops;
}

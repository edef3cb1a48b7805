import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Arrangement } from './geometry';
import { selectedBoxes } from './overlays';
import type { Places } from './Places';
import type { PageSelection } from './selection';
import type { PageSize } from './worker/messages';

/** Room for the toolbar, px. */
const BESIDE_HEIGHT = 44;

interface Setup {
  root: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  /** Null while nothing is selected, or still being selected. */
  selection: PageSelection | null;
  places: Places | null | undefined;
  pages: readonly PageSize[] | undefined;
  arrangement: Arrangement | null;
  scale: number;
  first: number;
  last: number;
}

interface Place {
  top: number;
  left: number;
}

/** Where the toolbar goes: above the first selected line in sight, or below the last where there is no room; px in the sheet. */
export function useToolbarPlace({ root, scroller, ...setup }: Setup): Place | null {
  const { selection, places, pages, arrangement, scale, first, last } = setup;
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const [element, room] = [root.current, scroller.current];
    if (!selection || !places || !pages || !arrangement || !element || !room) return setPlace(null);
    const seen: { top: number; bottom: number; left: number }[] = [];
    for (let page = first; page <= last; page += 1) {
      const left = element.offsetLeft + (arrangement.width - (pages[page]?.width ?? 0) * scale) / 2;
      const top = element.offsetTop + (arrangement.tops[page] ?? 0);
      for (const box of selectedBoxes(places, page, selection))
        seen.push({ top: top + box.top * scale, bottom: top + box.bottom * scale, left: left + box.left * scale });
    }
    const sheetTop = room.getBoundingClientRect().top - element.getBoundingClientRect().top + element.offsetTop;
    const from = seen.find(({ bottom }) => bottom > sheetTop) ?? seen[0];
    if (!from) return setPlace(null);
    const lowest = Math.min(
      Math.max(...seen.map(({ bottom }) => bottom)),
      sheetTop + room.clientHeight - BESIDE_HEIGHT,
    );
    const above = from.top - BESIDE_HEIGHT;
    setPlace({ top: above >= sheetTop ? above : lowest + 8, left: Math.max(8, from.left) });
  }, [root, scroller, selection, places, pages, arrangement, scale, first, last]);
  return place;
}

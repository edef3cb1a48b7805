import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { pageAt, type Arrangement } from './geometry';

/** Pages that are drawn, `first` to `last`, and the one that is read. */
export interface PagesInSight {
  first: number;
  last: number;
  current: number;
}

export interface PageScroll extends PagesInSight {
  /** Brings a place into sight. @param y px from the top of the page. @param above room to leave above it, as a share of the window's */
  goTo: (page: number, y?: number, above?: number) => void;
}

/** How far beyond the window pages are drawn, as a share of its height. */
const AHEAD = 0.75;

/**
 * Which pages are in sight. The place that is read stays where it is when the pages become larger or smaller.
 * @param root the pages; @param scroller what they are scrolled in
 */
export function usePageScroll(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  arrangement: Arrangement | null,
): PageScroll {
  const [sight, setSight] = useState<PagesInSight>({ first: 0, last: 0, current: 0 });
  /** The place at the top of the window: a page, and how much of it is above. */
  const seen = useRef({ page: 0, share: 0, inPages: false });

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || !arrangement) return;
    const top = element.scrollTop - originOf(scroller, root);
    const room = element.clientHeight;
    const page = pageAt(arrangement, top);
    const within = top - (arrangement.tops[page] ?? 0);
    seen.current = { page, share: within / Math.max(1, arrangement.heights[page] ?? 1), inPages: top > 0 };
    const next = {
      first: pageAt(arrangement, top - AHEAD * room),
      last: pageAt(arrangement, top + (1 + AHEAD) * room),
      current: pageAt(arrangement, top + room / 3),
    };
    setSight((now) =>
      now.first === next.first && now.last === next.last && now.current === next.current ? now : next,
    );
  }, [scroller, root, arrangement]);

  useLayoutEffect(() => {
    const { page, share, inPages } = seen.current;
    if (arrangement && inPages) {
      const top = originOf(scroller, root) + (arrangement.tops[page] ?? 0) + share * (arrangement.heights[page] ?? 0);
      scrollTo(scroller, top);
    }
    look();
  }, [arrangement, scroller, root, look]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, look]);

  const goTo = useCallback(
    (page: number, y = 0, above = 0) => {
      const element = scroller.current;
      if (!element || !arrangement) return;
      const top = originOf(scroller, root) + (arrangement.tops[page] ?? 0) + y;
      scrollTo(scroller, top - (above > 0 ? above * element.clientHeight : 8));
      look();
    },
    [scroller, root, arrangement, look],
  );
  return { ...sight, goTo };
}

type ElementRef = RefObject<HTMLElement | null>;

/** Where the first page begins in what is scrolled, px. */
function originOf({ current: scroller }: ElementRef, { current: root }: ElementRef): number {
  if (!scroller || !root) return 0;
  return root.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

function scrollTo({ current: scroller }: ElementRef, top: number): void {
  scroller?.scrollTo({ top });
}

import { useMemo, useRef, useEffect, type RefObject } from 'react';
import type { TextRange } from '../../../shared/search/types';
import { hitsIn } from '../find/FindSession';
import type { FindTarget } from '../find/FindTarget';
import { drawnRuns, rangeOf, startOf } from '../reader/selection';
import type { Places } from './Places';
import type { PageSelection } from './selection';

interface Setup {
  text: string;
  places: Places | null | undefined;
  current: number;
  selection: PageSelection | null;
  /** Brings a passage into sight. */
  show: (start: number, end: number) => void;
  select: (selection: PageSelection) => void;
}

/** A snapshot's text for finding in it on the pages: hits are marked in the words over the pages' pictures. */
export function usePagesFind(root: RefObject<HTMLElement | null>, setup: Setup): FindTarget {
  const latest = useRef(setup);
  useEffect(() => {
    latest.current = setup;
  });
  const { text } = setup;
  return useMemo((): FindTarget => {
    /** subtle: in the order of the text, which is not that of the pages where a footnote stands before what follows it overleaf. */
    const runs = () => (root.current ? drawnRuns(root.current).sort((a, b) => startOf(a) - startOf(b)) : []);
    return {
      readText: () => text,
      onScreen: (hits) => {
        const drawn = runs();
        const last = drawn.at(-1);
        if (!drawn[0] || !last) return [];
        const part: TextRange = [startOf(drawn[0]), startOf(last) + (last.textContent ?? '').length];
        return hitsIn(hits, part).flatMap((hit) => {
          const range = rangeOf(drawn, ...hit);
          return range ? { hit, range } : [];
        });
      },
      selection: () => {
        const { selection } = latest.current;
        return selection?.kind === 'passage' ? [selection.start, selection.end] : null;
      },
      firstOnScreen: () => latest.current.places?.startOf(latest.current.current) ?? 0,
      reveal: ([start, end]) => latest.current.show(start, end),
      leaveFor: (hit) => {
        root.current?.focus({ preventScroll: true });
        if (!hit) return;
        latest.current.select({ kind: 'passage', start: hit[0], end: hit[1] });
        latest.current.show(...hit);
      },
    };
  }, [text, root]);
}

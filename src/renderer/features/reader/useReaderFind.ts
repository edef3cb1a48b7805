import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { Snapshot } from '../../../shared/domain/sources';
import { trimRange } from '../../../shared/anchoring';
import type { TextRange } from '../../../shared/search/types';
import { hitsIn } from '../find/FindSession';
import { scrollToRange, type FindTarget } from '../find/FindTarget';
import { drawnRuns, rangeOf, runsOnScreen, selectedOffsets, startOf, type OffsetRange } from './selection';

/** A snapshot's text for finding in it; and the hit it was led to, which has to be drawn. */
export function useReaderFind(
  { text }: Snapshot,
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): { target: FindTarget; sought: OffsetRange | undefined } {
  const [sought, setSought] = useState<OffsetRange>();
  useLayoutEffect(() => {
    if (!sought || !root.current || !scroller.current) return;
    const range = rangeOf(drawnRuns(root.current), sought.start, sought.end);
    if (range) scrollToRange(scroller.current, range);
  }, [sought, root, scroller]);

  const target = useMemo((): FindTarget => {
    const runsHere = () => (root.current && scroller.current ? runsOnScreen(root.current, scroller.current) : []);
    /** White space between blocks is not drawn. */
    const rangeAmong = (runs: readonly HTMLElement[], hit: TextRange) => {
      const [start, end] = trimRange(text, ...hit);
      return start < end ? rangeOf(runs, start, end) : null;
    };
    return {
      readText: () => text,
      onScreen: (hits) => {
        const runs = runsHere();
        const [first, last] = [runs[0], runs.at(-1)];
        if (!first || !last) return [];
        const part: TextRange = [startOf(first), startOf(last) + (last.textContent ?? '').length];
        return hitsIn(hits, part).flatMap((hit) => {
          const range = rangeAmong(runs, hit);
          return range ? { hit, range } : [];
        });
      },
      selection: () => {
        const selection = document.getSelection();
        const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
        const selected = range && root.current && selectedOffsets(root.current, range);
        return selected && [selected.start, selected.end];
      },
      firstOnScreen: () => {
        const [first] = runsHere();
        return first ? startOf(first) : 0;
      },
      reveal: (hit) => {
        const [start, end] = trimRange(text, ...hit);
        setSought({ start, end });
      },
      leaveFor: (hit) => {
        const range = hit && root.current && rangeAmong(drawnRuns(root.current), hit);
        root.current?.focus({ preventScroll: true });
        if (!range || !scroller.current) return;
        document
          .getSelection()
          ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
        scrollToRange(scroller.current, range);
      },
    };
  }, [text, root, scroller]);
  return { target, sought };
}

import { useLayoutEffect, type RefObject } from 'react';
import type { TextRange } from '../../../shared/search/types';
import { markRanges } from '../../ui/marks';
import { drawnRuns, rangeOf } from './selection';

const none: readonly TextRange[] = [];

/**
 * Marks words of the text that were looked for, as `::highlight(words)` of reader.module.css.
 * @param drawn changes whenever the text around the words is drawn again
 */
export function useMarkedWords(
  root: RefObject<HTMLElement | null>,
  words: readonly TextRange[] = none,
  drawn: unknown,
): void {
  useLayoutEffect(() => {
    if (!root.current || words.length === 0) return;
    const runs = drawnRuns(root.current);
    return markRanges(
      'words',
      words.flatMap(([start, end]) => rangeOf(runs, start, end) ?? []),
    );
  }, [root, words, drawn]);
}

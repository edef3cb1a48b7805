import { useLayoutEffect, type RefObject } from 'react';
import type { TextRange } from '../../../shared/search/types';
import { drawnRuns, rangeOf } from './selection';

const NAME = 'words';
const none: readonly TextRange[] = [];

/**
 * Marks words of the text that were looked for, as `::highlight(words)` of reader.module.css: the text's own elements stay as
 * they are. Two readers may stand side by side, so each adds its own to the one highlight and takes them out again.
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
    const ranges = words.flatMap(([start, end]) => rangeOf(runs, start, end) ?? []);
    const marked = CSS.highlights.get(NAME) ?? new Highlight();
    CSS.highlights.set(NAME, marked);
    for (const range of ranges) marked.add(range);
    return () => {
      for (const range of ranges) marked.delete(range);
    };
  }, [root, words, drawn]);
}

import type { PrintedPage, PrintedWord } from '../../../shared/pdf/places';
import type { Places } from './Places';

/** Whole words of the pages: those of the snapshot, or others of one page. */
export type PageSelection =
  | { kind: 'passage'; start: number; end: number }
  /** Words that the snapshot does not have: running heads, page numbers. Indices into the page's words. */
  | { kind: 'outside'; page: number; words: number[]; text: string };

/** Where a selection begins: a word of a page. */
export interface Anchor {
  page: number;
  word: number;
}

/** What words may be selected together with an anchor. */
export function fits(anchor: PrintedWord | undefined): (word: PrintedWord) => boolean {
  return (word) => (anchor?.range === null) === (word.range === null);
}

/** From one word to another, in whichever order; null where there is nothing between them. */
export function selectionBetween(places: Places, anchor: Anchor, focus: Anchor): PageSelection | null {
  const first = places.page(anchor.page).words[anchor.word];
  const last = places.page(focus.page).words[focus.word];
  if (!first || !last) return null;
  if (first.range && last.range) {
    const start = Math.min(first.range[0], last.range[0]);
    const end = Math.max(first.range[1], last.range[1]);
    return { kind: 'passage', start, end };
  }
  if (first.range || last.range || anchor.page !== focus.page) return null;
  return outside(places.page(anchor.page), anchor.page, [anchor.word, focus.word]);
}

function outside({ words }: PrintedPage, page: number, ends: readonly number[]): PageSelection {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const chosen = words.flatMap(({ range }, index) => (range === null && index >= from && index <= to ? [index] : []));
  return { kind: 'outside', page, words: chosen, text: chosen.map((index) => words[index]?.text ?? '').join(' ') };
}

/** The words of a selection, as they are copied. */
export function textOf(selection: PageSelection, snapshot: string): string {
  return selection.kind === 'passage' ? snapshot.slice(selection.start, selection.end) : selection.text;
}

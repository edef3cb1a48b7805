import { findQuotation } from '../anchoring';
import type { TextRange } from '../search/types';
import type { PdfWord } from './assemble';
import type { Box, PdfMark } from './content';
import type { PdfLayout } from './layout';

/** Words that may stand between two marked ones in the text without being marked: a footnote, say. */
const longestGap = 40;

/**
 * The passage under marks on a page, in offsets of the layout's text, as whole words; null where no text is under them.
 * Which words are marked is seen by their places, which are right to about half a character; the words that pdf.js read off
 * the page correct that.
 */
export function markedRange({ text, words }: PdfLayout, page: number, mark: PdfMark): TextRange | null {
  const under = words.filter((word) => word.page === page && mark.boxes.some((box) => isUnder(word, box)));
  const [first, last] = longestRun(words, under);
  if (!first || !last) return null;
  const seen: TextRange = [first.start, last.end];
  if (mark.words === '') return seen;
  const from = Math.max(0, first.start - 80);
  const places = findQuotation(text.slice(from, last.end + 80), mark.words);
  const near = places.find(([start, end]) => from + start < last.end && from + end > first.start);
  return near ? wholeWords(words, [from + near[0], from + near[1]]) : seen;
}

/** A range widened to the words of which it covers half, narrowed by those of which it covers less. */
function wholeWords(words: readonly PdfWord[], [start, end]: TextRange): TextRange {
  const covered = words.filter(
    (word) => 2 * (Math.min(word.end, end) - Math.max(word.start, start)) >= word.end - word.start,
  );
  const [first, last] = [covered[0], covered.at(-1)];
  return first && last ? [first.start, last.end] : [start, end];
}

function isUnder(word: PdfWord, { left, right, top, bottom }: Box): boolean {
  const middle = (word.top + word.bottom) / 2;
  const shared = Math.min(word.right, right) - Math.max(word.left, left);
  return middle > top && middle < bottom && shared >= 0.5 * (word.right - word.left) && word.right > word.left;
}

/** The first and last of the most marked words that follow one another. */
function longestRun(words: readonly PdfWord[], marked: readonly PdfWord[]): [PdfWord?, PdfWord?] {
  const places = new Map(words.map((word, index) => [word, index]));
  let best: PdfWord[] = [];
  let run: PdfWord[] = [];
  for (const word of marked) {
    const last = run.at(-1);
    if (last && (places.get(word) ?? 0) - (places.get(last) ?? 0) > longestGap) run = [];
    run.push(word);
    if (run.length > best.length) best = run;
  }
  return [best[0], best.at(-1)];
}

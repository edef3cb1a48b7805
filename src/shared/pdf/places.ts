import { diffArrays } from 'diff';
import type { PdfWord } from './assemble';
import { turnedBack, type Box, type PdfContent, type PdfPage } from './content';
import { advances } from './glyph-widths';
import { layOut } from './layout';
import { wordsOf } from './words';

/** A word where it is printed, in the coordinates of its page as displayed, and where it stands in a snapshot. */
export interface PrintedWord extends Box {
  /** As it stands in the snapshot, or as it is printed where it is not in it. */
  text: string;
  /** Offsets in the snapshot's text, UTF-16 code units; null for running heads, page numbers and the like. */
  range: [start: number, end: number] | null;
  rtl: boolean;
}

/** The words of one page: those of the snapshot in its order, then the others. */
export interface PrintedPage {
  /** Clockwise quarter turns that bring its text upright. */
  turn: PdfPage['turn'];
  words: PrintedWord[];
}

/** Texts that differ in more words than this are taken for different texts. */
const mostEdits = 2000;

/**
 * Where the words of a snapshot are printed on the pages it was read from. The same content gives the words the snapshot was
 * made of; one that an older version of Commonplace laid out otherwise is compared with them word by word. Pure.
 */
export function printedPages(content: PdfContent, snapshot: string): PrintedPage[] {
  const { text, words } = layOut(content);
  const place = text === snapshot ? (range: Range): Range => range : alignment(text, snapshot);
  const onPage: PdfWord[][] = content.pages.map(() => []);
  for (const word of words) onPage[word.page]?.push(word);
  return content.pages.map((page, index) => {
    const own = onPage[index] ?? [];
    const known = new Set(own.map(keyOf));
    const placed = own.map((word): PrintedWord => {
      const range = place([word.start, word.end]);
      const words = range ? snapshot.slice(...range) : text.slice(word.start, word.end);
      return { ...turnedBack(word, page), text: words, range, rtl: word.rtl };
    });
    const others = wordsOf(page, index)
      .filter((word) => !known.has(keyOf(word)))
      .map((word): PrintedWord => ({
        ...turnedBack(word, page),
        text: word.text,
        range: null,
        rtl: word.script === 'rtl',
      }));
    return {
      turn: page.turn,
      words: [...placed.filter(({ range }) => range), ...others, ...placed.filter(({ range }) => !range)],
    };
  });
}

type Range = [start: number, end: number];

function keyOf({ left, top, right }: Box): string {
  return `${left} ${top} ${right}`;
}

/** Leads from offsets of words in one text to the same words in another; to null where the other does not have them. */
function alignment(from: string, to: string): (range: Range) => Range | null {
  const before = [...from.matchAll(/\S+/gu)];
  const after = [...to.matchAll(/\S+/gu)];
  const changes = diffArrays(
    before.map(([word]) => word),
    after.map(([word]) => word),
    { maxEditLength: mostEdits },
  );
  /** By place of a token in `from`: how far its counterpart is from it. */
  const shifts = new Map<number, number>();
  const starts: number[] = before.map(({ index }) => index);
  let [at, other] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (added) other += count;
    else if (removed) at += count;
    else
      for (let step = 0; step < count; step += 1, at += 1, other += 1)
        shifts.set(starts[at] ?? 0, (after[other]?.index ?? 0) - (starts[at] ?? 0));
  }
  return ([start, end]) => {
    const shift = shifts.get(starts[tokenAt(starts, start)] ?? -1);
    return shift === undefined ? null : [start + shift, end + shift];
  };
}

/** The last of ascending starts that is not after an offset. */
function tokenAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a passage of the snapshot covers on a page: a box a line, for words that follow one another. */
export function boxesOfPassage({ turn, words }: PrintedPage, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  const upright = turn === 0 || turn === 2;
  for (const word of words) {
    if (!word.range || word.range[1] <= start || word.range[0] >= end) continue;
    const box = partOf(word, turn, start, end);
    const last = boxes.at(-1);
    if (last && follows(last, box, upright)) {
      last.left = Math.min(last.left, box.left);
      last.right = Math.max(last.right, box.right);
      last.top = Math.min(last.top, box.top);
      last.bottom = Math.max(last.bottom, box.bottom);
    } else boxes.push({ ...box });
  }
  return boxes;
}

/** The part of a word's box that a passage covers which begins or ends inside it. */
function partOf(word: PrintedWord, turn: PdfPage['turn'], start: number, end: number): Box {
  const { left, top, right, bottom, text, range, rtl } = word;
  const box = { left, top, right, bottom };
  if (!range || (start <= range[0] && end >= range[1])) return box;
  const shares = advances(text);
  let from = shares[Math.max(0, start - range[0])] ?? 0;
  let to = shares[Math.min(text.length, end - range[0])] ?? 1;
  // Text turned upside down or to the left runs against the coordinates of its page.
  if (rtl !== (turn === 1 || turn === 2)) [from, to] = [1 - to, 1 - from];
  if (turn === 0 || turn === 2)
    return { ...box, left: left + from * (right - left), right: left + to * (right - left) };
  return { ...box, top: top + from * (bottom - top), bottom: top + to * (bottom - top) };
}

/** Whether a box goes on where another one ends, on the same line. */
function follows(last: Box, box: Box, upright: boolean): boolean {
  const [a, b] = upright ? [last, box] : [sideways(last), sideways(box)];
  const height = Math.min(a.bottom - a.top, b.bottom - b.top);
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return shared > 0.5 * height && gap < 1.5 * height;
}

function sideways({ left, top, right, bottom }: Box): Box {
  return { left: top, right: bottom, top: left, bottom: right };
}

import { heaviest, isRtl } from './rows';
import type { Word } from './words';

/** At least so many lines side by side make columns. */
const fewestLines = 5;
/** A page is cut into so many parts at most: newspapers have eight columns, malice has more. */
const deepest = 4;
/** Edges tried for a strip, the most shared first: so that no page takes for ever. */
const mostEdges = 24;

interface Band {
  top: number;
  bottom: number;
}

/**
 * The words of a page in parts that are one column wide, in reading order. Columns are found by what lies between them: an
 * upright strip that no word crosses for several lines, with text that fills the lines on both sides. What crosses the
 * strip, such as a title above two columns, parts the columns above it from those below.
 */
export function columnsOf(words: readonly Word[], depth = 0): Word[][] {
  const gutter = depth < deepest ? findGutter(words) : null;
  if (!gutter) return words.length > 0 ? [[...words]] : [];
  const parts: Word[][] = [];
  let whole: Word[] = [];
  const flush = () => {
    if (whole.length > 0) parts.push(...columnsOf(whole, deepest));
    whole = [];
  };
  const rtl = isRtl(words);
  for (const [band, inBand] of byBand(words, gutter.bands)) {
    if (!band) {
      whole.push(...inBand);
      continue;
    }
    flush();
    const left = inBand.filter((word) => word.right <= gutter.right);
    const right = inBand.filter((word) => word.right > gutter.right);
    for (const side of rtl ? [right, left] : [left, right]) parts.push(...columnsOf(side, depth + 1));
  }
  flush();
  return parts;
}

interface Gutter {
  left: number;
  right: number;
  /** Stretches of the page that it parts. */
  bands: Band[];
}

/** The strip that most lines keep free. */
function findGutter(words: readonly Word[]): Gutter | null {
  const size = heaviest(words, (word) => Math.round(word.size)) ?? 0;
  const width = 0.7 * size;
  let best: Gutter | null = null;
  let most = 0;
  for (const right of edges(words, width)) {
    const gutter = { left: right - width, right };
    const bands = bandsOf(words, gutter, size);
    const lines = bands.reduce((sum, band) => sum + band.lines, 0);
    if (lines > most) {
      most = lines;
      best = { ...gutter, bands };
    }
  }
  return best;
}

/** Where a strip may end: left edges that many lines share, and places just right of right edges that many share. */
function edges(words: readonly Word[], width: number): number[] {
  const shared = (of: (word: Word) => number) => {
    const counts = new Map<number, number>();
    for (const word of words) counts.set(Math.round(of(word)), (counts.get(Math.round(of(word))) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count >= fewestLines)
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostEdges);
  };
  return [
    ...shared((word) => word.left).map(([left]) => left - 0.5),
    ...shared((word) => word.right).map(([right]) => right + 0.5 + width),
  ];
}

/** The stretches in which text stands on both sides of a strip and none crosses it. */
function bandsOf(words: readonly Word[], { left, right }: { left: number; right: number }, size: number) {
  const before = words.filter((word) => word.right <= right);
  const after = words.filter((word) => word.left >= left);
  if (Math.min(before.length, after.length) < fewestLines) return [];
  const crossing = words
    .filter((word) => word.left < right && word.right > left && word.right - word.left > 1)
    .sort((a, b) => a.top - b.top);
  const bands: (Band & { lines: number })[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const next of [...crossing, { top: Number.POSITIVE_INFINITY, bottom: 0 }]) {
    const band = { top, bottom: next.top };
    top = Math.max(top, next.bottom);
    if (band.bottom - band.top < fewestLines * size) continue;
    const inside = [after, before].map((side) => side.filter((word) => isIn(word, band)));
    const lines = Math.min(...inside.map(textLines));
    if (lines >= fewestLines) bands.push({ ...boundsOf(inside.flat()), lines });
  }
  return bands;
}

/** Lines of running text among words: those that fill most of their column. Cells of a table do not. */
function textLines(words: readonly Word[]): number {
  if (words.length < 2 * fewestLines) return 0;
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const lines = new Map<number, { width: number; words: number }>();
  for (const word of words) {
    const line = Math.round(word.baseline / 3);
    const sum = lines.get(line) ?? { width: 0, words: 0 };
    sum.width += word.right - word.left;
    sum.words += 1;
    lines.set(line, sum);
  }
  const full = [...lines.values()].filter((line) => line.words > 1 && line.width > 0.55 * (right - left)).length;
  return full >= 0.5 * lines.size ? full : 0;
}

function boundsOf(words: readonly Word[]): Band {
  return { top: Math.min(...words.map((word) => word.top)), bottom: Math.max(...words.map((word) => word.bottom)) };
}

function isIn(word: Word, { top, bottom }: Band): boolean {
  const middle = (word.top + word.bottom) / 2;
  return middle > top && middle < bottom;
}

/** The words from top to bottom: those of each band together, those between bands without one. */
function byBand(words: readonly Word[], bands: readonly Band[]): [Band | null, Word[]][] {
  const parts: [Band | null, Word[]][] = [];
  let rest = [...words];
  for (const band of bands) {
    parts.push([null, rest.filter((word) => (word.top + word.bottom) / 2 <= band.top)]);
    parts.push([band, rest.filter((word) => isIn(word, band))]);
    rest = rest.filter((word) => (word.top + word.bottom) / 2 >= band.bottom);
  }
  return [...parts, [null, rest]];
}

import type { Box } from '../../../shared/pdf/content';
import type { PrintedWord } from '../../../shared/pdf/places';
import type { PageSize } from './worker/messages';

/** Pages one below the other, px from the top of the first one. */
export interface Arrangement {
  tops: number[];
  heights: number[];
  /** Of the widest page, px. */
  width: number;
  /** Of all of them, px. */
  height: number;
}

/** Between two pages, px. */
const GAP = 16;

/** @param scale px a point */
export function arrange(pages: readonly PageSize[], scale: number): Arrangement {
  const tops: number[] = [];
  let height = 0;
  const heights = pages.map((page) => page.height * scale);
  for (const own of heights) {
    tops.push(height);
    height += own + GAP;
  }
  const width = pages.reduce((most, page) => Math.max(most, page.width * scale), 0);
  return { tops, heights, width, height: Math.max(0, height - GAP) };
}

/** Index of the page that a height stands in, or of the one above it; 0 above the first. */
export function pageAt({ tops }: Arrangement, y: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A place on a page, points from its top left corner. */
export interface PagePoint {
  page: number;
  x: number;
  y: number;
}

/**
 * The word at a point, or the nearest one, as somebody means it who drags along lines: words of the same line come before those of
 * others. Its index, -1 for none.
 * @param within how far from a word the point may be, points
 */
export function wordAt(
  words: readonly PrintedWord[],
  { x, y }: { x: number; y: number },
  accept: (word: PrintedWord) => boolean,
  within = Number.POSITIVE_INFINITY,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, word] of words.entries()) {
    if (!accept(word)) continue;
    const across = outside(x, word.left, word.right);
    const down = outside(y, word.top, word.bottom);
    if (Math.max(across, down) > within) continue;
    const distance = across + 4 * down;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function outside(value: number, from: number, to: number): number {
  return Math.max(from - value, 0, value - to);
}

/** Where a word stands as CSS: lengths in points, to be multiplied with the scale. */
export function uprightBox({ left, top, right, bottom }: Box, turn: 0 | 1 | 2 | 3) {
  const [width, height] = [right - left, bottom - top];
  switch (turn) {
    case 1:
      return { x: left, y: bottom, width: height, height: width };
    case 2:
      return { x: right, y: bottom, width, height };
    case 3:
      return { x: right, y: top, width: height, height: width };
    default:
      return { x: left, y: top, width, height };
  }
}

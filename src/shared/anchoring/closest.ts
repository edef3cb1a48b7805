import search from 'approx-string-match';
import { editDistance } from '../search/distance';
import { isInsideWord } from '../search/tokens';
import type { TextRange } from '../search/types';
import { differences } from './differences';

/** A longer passage is found by its beginning and its end, each so long; UTF-16 code units of folded text. */
const wholeLength = 800;
const edgeLength = 300;
/** More errors than this share of its letters, and it is another passage. */
const mostErrors = 0.6;

/** The place of a folded text most like a folded passage (fewest letters put in, left out or replaced), as whole words. Null if nothing is like it. */
export function closestPlace(text: string, passage: string): TextRange | null {
  if (passage.length <= wholeLength) return best(text, passage);
  const head = best(text, passage.slice(0, edgeLength));
  if (head === null) return null;
  const [start, headEnd] = head;
  const tail = best(text.slice(headEnd), passage.slice(-edgeLength));
  return tail === null ? null : [start, headEnd + tail[1]];
}

function best(text: string, passage: string): TextRange | null {
  const [match] = search(text, passage, Math.floor(passage.length * mostErrors));
  if (match === undefined || match.end <= match.start) return null;
  let { start, end } = match;
  while (isInsideWord(text, start)) start -= 1;
  while (isInsideWord(text, end)) end += 1;
  while (start < end && text[start] === ' ') start += 1;
  while (start < end && text[end - 1] === ' ') end -= 1;
  return start < end ? [start, end] : null;
}

/** How much two folded passages have in common: 1 all, 0 nothing. Letter by letter; longer ones word by word. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer <= wholeLength) return 1 - edits(a, b, Math.floor(longer * mostEdits)) / longer;
  let common = 0;
  for (const { kind, text } of differences(a, b)) if (kind === 'same') common += text.length;
  return common / longer;
}

/** Passages that need more edits than this share of their letters have nothing in common. */
const mostEdits = 0.7;

/** The edit distance, or the length of the longer where it is above `most`. Looks for a small one first, which takes far less time. */
function edits(a: string, b: string, most: number): number {
  for (let limit = Math.max(8, 2 * Math.abs(a.length - b.length)); ; limit *= 4) {
    const within = Math.min(limit, most);
    const distance = editDistance(a, b, within);
    if (distance <= within) return distance;
    if (within === most) return Math.max(a.length, b.length);
  }
}

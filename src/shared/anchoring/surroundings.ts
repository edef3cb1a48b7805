import type { TextRange } from '../search/types';
import { foldTypography } from './typography';

/** What stands around a passage, folded and read away from it: `before` is back to front. */
export interface Surroundings {
  before: string;
  after: string;
}

/** So much text on each side tells a passage from its twins; folded UTF-16 code units, as in the stored selectors. */
export const contextLength = 64;
/** So much more is looked at where text may have been put in. */
const slack = 32;
/** Folded text may be shorter than it was. */
const unfolded = 2;

export function surroundingsOf(text: string, [start, end]: TextRange): Surroundings {
  return around(text, start, end, contextLength + slack);
}

function around(text: string, start: number, end: number, length: number): Surroundings {
  const before = foldTypography(text.slice(Math.max(0, start - unfolded * length), start)).trim();
  const after = foldTypography(text.slice(end, end + unfolded * length)).trim();
  return { before: backwards(before).slice(0, length), after: after.slice(0, length) };
}

/** By code units, so that doing it twice changes nothing. */
export function backwards(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at];
  return reversed;
}

/** How many letters of context a passage has: fewer where the text begins or ends near it. */
export function contextSize({ before, after }: Surroundings): number {
  return Math.min(contextLength, before.length) + Math.min(contextLength, after.length);
}

/** How many of the letters around one passage also stand around another, counted from the passage outwards. */
export function agreement(wanted: Surroundings, found: Surroundings): number {
  return (
    agreeing(wanted.before.slice(0, contextLength), found.before) +
    agreeing(wanted.after.slice(0, contextLength), found.after)
  );
}

let row = new Uint16Array(contextLength + slack + 1);
let next = new Uint16Array(contextLength + slack + 1);

/** Letters of `wanted` less the fewest edits that make it a beginning of `found`. */
function agreeing(wanted: string, found: string): number {
  const same = commonStart(wanted, found);
  return same + (same === wanted.length ? 0 : agreeingFrom(wanted.slice(same), found.slice(same)));
}

function agreeingFrom(wanted: string, found: string): number {
  for (let j = 0; j <= found.length; j++) row[j] = j;
  for (let i = 1; i <= wanted.length; i++) {
    const code = wanted.charCodeAt(i - 1);
    next[0] = i;
    for (let j = 1; j <= found.length; j++) {
      const replaced = row[j - 1]! + (code === found.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
    }
    [row, next] = [next, row];
  }
  let fewest = wanted.length;
  for (let j = 0; j <= found.length; j++) fewest = Math.min(fewest, row[j]!);
  return wanted.length - fewest;
}

/** Letters the same directly around both passages, without a gap: quick, for a first choice among many. */
export function sameAround(a: Surroundings, b: Surroundings): number {
  return commonStart(a.before, b.before) + commonStart(a.after, b.after);
}

function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/** Twins that agree so far around them are told apart by what stands farther off, up to here. */
const farLength = 4000;
/** A difference that may be chance. */
const chance = 16;

/** How far two texts agree around two passages on either side, far beyond the usual context. */
function reachAround(a: string, [aStart, aEnd]: TextRange, b: string, [bStart, bEnd]: TextRange): [number, number] {
  const one = around(a, aStart, aEnd, farLength);
  const other = around(b, bStart, bEnd, farLength);
  return [commonStart(one.before, other.before), commonStart(one.after, other.after)];
}

/**
 * Whether, of two passages of `text`, the first is surely the better twin of a passage of `model`: it agrees at least as far on both
 * sides, and farther on one. Farther on one side and less far on the other decides nothing.
 */
export function agreesFarther(
  model: string,
  place: TextRange,
  text: string,
  one: TextRange,
  other: TextRange,
): boolean {
  const [before, after] = reachAround(model, place, text, one);
  const [otherBefore, otherAfter] = reachAround(model, place, text, other);
  return before >= otherBefore && after >= otherAfter && before + after - otherBefore - otherAfter >= chance;
}

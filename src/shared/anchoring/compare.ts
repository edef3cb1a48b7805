import type { TextRange } from '../search/types';
import { differences, type Difference } from './differences';
import { keysOf } from './seeds';
import { foldTypography } from './typography';

/** A text in the stretches by which it is compared: its blocks. */
export interface ComparedText {
  text: string;
  blocks: readonly { start: number; end: number }[];
}

/** One stretch of two texts compared, in the order of the newer one. */
export type ComparedRow =
  | { kind: 'same'; older: TextRange; newer: TextRange }
  | { kind: 'changed'; older: TextRange; newer: TextRange; parts: Difference[] }
  /** `moved`: the other text has the same words at another place. */
  | { kind: 'removed'; older: TextRange; moved: boolean }
  | { kind: 'added'; newer: TextRange; moved: boolean };

/** A block with its words in the form in which it is compared. */
interface Line {
  range: TextRange;
  words: string;
}

type Pair = [older: Line, newer: Line];

/**
 * Compares two texts block by block, and changed blocks word by word. Blocks that stand once in both texts hold the two together
 * (Cohen's patience diff); between them blocks are paired by how many words they share. Yields often.
 */
export function* compareTexts(older: ComparedText, newer: ComparedText): Generator<void, ComparedRow[]> {
  const [before, after] = [linesOf(older), linesOf(newer)];
  const pairs: Pair[] = [];
  yield* pairUp(before, after, pairs);
  const removed = without(before, new Set(pairs.map(([line]) => line)));
  const added = without(after, new Set(pairs.map(([, line]) => line)));
  const [removedWords, addedWords] = [wordsOf(removed), wordsOf(added)];
  const rows: ComparedRow[] = [];
  const single = (endOlder: number, endNewer: number) => {
    for (let line = removed[0]; line !== undefined && line.range[0] < endOlder; line = removed[0]) {
      rows.push({ kind: 'removed', older: line.range, moved: addedWords.has(line.words) });
      removed.shift();
    }
    for (let line = added[0]; line !== undefined && line.range[0] < endNewer; line = added[0]) {
      rows.push({ kind: 'added', newer: line.range, moved: removedWords.has(line.words) });
      added.shift();
    }
  };
  for (const [one, other] of pairs) {
    single(one.range[0], other.range[0]);
    const place = { older: one.range, newer: other.range };
    if (one.words === other.words) rows.push({ kind: 'same', ...place });
    else {
      const parts = differences(older.text.slice(...one.range), newer.text.slice(...other.range));
      rows.push({ kind: 'changed', ...place, parts });
    }
    yield;
  }
  single(Infinity, Infinity);
  return rows;
}

/** So many unchanged rows are shown before and after a change. */
const context = 1;

/** The rows of a comparison as they are shown: changes and what is beside them; of the others between, only how many they are. */
export function* rowsAroundChanges(
  rows: readonly ComparedRow[],
): Generator<ComparedRow | { kind: 'unchanged'; count: number }> {
  let count = 0;
  for (const [index, row] of rows.entries()) {
    const near = rows.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same');
    if (!near) {
      count += 1;
      continue;
    }
    if (count > 0) yield { kind: 'unchanged', count };
    count = 0;
    yield row;
  }
  if (count > 0) yield { kind: 'unchanged', count };
}

function without(lines: readonly Line[], paired: ReadonlySet<Line>): Line[] {
  return lines.filter((line) => !paired.has(line));
}

function wordsOf(lines: readonly Line[]): Set<string> {
  return new Set(lines.map(({ words }) => words));
}

function linesOf({ text, blocks }: ComparedText): Line[] {
  return blocks.flatMap(({ start, end }): Line[] => {
    const words = foldTypography(text.slice(start, end)).trim();
    return words === '' ? [] : [{ range: [start, end], words }];
  });
}

/** Adds the pairs of two runs of lines, in order. */
function* pairUp(before: readonly Line[], after: readonly Line[], pairs: Pair[]): Generator<void, void> {
  let start = 0;
  while (start < before.length && start < after.length && before[start]!.words === after[start]!.words) {
    pairs.push([before[start]!, after[start]!]);
    start += 1;
  }
  let [endBefore, endAfter] = [before.length, after.length];
  const tail: Pair[] = [];
  while (endBefore > start && endAfter > start && before[endBefore - 1]!.words === after[endAfter - 1]!.words) {
    endBefore -= 1;
    endAfter -= 1;
    tail.unshift([before[endBefore]!, after[endAfter]!]);
  }
  const [left, right] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  const held = heldTogether(left, right);
  if (held.length === 0) pairs.push(...alikePairs(left, right));
  else {
    let [i, j] = [0, 0];
    for (const [one, other] of held) {
      yield* pairUp(left.slice(i, one), right.slice(j, other), pairs);
      pairs.push([left[one]!, right[other]!]);
      [i, j] = [one + 1, other + 1];
    }
    yield* pairUp(left.slice(i), right.slice(j), pairs);
  }
  pairs.push(...tail);
  yield;
}

/** Lines that stand once in both, the longest run of them that has the same order in both. */
function heldTogether(before: readonly Line[], after: readonly Line[]): [number, number][] {
  const places = (lines: readonly Line[]) => {
    const found = new Map<string, number>();
    for (const [place, { words }] of lines.entries()) found.set(words, found.has(words) ? -1 : place);
    return found;
  };
  const there = places(after);
  const candidates: [number, number][] = [];
  for (const [words, place] of places(before)) {
    const other = there.get(words) ?? -1;
    if (place >= 0 && other >= 0) candidates.push([place, other]);
  }
  return longestRising(candidates);
}

/** The longest subsequence of pairs, in order of their first, whose seconds rise too. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : tops[low - 1]!);
    tops[low] = index;
  }
  const rising: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) rising.unshift(pairs[at]!);
  return rising;
}

/** Lines that share less of their words than this are two texts, not one that was changed. */
const leastShared = 0.4;
/** Longer runs than this many lines by lines are not paired by likeness, but shown as taken out and put in. */
const mostCells = 60_000;

/** Pairs lines by the share of words that they have in common: the pairing in order that has most in common. */
function alikePairs(before: readonly Line[], after: readonly Line[]): Pair[] {
  if (before.length * after.length === 0 || before.length * after.length > mostCells) return [];
  const words = (lines: readonly Line[]) => lines.map((line) => new Set(keysOf(line.words)));
  const [ours, theirs] = [words(before), words(after)];
  const shared = ours.map((a, i) =>
    theirs.map((b, j) => (before[i]!.words === after[j]!.words ? 1 : sharedWords(a, b))),
  );
  const most = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const both = shared[i]![j]! >= leastShared ? most[i + 1]![j + 1]! + shared[i]![j]! : 0;
      most[i]![j] = Math.max(both, most[i + 1]![j]!, most[i]![j + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (most[i]![j] === most[i + 1]![j]) i += 1;
    else if (most[i]![j] === most[i]![j + 1]) j += 1;
    else pairs.push([before[i++]!, after[j++]!]);
  }
  return pairs;
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return (2 * both) / Math.max(1, a.size + b.size);
}

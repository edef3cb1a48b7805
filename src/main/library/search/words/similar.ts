import type { PackedWords } from './packed';

const longest = 64;
/** One row of distances for every depth, one after another; made once, because a question asks for several words. */
const width = longest + 2;
const rows = new Uint8Array((longest + 2) * width);
const letters = new Uint16Array(longest);

/** The smallest distance of a prefix up to each depth. */
const least = new Uint8Array(longest + 2);

/**
 * Calls `found` for every word within `limit` edits (insert, delete, replace, swap neighbours) of `wanted`; or, with `beginnings`, for
 * every word that has such a beginning; among all words or those from one place to another. Walks the sorted words like a tree of prefixes: what words share is compared once, and all
 * words that begin with a hopeless prefix are stepped over (Oflazer 1996; the distance is `editDistance`'s). Most of the time goes
 * into stepping, a byte a word.
 */
export function walkSimilar(
  { count, units, starts, shared }: PackedWords,
  wanted: string,
  limit: number,
  found: (place: number, distance: number) => void,
  { beginnings = false, from = 0, to = count } = {},
): void {
  const size = Math.min(wanted.length, longest);
  const far = limit + 1;
  for (let place = 0; place < size; place++) letters[place] = wanted.charCodeAt(place);
  for (let column = 0; column <= size; column++) rows[column] = Math.min(column, far);
  least[0] = rows[size]!;
  /** Rows up to this depth are those of the word before. */
  let depth = 0;
  let place = from;
  while (place < to) {
    const start = starts[place]!;
    const length = starts[place + 1]! - start;
    depth = Math.min(depth, shared[place]!);
    let hopeless = false;
    for (; depth < length && !hopeless; depth++) {
      if (depth >= size + limit) hopeless = true;
      else {
        const before = depth === 0 ? 0 : units[start + depth - 1]!;
        hopeless = nextRow(depth, units[start + depth]!, before, size, limit) > limit;
      }
      const here = !hopeless && depth + 1 >= size - limit ? rows[(depth + 1) * width + size]! : far;
      least[depth + 1] = Math.min(least[depth]!, here);
    }
    const distance = beginnings ? least[depth]! : length >= size - limit ? rows[length * width + size]! : far;
    if (hopeless) depth -= 1;
    if (distance <= limit && (beginnings || !hopeless)) found(place, distance);
    place += 1;
    if (!hopeless || (beginnings && distance <= limit)) continue;
    // The letter below `depth` made it hopeless: every word that shares it is as hopeless.
    while (place < to && shared[place]! > depth) place += 1;
  }
}

/** Fills the row below `depth` for a letter (and the one before it); returns its smallest distance. Only near the diagonal. */
function nextRow(depth: number, letter: number, before: number, size: number, limit: number): number {
  const far = limit + 1;
  const above = depth * width;
  const row = above + width;
  const low = depth + 1 > limit ? depth + 1 - limit : 1;
  const high = depth + 1 + limit < size ? depth + 1 + limit : size;
  let left = low === 1 && depth + 1 < far ? depth + 1 : far;
  rows[row + low - 1] = left;
  let smallest = left;
  for (let column = low; column <= high; column++) {
    const same = letters[column - 1] === letter;
    let distance = rows[above + column - 1]! + (same ? 0 : 1);
    if (rows[above + column]! < distance) distance = rows[above + column]! + 1;
    if (left < distance) distance = left + 1;
    if (!same && depth > 0 && column > 1 && letters[column - 2] === letter && letters[column - 1] === before) {
      const swapped = rows[above - width + column - 2]! + 1;
      if (swapped < distance) distance = swapped;
    }
    left = distance < far ? distance : far;
    rows[row + column] = left;
    if (left < smallest) smallest = left;
  }
  if (high < size) rows[row + high + 1] = far;
  return smallest;
}

import type { PackedWords } from './packed';

const longest = 64;
/** One row of distances for every depth; made once, because a question asks for several words. */
const rows = Array.from({ length: longest + 1 }, () => new Uint8Array(longest + 2));

/**
 * Calls `found` for every word within `limit` edits (insert, delete, replace, swap neighbours) of `wanted`. Walks the sorted words
 * like a tree of prefixes: what words share is compared once, and all words that begin with a hopeless prefix are stepped over
 * (Oflazer 1996; the distance is `editDistance`'s). Most of the time goes into stepping, a byte a word.
 */
export function walkSimilar(
  { count, units, starts, shared }: PackedWords,
  wanted: string,
  limit: number,
  found: (place: number, distance: number) => void,
): void {
  const size = Math.min(wanted.length, longest);
  const far = limit + 1;
  const letters = Uint16Array.from({ length: size }, (_, place) => wanted.charCodeAt(place));
  const first = rows[0]!;
  for (let column = 0; column <= size; column++) first[column] = Math.min(column, far);
  /** Rows up to this depth are those of the word before. */
  let depth = 0;
  let place = 0;
  while (place < count) {
    const start = starts[place]!;
    const length = starts[place + 1]! - start;
    depth = Math.min(depth, shared[place]!);
    let hopeless = false;
    for (; depth < length && !hopeless; depth++) {
      if (depth >= size + limit) hopeless = true;
      else {
        const before = depth === 0 ? 0 : units[start + depth - 1]!;
        hopeless = nextRow(depth, units[start + depth]!, before, letters, limit) > limit;
      }
    }
    if (!hopeless) {
      const distance = rows[length]![size]!;
      if (length >= size - limit && distance <= limit) found(place, distance);
      place += 1;
      continue;
    }
    // `depth` counts the letter that made it hopeless: every word that shares it is as hopeless.
    place += 1;
    while (place < count && shared[place]! >= depth) place += 1;
    depth -= 1;
  }
}

/** Fills the row below `depth` for a letter (and the one before it); returns its smallest distance. Only near the diagonal. */
function nextRow(depth: number, letter: number, before: number, letters: Uint16Array, limit: number): number {
  const far = limit + 1;
  const above = rows[depth]!;
  const row = rows[depth + 1]!;
  const size = letters.length;
  const low = Math.max(1, depth + 1 - limit);
  const high = Math.min(size, depth + 1 + limit);
  row[low - 1] = low === 1 ? Math.min(depth + 1, far) : far;
  let smallest = row[low - 1]!;
  for (let column = low; column <= high; column++) {
    const same = letters[column - 1] === letter;
    let distance = Math.min(above[column - 1]! + (same ? 0 : 1), above[column]! + 1, row[column - 1]! + 1);
    if (!same && depth > 0 && column > 1 && letters[column - 2] === letter && letters[column - 1] === before)
      distance = Math.min(distance, rows[depth - 1]![column - 2]! + 1);
    row[column] = Math.min(distance, far);
    if (distance < smallest) smallest = distance;
  }
  if (high < size) row[high + 1] = far;
  return smallest;
}

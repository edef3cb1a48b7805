import { DistanceAutomaton } from './automaton';
import { nextBeginning, type PackedWords } from './packed';

/** Longer words cannot be looked for: a bit for each of their letters has to go into a number. */
export const longestWanted = 28;
const automata = { 1: new DistanceAutomaton(1), 2: new DistanceAutomaton(2) };

/** Places of each letter in the wanted word, as bits; made once and emptied after every walk. */
const places = new Int32Array(0x1_0000);
/** The automaton's state after each letter of a word, and the smallest distance of a beginning up to there. */
const states = new Uint16Array(longestWanted + 4);
const least = new Uint8Array(longestWanted + 4);

/**
 * Calls `found` for every word within `limit` edits (insert, delete, replace, swap neighbours) of `wanted`; or, with `beginnings`, for
 * every word that has such a beginning. Walks the sorted words like a tree of prefixes: what words share is read once, and all words
 * that begin with a hopeless prefix are stepped over (Oflazer 1996).
 */
export function walkSimilar(
  words: PackedWords,
  wanted: string,
  limit: 1 | 2,
  found: (place: number, distance: number) => void,
  { beginnings = false } = {},
): void {
  const { count, units, starts, shared, turns } = words;
  const size = wanted.length;
  const far = limit + 1;
  if (size > longestWanted) return;
  const automaton = automata[limit];
  const mask = automaton.signatures - 1;
  for (let place = 0; place < size; place++) places[wanted.charCodeAt(place)]! |= 1 << (place + limit + 1);
  states[0] = automaton.start;
  least[0] = automaton.distance(automaton.start, 0, size);
  for (let place = 0; place < count;) {
    // What the word shares with the one before was read there.
    let depth = shared[place]!;
    let state = states[depth]!;
    let letter = turns[place]!;
    let end = -1;
    let start = 0;
    for (;;) {
      state = depth < size + limit ? automaton.after(state, (places[letter]! >>> depth) & mask) : 0;
      depth += 1;
      states[depth] = state;
      if (beginnings) least[depth] = Math.min(least[depth - 1]!, automaton.distance(state, depth, size));
      if (state === 0) break;
      if (end < 0) {
        start = starts[place]!;
        end = starts[place + 1]! - start;
      }
      if (depth === end) break;
      letter = units[start + depth]!;
    }
    const distance = beginnings ? least[depth]! : state === 0 ? far : automaton.distance(state, depth, size);
    // If the last letter made it hopeless, every word that shares it is as hopeless, and as near by its beginning.
    const until = state === 0 ? nextBeginning(words, place, depth) : place + 1;
    if (distance < far) for (let near = place; near < (beginnings ? until : place + 1); near++) found(near, distance);
    place = until;
  }
  for (let place = 0; place < size; place++) places[wanted.charCodeAt(place)] = 0;
}

import { fold } from '../search/fold';
import type { TextRange } from '../search/types';

/**
 * Words by which a passage is looked for where its very letters do not stand: only their first letters count, folded, so that an
 * ending or a slip towards the end does no harm.
 */
const keyLength = 6;
/** A run of letters with the marks and invisible characters inside it. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060]*/uy;
/** Scripts that write no spaces: each of their characters is a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Calls `visit` with the key and the offset of every word of `text` that begins between `from` and `to`. */
function eachWord(text: string, from: number, to: number, visit: (key: string, at: number) => void): void {
  const last = Math.min(to, text.length);
  for (let at = from; at < last; at++) {
    if (text.charCodeAt(at) < 128) {
      let end = at;
      while (isAsciiLetter(text.charCodeAt(end))) end += 1;
      if (end === at) continue;
      // subtle: plain words are most of all words, and no pattern cuts them as fast.
      if (!(text.charCodeAt(end) >= 128)) {
        visit(text.slice(at, Math.min(end, at + keyLength)).toLowerCase(), at);
        at = end;
        continue;
      }
    }
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) continue;
    if (!unspaced.test(found)) visit(fold(found).slice(0, keyLength), at);
    else {
      let place = at;
      for (const character of found) {
        visit(fold(character), place);
        place += character.length;
      }
    }
    at += found.length;
  }
}

/** Of letters and digits; false for NaN, which is what stands after the end. */
function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** At most so many words of a passage are looked for, the longest first. */
const mostKeys = 64;

/** The keys by which a passage is looked for. Single letters say nothing, unless there is nothing else or they are words. */
export function keysOf(passage: string): string[] {
  const keys = new Set<string>();
  eachWord(passage, 0, passage.length, (key) => keys.add(key));
  const telling = [...keys].filter((key) => key.length > 2 || unspaced.test(key));
  return (telling.length > 0 ? telling : [...keys]).sort((a, b) => b.length - a.length).slice(0, mostKeys);
}

/** A word that occurs more often than this tells no place from another. */
const mostPlaces = 20_000;
const pieceLength = 1 << 19;

/** Where words with the wanted keys begin, in order; those that are everywhere have none. Yields between the pieces of a long text. */
export function* placesOfKeys(text: string, wanted: Iterable<string>): Generator<void, Map<string, number[]>> {
  const places = new Map<string, number[]>([...wanted].map((key) => [key, []]));
  for (let from = 0; places.size > 0 && from < text.length; from += pieceLength) {
    eachWord(text, from, from + pieceLength, (key, at) => {
      const found = places.get(key);
      if (found !== undefined && found.length <= mostPlaces) found.push(at);
    });
    yield;
  }
  for (const [key, found] of places) if (found.length > mostPlaces) places.delete(key);
  return places;
}

const mostWindows = 6;
/** A window that weighs less than this share of the best is not worth a look. */
const leastWeight = 0.4;
/** The rarest keys are used, until so many places are to be looked at. */
const mostHits = 3000;

interface Window {
  start: number;
  end: number;
  weight: number;
}

/**
 * Stretches of a text of `length` code units in which most of the keys stand within `reach` of each other, best first. A
 * window weighs as much as its different keys are long.
 */
export function likelyWindows(
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  length: number,
  reach: number,
): TextRange[] {
  const hits = rarestHits(keys, places);
  const counts = new Uint32Array(keys.length);
  const windows: Window[] = [];
  let weight = 0;
  let first = 0;
  for (const { at, key } of hits) {
    if (counts[key]!++ === 0) weight += keys[key]!.length;
    while (at - hits[first]!.at > reach) {
      const gone = hits[first++]!.key;
      if (--counts[gone]! === 0) weight -= keys[gone]!.length;
    }
    const start = hits[first]!.at;
    const last = windows.at(-1);
    if (last === undefined || start > last.end) windows.push({ start, end: at, weight });
    else if (weight > last.weight) Object.assign(last, { start, end: at, weight });
  }
  windows.sort((a, b) => b.weight - a.weight);
  const least = leastWeight * (windows[0]?.weight ?? 0);
  return windows
    .slice(0, mostWindows)
    .filter((window) => window.weight >= least)
    .map(({ start, end }) => [Math.max(0, start - reach), Math.min(length, end + reach)]);
}

/** Where the rarest of the keys (by their index) stand, in order of place. */
function rarestHits(
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): { at: number; key: number }[] {
  const hits: { at: number; key: number }[] = [];
  const rarestFirst = keys
    .map((name, key) => ({ key, found: places.get(name) ?? [] }))
    .sort((a, b) => a.found.length - b.found.length);
  for (const { key, found } of rarestFirst) {
    if (hits.length > 0 && hits.length + found.length > mostHits) break;
    for (const at of found) hits.push({ at, key });
  }
  return hits.sort((a, b) => a.at - b.at);
}

import Fuse, { type FuseResultMatch } from 'fuse.js';
import { fold, foldWithMap } from './fold';
import { wordsOf } from './tokens';
import type { TextRange } from './types';

/** A field of an item to look in: what it is called in the answer, how to get it, and how much it counts. */
export interface PickKey<Item> {
  name: string;
  get: (item: Item) => string;
  weight?: number;
}

export interface Picked<Item> {
  item: Item;
  /** 0 (worst) to 1 (best). */
  score: number;
  /** What to mark, by the key's name, in UTF-16 offsets of the original text. */
  ranges: Record<string, TextRange[]>;
}

/**
 * Typo-tolerant choosing from a short list (commands, tags, actors, styles: up to a few thousand): Fuse.js over folded text.
 * Every word of the query must be found somewhere in the item. An empty query gives all items in their order.
 */
export function pick<Item>(
  items: readonly Item[],
  query: string,
  keys: readonly PickKey<Item>[],
  { limit = 50 }: { limit?: number } = {},
): Picked<Item>[] {
  const words = wordsOf(query.slice(0, 200)).slice(0, 8);
  if (words.length === 0) {
    if (fold(query).trim() !== '') return [];
    return items.slice(0, limit).map((item) => ({ item, score: 1, ranges: {} }));
  }
  const folded = items.map((item) => ({ item, fields: keys.map((key) => fold(key.get(item))) }));
  let kept = new Map<number, { score: number; matches: FuseResultMatch[] }>();
  words.forEach((word, place) => {
    const fuse = new Fuse(folded, {
      keys: keys.map(({ name, weight = 1 }, field) => ({ name, weight, getFn: ({ fields }) => fields[field] ?? '' })),
      ignoreLocation: true,
      includeMatches: true,
      includeScore: true,
      // One slip in a short word, more in a long one; two letters must stand as they are.
      threshold: word.length < 3 ? 0 : word.length < 5 ? 0.26 : 0.34,
      minMatchCharLength: Math.min(2, word.length),
    });
    const next = new Map<number, { score: number; matches: FuseResultMatch[] }>();
    for (const { refIndex, score = 1, matches = [] } of fuse.search(word)) {
      const before = kept.get(refIndex);
      if (place > 0 && before === undefined) continue;
      next.set(refIndex, {
        score: (before?.score ?? 1) * (1 - score),
        matches: [...(before?.matches ?? []), ...matches.map((match) => longestOnly(match, word))],
      });
    }
    kept = next;
  });
  return [...kept]
    .map(([place, { score, matches }]) => ({
      place,
      matches,
      score: score ** (1 / words.length) + startBonus(folded[place]!.fields[0] ?? '', words),
    }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit)
    .map(({ place, matches, score }) => ({
      item: items[place]!,
      score: Math.min(1, score),
      ranges: rangesByKey(items[place]!, matches, keys),
    }));
}

/** What begins with the query, or has it at a word's beginning, comes before what merely contains it. */
function startBonus(field: string, words: readonly string[]): number {
  if (field.startsWith(words[0]!)) return 0.2;
  return ` ${field}`.includes(` ${words[0]!}`) ? 0.1 : 0;
}

/** Fuse.js marks every stray letter that agrees; only stretches as long as about half the word help a reader. */
function longestOnly(match: FuseResultMatch, word: string): FuseResultMatch {
  const longest = Math.max(0, ...match.indices.map(([from, to]) => to - from + 1));
  const least = Math.min(longest, Math.max(1, Math.ceil(word.length / 2)));
  return { ...match, indices: match.indices.filter(([from, to]) => to - from + 1 >= least) };
}

function rangesByKey<Item>(
  item: Item,
  matches: readonly FuseResultMatch[],
  keys: readonly PickKey<Item>[],
): Record<string, TextRange[]> {
  const ranges: Record<string, TextRange[]> = {};
  for (const { name, get } of keys) {
    const found = matches.filter(({ key }) => key === name).flatMap(({ indices }) => indices);
    if (found.length === 0) continue;
    const folded = foldWithMap(get(item));
    const joined: TextRange[] = [];
    for (const [from, to] of [...found].sort((a, b) => a[0] - b[0])) {
      const [start, end] = folded.toOriginal(from, to + 1);
      const last = joined.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    ranges[name] = joined;
  }
  return ranges;
}

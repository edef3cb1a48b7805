import Fuse from 'fuse.js';
import { fold } from '../../shared/search';

/**
 * The items a short query means, best first: small sets only (menus, typeahead). Both sides are folded, so that "Eliyev"
 * finds "Əliyev"; a slip in a word is forgiven. An empty query gives the first `limit` items as they are.
 */
export function pick<T>(
  query: string,
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
  limit: number,
): T[] {
  const folded = fold(query).trim();
  if (folded === '') return items.slice(0, limit);
  const fuse = new Fuse(
    items.map((item) => ({ item, words: wordsOf(item).map((word) => fold(word)) })),
    { keys: ['words'], threshold: 0.35, ignoreLocation: true, minMatchCharLength: Math.min(2, folded.length) },
  );
  return fuse.search(folded, { limit }).map((found) => found.item.item);
}

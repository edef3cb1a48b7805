import { pick as pickShared } from '../../shared/search/pick';

/**
 * The items a short query means, best first: small sets only (menus, typeahead). Marks and scripts are folded, a slip in a
 * word is forgiven. An empty query gives the first `limit` items as they are.
 */
export function pick<T>(
  query: string,
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
  limit: number,
): T[] {
  const keys = [{ name: 'words', get: (item: T) => wordsOf(item).join('\n') }];
  return pickShared(items, query, keys, { limit }).map(({ item }) => item);
}

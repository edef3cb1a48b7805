import { useMemo, useState } from 'react';
import { fold } from '../../shared/search';

/**
 * The filter box above a list: the items that have every word of it, in their order. Their texts are folded once, not at
 * every key. `textOf` must be a function that stays the same.
 */
export function useFiltered<T>(items: readonly T[] | undefined, textOf: (item: T) => string) {
  const [filter, setFilter] = useState('');
  const folded = useMemo(() => (items ?? []).map((item) => ({ item, text: fold(textOf(item)) })), [items, textOf]);
  const shown = useMemo(() => {
    const words = fold(filter).trim().split(/\s+/).filter(Boolean);
    return folded.filter(({ text }) => words.every((word) => text.includes(word))).map(({ item }) => item);
  }, [folded, filter]);
  return { filter, setFilter, shown };
}

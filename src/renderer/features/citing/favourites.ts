import { useCallback, useMemo } from 'react';
import * as v from 'valibot';
import type { StyleInfo } from '../../../shared/citing/types';
import { useChoice } from '../../app/preferences';

const ids = v.array(v.string());
const none: string[] = [];
const RECENT = 8;

/** The styles a person keeps at hand: starred ones, and those used last. */
export function useStylesAtHand() {
  const [favourites, setFavourites] = useChoice('citing.favourites', ids, none);
  const [recent, setRecent] = useChoice('citing.recent', ids, none);
  const star = (id: string) =>
    setFavourites(favourites.includes(id) ? favourites.filter((other) => other !== id) : [...favourites, id]);
  const used = (id: string) => setRecent([id, ...recent.filter((other) => other !== id)].slice(0, RECENT));
  const isStarred = useCallback((id: string) => favourites.includes(id), [favourites]);
  const first = useMemo(() => [...new Set([...favourites, ...recent])], [favourites, recent]);
  return { star, used, isStarred, first };
}

/** The list with some styles first, in their order. */
export function withFirst(styles: readonly StyleInfo[], first: readonly string[]): StyleInfo[] {
  const place = new Map(first.map((id, index) => [id, index]));
  const front = styles.filter(({ id }) => place.has(id));
  front.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return [...front, ...styles.filter(({ id }) => !place.has(id))];
}

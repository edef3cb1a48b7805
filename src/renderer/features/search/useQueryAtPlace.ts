import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigation } from '../../app/navigation';
import type { PlaceOf } from '../../app/places';

/** After so long without a letter, the query is where one is: what going back leads to. */
const REST_MS = 400;

export interface QueryAtPlace {
  query: string;
  setQuery: (query: string) => void;
  /** The saved search that it was opened as. */
  savedId: string | undefined;
  setSavedId: (id: string) => void;
  /** Makes the query the window's place at once: one is about to leave. */
  keep: () => void;
}

/**
 * The query that is typed, kept as the window's place once the typing rests, so that going back and the next start find it
 * again; and taken from the place whenever something else leads there, with the box ready to be typed into.
 */
export function useQueryAtPlace(
  place: PlaceOf<'search'>,
  main: boolean,
  box: RefObject<HTMLInputElement | null>,
): QueryAtPlace {
  const { replace } = useNavigation();
  const [query, setQuery] = useState(place.query ?? '');
  const [savedId, setSavedId] = useState(place.saved);
  const own = useRef<PlaceOf<'search'> | null>(null);
  useEffect(() => {
    if (place === own.current) return;
    own.current = place;
    setQuery(place.query ?? '');
    setSavedId(place.saved);
    box.current?.focus();
    box.current?.select();
  }, [place, box]);

  const keep = useCallback(() => {
    if (!main) return;
    own.current = { view: 'search', query, ...(savedId && query.trim() !== '' ? { saved: savedId } : {}) };
    replace(own.current);
  }, [main, query, savedId, replace]);
  useEffect(() => {
    const timer = setTimeout(keep, REST_MS);
    return () => clearTimeout(timer);
  }, [keep]);
  return { query, setQuery, savedId, setSavedId, keep };
}

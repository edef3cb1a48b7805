import { useState, useSyncExternalStore } from 'react';
import { call, useChanges } from '../../client';
import { Asker, type Asking } from './Asker';

/** Asks what is typed, and again whenever the library changes. */
export function useAsker(): Asker {
  const [asker] = useState(() => new Asker((question) => call('search.query', question)));
  useChanges((nouns) => {
    if (nouns.some((noun) => noun !== 'search' && noun !== 'history')) asker.again();
  });
  return asker;
}

/**
 * What is known of the answers: only what `select` gives, so that a letter's answer draws again what shows it and nothing else.
 * It must give the same thing as long as nothing changed.
 */
export function useAsking<T>(asker: Asker, select: (state: Asking) => T): T {
  return useSyncExternalStore(asker.subscribe, () => select(asker.state()));
}

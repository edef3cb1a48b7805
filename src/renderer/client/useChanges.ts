import type { ChangedNoun } from './dependencies';
import { useEvent } from './useEvent';
import { useGatherer } from './useGatherer';

/** A person's acts are far apart; a thousand files that come in are not, and reading all again for each would leave the window no time. */
const ofChanges = { pause: 250, burst: 4 };

/**
 * Calls the latest `listener` with what changed in the library: at once, or in a stream of changes a few times a second,
 * with all that changed since. A promise from it puts off the next call of a stream until it is settled.
 */
export function useChanges(listener: (nouns: readonly ChangedNoun[]) => Promise<unknown> | void): void {
  const gatherer = useGatherer<ChangedNoun[]>((changes) => listener([...new Set(changes.flat())]), ofChanges);
  useEvent('library.changed', ({ nouns }) => gatherer.add(nouns));
  // What changed in another library, or before all was read afresh, is of no interest.
  useEvent('library.opened', () => gatherer.drop());
  useEvent('library.closed', () => gatherer.drop());
}

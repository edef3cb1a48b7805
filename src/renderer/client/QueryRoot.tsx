import { hashKey, QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { MethodName } from '../../shared/contract';
import type { LibraryInfo } from '../../shared/domain/library';
import { isTouched } from './dependencies';
import { useChanges } from './useChanges';
import { useEvent } from './useEvent';

/**
 * Names a question by all that was asked. Inputs do not change, so one that is asked again with every drawing, all citations of a
 * memo, is read once.
 */
const hashes = new WeakMap<object, string>();
function hashOnce([method, input, ...rest]: QueryKey): string {
  if (typeof input !== 'object' || input === null) return hashKey([method, input, ...rest]);
  let hash = hashes.get(input);
  if (hash === undefined) hashes.set(input, (hash = hashKey([input])));
  return `${hashKey([method, ...rest])} ${hash}`;
}

/** Holds the answers of the core; throws away those that a change made stale. */
export function QueryRoot({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The core is on this machine and says when something changed: no polling, no retries, no network state.
          queries: {
            staleTime: Infinity,
            retry: false,
            networkMode: 'always',
            refetchOnWindowFocus: false,
            queryKeyHashFn: hashOnce,
          },
        },
      }),
  );
  useChanges((nouns) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey[0] as MethodName, nouns) }),
  );
  const startAfresh = (library: LibraryInfo | null) => {
    // subtle: which library is open is known here, so it is not asked for again: while that were pending, the whole
    // frame would go and come back, and keys pressed meanwhile be lost.
    void client.cancelQueries({ queryKey: ['library.current'] });
    client.setQueryData(['library.current', {}], library);
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'library.current' });
  };
  useEvent('library.opened', startAfresh);
  useEvent('library.closed', () => startAfresh(null));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

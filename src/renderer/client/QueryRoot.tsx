import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { MethodName } from '../../shared/contract';
import type { LibraryInfo } from '../../shared/domain/library';
import { isTouched } from './dependencies';
import { useChanges } from './useChanges';
import { useEvent } from './useEvent';

/** Holds the answers of the core; throws away those that a change made stale. */
export function QueryRoot({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The core is on this machine and says when something changed: no polling, no retries, no network state.
          queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
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

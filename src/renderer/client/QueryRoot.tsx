import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { MethodName } from '../../shared/contract';
import { isTouched } from './dependencies';
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
  useEvent('library.changed', ({ nouns }) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey[0] as MethodName, nouns) });
  });
  const startAfresh = () => void client.resetQueries();
  useEvent('library.opened', startAfresh);
  useEvent('library.closed', startAfresh);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

import type { ReactNode } from 'react';
import { useAct } from '../client';

/** A link to the world outside: the shell opens it in the browser, the window never goes there. */
export function ExternalLink({ url, children }: { url: string; children: ReactNode }) {
  const openExternal = useAct('shell.openExternal');
  return (
    <a
      href={url}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void openExternal.act({ url });
      }}
    >
      {children}
    </a>
  );
}

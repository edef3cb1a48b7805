import type { ReactNode } from 'react';
import { DropTarget } from './DropTarget';
import { ImportCommands } from './ImportCommands';
import { ImportProvider } from './ImportProvider';
import { ImportReport } from './ImportReport';

/** What bringing in holds for the whole frame: the queue with its report, the drop target and the commands. */
export function Provider({ children }: { children: ReactNode }) {
  return (
    <ImportProvider>
      {children}
      <ImportCommands />
      <DropTarget />
      <ImportReport />
    </ImportProvider>
  );
}

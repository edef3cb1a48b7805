import type { ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';

/** The way to sources that look like one, from everywhere. */
export function Provider({ children }: { children: ReactNode }) {
  const { open } = useNavigation();
  useCommands([
    { id: 'go.duplicates', title: 'Go to duplicates', group: 'Go', run: () => open({ view: 'duplicates' }) },
  ]);
  return children;
}

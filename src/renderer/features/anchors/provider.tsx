import type { ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';

/** The way to what has to be settled, from everywhere. */
export function Provider({ children }: { children: ReactNode }) {
  const { open } = useNavigation();
  useCommands([
    {
      id: 'go.settle',
      title: 'Settle excerpts that need a look',
      group: 'Go',
      run: () => open({ view: 'settle' }),
    },
  ]);
  return children;
}

import type { ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';

/** What the matrix offers everywhere: to open it. */
export function Provider({ children }: { children: ReactNode }) {
  const { open } = useNavigation();
  useCommands([
    { id: 'matrix.open', title: 'Matrix: who says what', group: 'Go to', run: () => open({ view: 'matrix' }) },
  ]);
  return children;
}

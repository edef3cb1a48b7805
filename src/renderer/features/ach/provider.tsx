import { useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { AchForm } from './AchForm';

/** What tables of hypotheses offer everywhere: a new one. */
export function Provider({ children }: { children: ReactNode }) {
  const [making, setMaking] = useState(false);
  const { open } = useNavigation();
  useCommands([{ id: 'ach.new', title: 'New table of hypotheses', group: 'New', run: () => setMaking(true) }]);
  return (
    <>
      {children}
      {making && (
        <AchForm table={null} onClose={() => setMaking(false)} onSaved={({ id }) => open({ view: 'ach', id })} />
      )}
    </>
  );
}

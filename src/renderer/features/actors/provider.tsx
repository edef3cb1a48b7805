import { useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { ActorForm } from './ActorForm';

/** What actors offer everywhere: New actor. */
export function Provider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const navigation = useNavigation();
  useCommands([{ id: 'actor.new', title: 'New actor', group: 'New', shortcut: 'mod+alt+a', run: () => setOpen(true) }]);
  return (
    <>
      {children}
      {open && (
        <ActorForm
          actor={null}
          onClose={() => setOpen(false)}
          onSaved={({ id }) => navigation.open({ view: 'actors', id })}
        />
      )}
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { EventForm } from './EventForm';

/** What events offer everywhere: New event. */
export function Provider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const navigation = useNavigation();
  useCommands([{ id: 'event.new', title: 'New event', group: 'New', shortcut: 'mod+alt+e', run: () => setOpen(true) }]);
  return (
    <>
      {children}
      {open && (
        <EventForm
          event={null}
          onClose={() => setOpen(false)}
          onSaved={({ id }) => navigation.open({ view: 'events', id })}
        />
      )}
    </>
  );
}

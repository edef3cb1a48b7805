import { useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { Dialog, TextArea } from '../../ui';

/** What claims offer everywhere: New claim. */
export function Provider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [statement, setStatement] = useState('');
  const navigation = useNavigation();
  const create = useAct('claims.create', {
    onSuccess: ({ id }) => {
      setOpen(false);
      setStatement('');
      navigation.open({ view: 'claims', id });
    },
  });
  useCommands([{ id: 'claim.new', title: 'New claim', group: 'New', shortcut: 'mod+alt+c', run: () => setOpen(true) }]);
  return (
    <>
      {children}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="New claim"
        submitLabel="Create claim"
        submitDisabled={statement.trim() === '' || create.pending}
        onSubmit={() => void create.act({ statement: statement.trim() })}
      >
        <TextArea
          label="Statement"
          hint="One proposition that can be true or false, in your own words."
          value={statement}
          onChange={setStatement}
          serif
          rows={3}
          maxLength={2000}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }
          }}
        />
      </Dialog>
    </>
  );
}

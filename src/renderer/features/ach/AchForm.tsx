import { useState } from 'react';
import type { AchTable } from '../../../shared/domain/ach';
import { useAct } from '../../client';
import { Dialog, Input, TextArea } from '../../ui';

export interface AchFormProps {
  /** The table to change; null makes a new one. */
  table: AchTable | null;
  onClose: () => void;
  onSaved: (table: AchTable) => void;
}

/** The question that the hypotheses answer, and a note on it. */
export function AchForm({ table, onClose, onSaved }: AchFormProps) {
  const [title, setTitle] = useState(table?.title ?? '');
  const [note, setNote] = useState(table?.note ?? '');
  const saved = (output: AchTable) => {
    onClose();
    onSaved(output);
  };
  const create = useAct('ach.create', { onSuccess: saved });
  const update = useAct('ach.update', { onSuccess: saved });
  return (
    <Dialog
      open
      onClose={onClose}
      title={table ? 'Edit table of hypotheses' : 'New table of hypotheses'}
      submitLabel={table ? 'Save' : 'Create table'}
      submitDisabled={title.trim() === '' || create.pending || update.pending}
      onSubmit={() => void (table ? update.act({ id: table.id, title, note }) : create.act({ title, note }))}
    >
      <Input
        label="Question"
        placeholder="Why did the bridge fall?"
        value={title}
        onChange={setTitle}
        maxLength={500}
        autoFocus
      />
      <TextArea label="Note (optional)" value={note} onChange={setNote} rows={3} maxLength={20_000} />
    </Dialog>
  );
}

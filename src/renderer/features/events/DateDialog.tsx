import { useMemo, useState } from 'react';
import { useAct } from '../../client';
import type { EventDetail } from '../../../shared/domain/events';
import { DateInput, Dialog, Input } from '../../ui';
import { RestsOnPicker } from '../pickers/RestsOnPicker';

export interface DateDialogProps {
  event: EventDetail;
  /** The date to change; null adds one. */
  given: EventDetail['dates'][number] | null;
  onClose: () => void;
}

/** A date that a source gives the event, and the words it rests on. */
export function DateDialog({ event, given, onClose }: DateDialogProps) {
  const [date, setDate] = useState<string | null>(given?.date ?? '');
  const [excerptId, setExcerptId] = useState(given?.excerptId ?? '');
  const [note, setNote] = useState(given?.note ?? '');
  const add = useAct('events.addDate', { onSuccess: onClose });
  const update = useAct('events.updateDate', { onSuccess: onClose });
  const near = useMemo(() => [...event.excerpts, ...(given?.excerpt ? [given.excerpt] : [])], [event.excerpts, given]);
  const submit = () => {
    if (!date) return;
    const fields = { date, excerptId: excerptId || null, note };
    if (given) void update.act({ id: given.id, ...fields });
    else void add.act({ eventId: event.id, ...fields });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={given ? 'Date that a source gives' : 'Add date'}
      submitLabel={given ? 'Save' : 'Add date'}
      submitDisabled={!date || add.pending || update.pending}
      onSubmit={submit}
    >
      <DateInput label="Date" value={date ?? ''} onChange={setDate} />
      <RestsOnPicker
        near={near}
        placeholder="One of this event’s excerpts"
        searchAll={event.excerpts.length === 0}
        value={excerptId}
        onChange={setExcerptId}
      />
      <Input label="Note (optional)" value={note} onChange={setNote} maxLength={2000} />
    </Dialog>
  );
}

import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAct, useCall } from '../../client';
import type { EventDetail } from '../../../shared/domain/events';
import { DateInput, Dialog, FieldRow, IconButton, Input, TextArea } from '../../ui';
import { ActorPicker } from '../pickers/ActorPicker';
import { ExcerptsField } from '../pickers/ExcerptsField';
import styles from './events.module.css';

export interface EventFormProps {
  /** The event to change; null makes a new one. */
  event: EventDetail | null;
  onClose: () => void;
  onSaved: (event: EventDetail) => void;
}

/** What happened, when and where, who took part in which role, and the excerpts that say so. */
export function EventForm({ event, onClose, onSaved }: EventFormProps) {
  const [title, setTitle] = useState(event?.title ?? '');
  const [date, setDate] = useState<string | null>(event?.date ?? '');
  const [where, setWhere] = useState(event?.place ?? '');
  const [description, setDescription] = useState(event?.description ?? '');
  const [actors, setActors] = useState(() => event?.actors.map(({ actorId, role }) => ({ actorId, role })) ?? []);
  const [excerptIds, setExcerptIds] = useState(event?.excerptIds ?? []);
  const known = useCall('actors.list', {}).data;
  const names = useMemo(() => new Map((known ?? []).map(({ id, name }) => [id, name])), [known]);
  const saved = (output: EventDetail) => {
    onClose();
    onSaved(output);
  };
  const create = useAct('events.create', { onSuccess: saved });
  const update = useAct('events.update', { onSuccess: saved });
  const submit = () => {
    if (date === null) return;
    const fields = { title: title.trim(), date, place: where, description, actors, excerptIds };
    if (event) void update.act({ id: event.id, ...fields });
    else void create.act(fields);
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={event ? 'Edit event' : 'New event'}
      submitLabel={event ? 'Save' : 'Create event'}
      submitDisabled={title.trim() === '' || date === null || create.pending || update.pending}
      onSubmit={submit}
    >
      <Input label="What happened" value={title} onChange={setTitle} maxLength={500} autoFocus />
      <FieldRow>
        <DateInput label="Date" value={date ?? ''} onChange={setDate} />
        <Input label="Place" value={where} onChange={setWhere} maxLength={300} />
      </FieldRow>
      <section className={styles['lines']} aria-label="Actors">
        <h3 className={styles['subTitle']}>Actors</h3>
        {actors.map((line, index) => {
          const name = names.get(line.actorId) ?? '';
          return (
            <div key={line.actorId} className={styles['line']}>
              <span dir="auto">{name}</span>
              <Input
                label={`Role of ${name}`}
                hideLabel
                placeholder="Role, e.g. host, victim"
                value={line.role}
                onChange={(role) =>
                  setActors(actors.map((other, position) => (position === index ? { ...other, role } : other)))
                }
                maxLength={200}
              />
              <IconButton
                label={`Remove ${name}`}
                icon={<X size={14} />}
                onClick={() => setActors(actors.filter((_, position) => position !== index))}
              />
            </div>
          );
        })}
        <ActorPicker
          label="Add an actor"
          value=""
          without={actors.map(({ actorId }) => actorId)}
          onChange={(actorId) => actorId && setActors((now) => [...now, { actorId, role: '' }])}
          clearOnChoose
        />
      </section>
      <ExcerptsField title="Excerpts" value={excerptIds} onChange={setExcerptIds} />
      <TextArea label="Description" value={description} onChange={setDescription} rows={2} maxLength={20_000} />
    </Dialog>
  );
}

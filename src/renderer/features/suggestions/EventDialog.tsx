import { X } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import type { SuggestedActorWish, SuggestedEvent } from '../../../shared/domain/suggestions';
import { DateInput, Dialog, FieldRow, IconButton, Input } from '../../ui';
import { ActorChoice } from './ActorChoice';
import { wishFor } from './proposals';
import type { Proposals } from './useProposals';
import styles from './suggestions.module.css';

type Edited = Required<Pick<InputOf<'suggestions.acceptEvent'>, 'title' | 'date' | 'place' | 'actors'>>;

interface Present {
  /** As the text names them. */
  name: string;
  offered: SuggestedActorWish | null;
  actor: SuggestedActorWish | null;
  role: string;
}

export interface EventDialogProps {
  suggested: SuggestedEvent;
  proposals: Proposals;
  onAccept: (edited: Edited) => void;
  onClose: () => void;
}

/** A suggested event, put right before it is added. */
export function EventDialog({ suggested, proposals, onAccept, onClose }: EventDialogProps) {
  const { found, decisions } = proposals;
  const [title, setTitle] = useState(suggested.title);
  const [date, setDate] = useState<string | null>(suggested.date);
  const [place, setPlace] = useState(suggested.place);
  const [present, setPresent] = useState<Present[]>(() =>
    suggested.actors.map(({ actorKey, name, role }) => {
      const wish = wishFor(actorKey, found?.actors ?? [], decisions);
      return { name, role, offered: wish, actor: wish };
    }),
  );
  const change = (index: number, part: Partial<Present>) =>
    setPresent(present.map((one, position) => (position === index ? { ...one, ...part } : one)));
  const accept = () =>
    onAccept({
      title: title.trim(),
      date: date ?? '',
      place,
      actors: present.flatMap(({ actor, role }) => (actor === null ? [] : [{ actor, role }])),
    });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Edit and accept"
      submitLabel="Add event"
      submitDisabled={title.trim() === '' || date === null}
      onSubmit={accept}
    >
      <Input label="What happened" value={title} onChange={setTitle} maxLength={500} autoFocus />
      <FieldRow>
        <DateInput label="Date" value={date ?? ''} onChange={setDate} />
        <Input label="Place" value={place} onChange={setPlace} maxLength={300} />
      </FieldRow>
      {present.map(({ name, actor, offered, role }, index) => (
        <div key={name} className={styles.present}>
          <ActorChoice
            label={`Actor: ${name}`}
            value={actor}
            offered={offered}
            onChange={(wish) => change(index, { actor: wish })}
          />
          <Input label="Role" value={role} onChange={(text) => change(index, { role: text })} maxLength={200} />
          <IconButton
            label={`Leave out ${name}`}
            icon={<X size={14} />}
            onClick={() => setPresent(present.filter((_, position) => position !== index))}
          />
        </div>
      ))}
    </Dialog>
  );
}

import { useState } from 'react';
import { useAct } from '../../client';
import { isMutual, relationInWords, relationKinds, type RelationKind } from '../../../shared/actors/relations';
import type { ActorDetail, ActorRelation } from '../../../shared/domain/actors';
import { DateInput, Dialog, FieldRow, Input, Select, TextArea } from '../../ui';
import { ActorPicker } from '../pickers/ActorPicker';
import { ExcerptsField } from '../pickers/ExcerptsField';

/** A kind of relation, and whether the actor whose page this is stands on the far side of it. */
type Choice = `${RelationKind} ${'forward' | 'backward'}`;

const choices = relationKinds.flatMap((kind): { value: Choice; label: string; backward: boolean }[] => [
  { value: `${kind} forward`, label: relationInWords({ kind, label: '' }, false), backward: false },
  ...(isMutual(kind)
    ? []
    : [{ value: `${kind} backward` as Choice, label: relationInWords({ kind, label: '' }, true), backward: true }]),
]);

export interface RelationDialogProps {
  actor: ActorDetail;
  /** The relation to change; null makes a new one. */
  relation: ActorRelation | null;
  onClose: () => void;
}

/** How an actor stands to another, since when, and what that rests on. */
export function RelationDialog({ actor, relation, onClose }: RelationDialogProps) {
  const wasBackward = relation !== null && relation.toId === actor.id;
  const [choice, setChoice] = useState<Choice>(
    relation
      ? `${relation.kind} ${wasBackward && !isMutual(relation.kind) ? 'backward' : 'forward'}`
      : 'member forward',
  );
  const [otherId, setOtherId] = useState('');
  const [label, setLabel] = useState(relation?.label ?? '');
  const [from, setFrom] = useState<string | null>(relation?.from ?? '');
  const [to, setTo] = useState<string | null>(relation?.to ?? '');
  const [note, setNote] = useState(relation?.note ?? '');
  const [excerptIds, setExcerptIds] = useState(() => relation?.excerpts.map(({ id }) => id) ?? []);
  const add = useAct('actors.relate', { onSuccess: onClose });
  const update = useAct('actors.updateRelation', { onSuccess: onClose });

  // The two ends stay as they are: another pair of actors is another relation.
  const options = relation
    ? choices.filter(({ value, backward }) => backward === wasBackward || mutual(value))
    : choices;
  const submit = () => {
    if (from === null || to === null) return;
    const [kind, side] = choice.split(' ') as [RelationKind, string];
    const facts = { kind, label, from, to, note, excerptIds };
    if (relation) void update.act({ id: relation.id, ...facts });
    else if (side === 'backward') void add.act({ fromId: otherId, toId: actor.id, ...facts });
    else void add.act({ fromId: actor.id, toId: otherId, ...facts });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={relation ? 'Edit relation' : 'Add relation'}
      submitLabel={relation ? 'Save' : 'Add relation'}
      submitDisabled={
        (relation === null && otherId === '') || from === null || to === null || add.pending || update.pending
      }
      onSubmit={submit}
    >
      <FieldRow>
        <Select label={actor.name} value={choice} options={options} onChange={setChoice} />
        {relation ? (
          <Input label="Actor" value={wasBackward ? relation.fromName : relation.toName} onChange={() => {}} disabled />
        ) : (
          <ActorPicker value={otherId} onChange={setOtherId} without={[actor.id]} autoFocus />
        )}
      </FieldRow>
      <Input
        label="What exactly (optional)"
        placeholder="e.g. observer, elder brother, 51 %"
        value={label}
        onChange={setLabel}
        maxLength={200}
      />
      <FieldRow>
        <DateInput label="From" value={from ?? ''} onChange={setFrom} />
        <DateInput label="To" value={to ?? ''} onChange={setTo} />
      </FieldRow>
      <ExcerptsField title="Rests on" value={excerptIds} onChange={setExcerptIds} />
      <TextArea label="Note (optional)" value={note} onChange={setNote} rows={2} maxLength={5000} />
    </Dialog>
  );
}

function mutual(choice: Choice): boolean {
  return isMutual(choice.split(' ')[0] as RelationKind);
}

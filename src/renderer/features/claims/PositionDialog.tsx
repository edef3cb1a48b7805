import { useMemo, useState } from 'react';
import { useAct } from '../../client';
import {
  positionStances,
  type ClaimDetail,
  type Position,
  type PositionManner,
  type PositionStance,
} from '../../../shared/domain/claims';
import { DateInput, Dialog, FieldRow, Input, Select } from '../../ui';
import { ActorPicker } from '../pickers/ActorPicker';
import { RestsOnPicker } from '../pickers/RestsOnPicker';
import styles from './claims.module.css';
import { stanceNames } from './words';

const stanceOptions = positionStances.map((value) => ({ value, label: stanceNames[value] }));
const manners: { value: PositionManner; label: string }[] = [
  { value: 'held', label: 'Held: the actor said so' },
  { value: 'reported', label: 'Reported: somebody else says so of the actor' },
];

export interface PositionDialogProps {
  claim: ClaimDetail;
  /** The position to change; null makes a new one. */
  position: Position | null;
  onClose: () => void;
}

/** Who said what about a claim, when, and what that rests on. */
export function PositionDialog({ claim, position, onClose }: PositionDialogProps) {
  const [actorId, setActorId] = useState(position?.actorId ?? '');
  const [stance, setStance] = useState<PositionStance>(position?.stance ?? 'asserts');
  const [manner, setManner] = useState<PositionManner>(position?.manner ?? 'held');
  const [date, setDate] = useState<string | null>(position?.date ?? '');
  const [excerptId, setExcerptId] = useState(position?.excerptId ?? '');
  const [note, setNote] = useState(position?.note ?? '');
  const add = useAct('claims.addPosition', { onSuccess: onClose });
  const update = useAct('claims.updatePosition', { onSuccess: onClose });

  const near = useMemo(
    () => [...claim.evidence.map((piece) => piece.excerpt), ...(position?.excerpt ? [position.excerpt] : [])],
    [claim.evidence, position],
  );

  const submit = () => {
    if (date === null) return;
    const facts = { stance, manner, date, excerptId: excerptId || null, note };
    if (position) void update.act({ id: position.id, ...facts });
    else void add.act({ claimId: claim.id, actorId, ...facts });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={position ? `Position of ${position.actorName}` : 'Add position'}
      submitLabel={position ? 'Save' : 'Add position'}
      submitDisabled={actorId === '' || date === null || add.pending || update.pending}
      onSubmit={submit}
    >
      {!position && <ActorPicker value={actorId} onChange={setActorId} autoFocus />}
      <FieldRow>
        <Select label="Position" value={stance} options={stanceOptions} onChange={setStance} />
        <DateInput label="Date" value={date ?? ''} onChange={setDate} />
      </FieldRow>
      <fieldset className={styles['mannerSet']}>
        <legend className="visually-hidden">How it is known</legend>
        <div className={styles['manner']}>
          {manners.map(({ value, label }) => (
            <label key={value} className={styles['choice']}>
              <input type="radio" name="manner" checked={manner === value} onChange={() => setManner(value)} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <RestsOnPicker near={near} placeholder="One of this claim’s excerpts" value={excerptId} onChange={setExcerptId} />
      <Input label="Note (optional)" value={note} onChange={setNote} maxLength={2000} />
    </Dialog>
  );
}

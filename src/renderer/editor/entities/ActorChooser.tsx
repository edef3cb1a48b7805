import { useState } from 'react';
import { actorKinds, type ActorKind } from '../../../shared/domain/actors';
import { failureFrom } from '../../../shared/result';
import { call } from '../../client';
import { ActorIcon } from '../../ui/Chip';
import { Select } from '../../ui/Select';
import styles from '../cards.module.css';
import { EntityPicker } from './EntityPicker';

const kindOptions = actorKinds.map((value) => ({
  value,
  label: value[0]!.toUpperCase() + value.slice(1),
  icon: <ActorIcon kind={value} />,
}));

export interface ActorChooserProps {
  startWith: string;
  onChoose: (actorId: string) => void;
  onCancel: () => void;
  onFail: (failure: { message: string }) => void;
}

/** An actor by any of its names, or a new one of a kind. */
export function ActorChooser({ startWith, onChoose, onCancel, onFail }: ActorChooserProps) {
  const [kind, setKind] = useState<ActorKind>('person');
  const create = (name: string) => {
    call('actors.create', { kind, name: name.slice(0, 300) }).then(
      ({ id }) => onChoose(id),
      (error: unknown) => onFail(failureFrom(error)),
    );
  };
  return (
    <div className={styles.actorChooser}>
      <EntityPicker
        label="Actor"
        kinds={['actor']}
        startWith={startWith}
        onChoose={({ id }) => onChoose(id)}
        onCancel={onCancel}
        onCreate={create}
        createLabel={(name) => `New ${kind} “${name}”`}
      />
      <Select<ActorKind> label="A new actor is a" value={kind} options={kindOptions} onChange={setKind} />
    </div>
  );
}

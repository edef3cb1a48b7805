import { useMemo } from 'react';
import type { SuggestedActorWish } from '../../../shared/domain/suggestions';
import { useCall } from '../../client';
import { ActorIcon, Combobox } from '../../ui';

const NEW = 'new';

export interface ActorChoiceProps {
  label: string;
  hint?: string;
  value: SuggestedActorWish | null;
  /** The actor of the text that was suggested, to come back to. */
  offered: SuggestedActorWish | null;
  onChange: (wish: SuggestedActorWish | null) => void;
  autoFocus?: boolean;
}

/** An actor of the library or one to be added; nothing is written before the whole is accepted. */
export function ActorChoice({ label, hint, value, offered, onChange, autoFocus = false }: ActorChoiceProps) {
  const actors = useCall('actors.list', {}).data;
  const fresh = value?.is === 'new' ? value : offered?.is === 'new' ? offered : null;
  const items = useMemo(
    () => [
      ...(fresh
        ? [{ id: NEW, label: fresh.name, note: `new ${fresh.kind}`, icon: <ActorIcon kind={fresh.kind} /> }]
        : []),
      ...(actors ?? []).map(({ id, name, kind, role, aliases }) => ({
        id,
        label: name,
        note: role,
        icon: <ActorIcon kind={kind} />,
        alsoFoundBy: aliases,
      })),
    ],
    [actors, fresh],
  );
  return (
    <Combobox
      label={label}
      hint={hint}
      placeholder="Find by any name"
      items={items}
      value={value === null ? '' : value.is === 'new' ? NEW : value.actorId}
      onChange={(id) => {
        if (id === '') onChange(null);
        else if (id === NEW) onChange(fresh);
        else onChange({ is: 'existing', actorId: id, key: offered?.key, aliases: [] });
      }}
      onCreate={(name) => onChange({ is: 'new', kind: 'person', name })}
      createLabel={(name) => `New person “${name}”`}
      autoFocus={autoFocus}
    />
  );
}

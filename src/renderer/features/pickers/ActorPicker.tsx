import { useMemo } from 'react';
import { useAct, useCall } from '../../client';
import { ActorIcon, Combobox } from '../../ui';

export interface ActorPickerProps {
  label?: string;
  value: string;
  onChange: (actorId: string) => void;
  /** Left out of the offer. */
  without?: readonly string[];
  clearOnChoose?: boolean;
  autoFocus?: boolean;
}

/** Finds an actor by any of its names in any script, or makes a new person. */
export function ActorPicker({
  label = 'Actor',
  value,
  onChange,
  without = [],
  clearOnChoose = false,
  autoFocus = false,
}: ActorPickerProps) {
  const actors = useCall('actors.list', {}).data;
  const create = useAct('actors.create', { onSuccess: ({ id }) => onChange(id) });
  const items = useMemo(
    () =>
      (actors ?? [])
        .filter(({ id }) => !without.includes(id))
        .map(({ id, name, kind, role, aliases }) => ({
          id,
          label: name,
          note: role,
          icon: <ActorIcon kind={kind} />,
          alsoFoundBy: aliases,
        })),
    [actors, without],
  );
  return (
    <Combobox
      label={label}
      placeholder="Find by any name"
      items={items}
      value={value}
      onChange={onChange}
      onCreate={(name) => void create.act({ kind: 'person', name })}
      createLabel={(name) => `New person “${name}”`}
      clearOnChoose={clearOnChoose}
      autoFocus={autoFocus}
    />
  );
}

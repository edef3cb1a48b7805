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
  const all = useMemo(
    () =>
      (actors ?? []).map(({ id, name, kind, role, aliases }) => ({
        id,
        label: name,
        note: role,
        icon: <ActorIcon kind={kind} />,
        alsoFoundBy: aliases,
      })),
    [actors],
  );
  // subtle: `without` is a new list at every render; what is left out must not make the items anew.
  const left = without.join(' ');
  const items = useMemo(() => all.filter(({ id }) => !left.includes(id)), [all, left]);
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

import { useAct } from '../../client';
import { Combobox } from '../../ui';
import { useActorItems } from './useActorItems';

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
  const { items, meant } = useActorItems(without);
  const create = useAct('actors.create', { onSuccess: ({ id }) => onChange(id) });
  return (
    <Combobox
      label={label}
      placeholder="Find by any name"
      items={items}
      meant={meant}
      value={value}
      onChange={onChange}
      onCreate={(name) => void create.act({ kind: 'person', name })}
      createLabel={(name) => `New person “${name}”`}
      clearOnChoose={clearOnChoose}
      autoFocus={autoFocus}
    />
  );
}

import { useMemo } from 'react';
import { useAct, useCall } from '../../client';
import { Combobox, StatusMark } from '../../ui';

export interface ClaimPickerProps {
  label?: string;
  value: string;
  onChange: (claimId: string) => void;
  /** Left out of the offer. */
  without?: readonly string[];
  clearOnChoose?: boolean;
  autoFocus?: boolean;
}

/** Finds a claim by its words, or makes a new one. */
export function ClaimPicker({
  label = 'Claim',
  value,
  onChange,
  without = [],
  clearOnChoose = false,
  autoFocus = false,
}: ClaimPickerProps) {
  const claims = useCall('claims.list', {}).data;
  const create = useAct('claims.create', { onSuccess: ({ id }) => onChange(id) });
  const all = useMemo(
    () =>
      (claims ?? []).map(({ id, statement, status }) => ({
        id,
        label: statement,
        icon: <StatusMark status={status} />,
      })),
    [claims],
  );
  // subtle: `without` is a new list at every render; what is left out must not make the items anew.
  const left = without.join(' ');
  const items = useMemo(() => all.filter(({ id }) => !left.includes(id)), [all, left]);
  return (
    <Combobox
      label={label}
      placeholder="Find by its words"
      items={items}
      value={value}
      onChange={onChange}
      onCreate={(statement) => void create.act({ statement })}
      createLabel={(statement) => `New claim “${statement}”`}
      clearOnChoose={clearOnChoose}
      autoFocus={autoFocus}
    />
  );
}

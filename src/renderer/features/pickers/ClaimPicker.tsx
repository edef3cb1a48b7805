import { useMemo } from 'react';
import { useAct } from '../../client';
import { Combobox } from '../../ui';
import { useClaimItems } from './useClaimItems';

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
  const create = useAct('claims.create', { onSuccess: ({ id }) => onChange(id) });
  const all = useClaimItems();
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

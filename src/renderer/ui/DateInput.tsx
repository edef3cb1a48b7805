import { useEffect, useState } from 'react';
import { displayDate } from '../../shared/dates/display';
import { Input } from './Field';
import { readDate } from './readDate';

export interface DateInputProps {
  label: string;
  /** EDTF; '' for undated. */
  value: string;
  /** Gets EDTF, or null while what is typed cannot be read. */
  onChange: (edtf: string | null) => void;
  /** Said while the field is empty. */
  empty?: string;
}

/** A date in people's words or EDTF; says what it understood before it is saved. */
export function DateInput({ label, value, onChange, empty = 'Leave empty if it is not known.' }: DateInputProps) {
  const [typed, setTyped] = useState(value);
  const understood = readDate(typed);
  useEffect(() => {
    // The value changed from outside: another row is being edited.
    setTyped((now) => (readDate(now) === value ? now : value));
  }, [value]);
  return (
    <Input
      label={label}
      value={typed}
      placeholder="6 Apr 2023, c. 2021, 2019–2021"
      onChange={(text) => {
        setTyped(text);
        onChange(readDate(text));
      }}
      error={
        understood === null ? 'This is no date Commonplace can read. Try “6 Apr 2023”, “Apr 2023” or “c. 2021”.' : null
      }
      hint={understood ? displayDate(understood, { long: true }) : empty}
    />
  );
}

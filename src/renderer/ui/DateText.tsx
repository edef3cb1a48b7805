import { displayDate } from '../../shared/dates/display';
import { parseEdtf } from '../../shared/dates/edtf';

export interface DateTextProps {
  /** EDTF; '' for undated. */
  date: string;
  long?: boolean;
  /** Shown for undated; '' shows nothing. */
  undated?: string;
}

/** A date with its precision: "c. Mar 2023". The exact form is in the tooltip. */
export function DateText({ date, long = false, undated = 'Undated' }: DateTextProps) {
  if (date === '') return undated === '' ? null : <span>{undated}</span>;
  const parsed = parseEdtf(date);
  const exact = parsed?.kind === 'date' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date);
  return (
    <time dateTime={exact ? date : undefined} title={date}>
      {displayDate(date, { long })}
    </time>
  );
}

import { edtfBeginning, edtfBounds } from '../dates/edtf';

/** Whether something was there by a date: surely, not yet, or nobody can tell, because one of the dates is too imprecise. */
export type Known = 'yes' | 'perhaps' | 'no';

/**
 * Whether what began on `date` was there by the end of `asOf` (both EDTF). Undated things may be of any time: `perhaps`.
 * With '' for `asOf`, which is now, everything is there.
 */
export function knownBy(date: string, asOf: string): Known {
  const end = edtfBounds(asOf)?.[1];
  if (end === undefined) return 'yes';
  const beginning = edtfBeginning(date);
  if (beginning === null) return 'perhaps';
  return beginning[0] > end ? 'no' : beginning[1] > end ? 'perhaps' : 'yes';
}

/**
 * What of these was there by the end of a date (EDTF; '' for now). What may have been there is kept, for leaving it out
 * would be a guess too; whoever shows it says so.
 */
export function asOf<Dated extends { date: string }>(items: readonly Dated[], date: string): Dated[] {
  return items.filter((item) => knownBy(item.date, date) !== 'no');
}

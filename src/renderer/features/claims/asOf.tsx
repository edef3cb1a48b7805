import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import * as v from 'valibot';
import { useChoice } from '../../app/preferences';
import { displayDate } from '../../../shared/dates/display';
import { isEdtf } from '../../../shared/dates/edtf';
import { Button, DateInput, Popover } from '../../ui';
import styles from './claims.module.css';

const date = v.pipe(v.string(), v.check(isEdtf));

/** The date on which claims are looked at, everywhere at once; EDTF, '' for now. */
export function useAsOf(): [asOf: string, setAsOf: (asOf: string) => void] {
  return useChoice('claims.asOf', date, '');
}

/** Chooses the date on which claims are looked at: the button says which it is. */
export function AsOfControl() {
  const [asOf, setAsOf] = useAsOf();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(asOf);
  const say = asOf === '' ? 'Now' : displayDate(asOf);
  const close = (next: string) => {
    setAsOf(next);
    setOpen(false);
  };
  return (
    <Popover
      label="As of a date"
      align="end"
      open={open}
      onOpenChange={(next) => {
        setTyped(asOf);
        setOpen(next);
      }}
      trigger={
        <Button
          look={asOf === '' ? 'quiet' : 'secondary'}
          icon={<CalendarClock size={14} aria-hidden />}
          aria-label={`As of: ${say}`}
          title="Shows statuses and stands as they were on a date"
        >
          {say}
        </Button>
      }
    >
      <form
        className={styles['asOf']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== null) close(typed);
        }}
      >
        <DateInput label="As of" value={typed ?? ''} onChange={setTyped} empty="Leave empty for now." />
        <div className={styles['asOfActs']}>
          {asOf !== '' && <Button onClick={() => close('')}>Back to now</Button>}
          <Button type="submit" look="primary" disabled={typed === null}>
            Show
          </Button>
        </div>
      </form>
    </Popover>
  );
}

import { CalendarSearch } from 'lucide-react';
import { useState } from 'react';
import { edtfBounds } from '../../../shared/dates/edtf';
import { Button, DateInput, Popover } from '../../ui';
import styles from './timeline.module.css';

const day = 86_400_000;

/** Brings a date in people's words into sight: a day with the weeks around it, a month or a year as a whole. */
export function GoToDate({ onGo }: { onGo: (from: number, to: number) => void }) {
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState<string | null>('');
  const bounds = date ? edtfBounds(date) : null;
  const go = () => {
    if (!bounds) return;
    const [from, to] = [Math.max(bounds[0], bounds[1] - 1e14), Math.min(bounds[1], bounds[0] + 1e14)];
    const margin = to - from < 2 * day ? 14 * day : 0;
    onGo(from - margin, to + margin);
    setOpen(false);
  };
  return (
    <Popover
      label="Go to a date"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<CalendarSearch size={14} aria-hidden />} aria-haspopup="dialog">
          Go to date
        </Button>
      }
    >
      <form
        className={styles['goTo']}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          go();
        }}
      >
        <DateInput label="Date" value={date ?? ''} onChange={setDate} empty="A day, a month, a year or a span." />
        <div className={styles['goToActs']}>
          <Button type="submit" look="primary" disabled={!bounds}>
            Go
          </Button>
        </div>
      </form>
    </Popover>
  );
}

import { CalendarX2 } from 'lucide-react';
import styles from './events.module.css';

/** Says by sign and words that dates of one event cannot all be true. */
export function DatesConflict({ label = 'Sources disagree about the date.' }: { label?: string }) {
  return (
    <span className={styles['conflict']}>
      <CalendarX2 size={13} aria-hidden />
      {label}
    </span>
  );
}

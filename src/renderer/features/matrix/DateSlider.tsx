import { displayDate } from '../../../shared/dates/display';
import styles from './matrix.module.css';

export interface DateSliderProps {
  /** EDTF, in order: where the picture changes. */
  dates: readonly string[];
  /** '' for now. */
  value: string;
  onChange: (date: string) => void;
}

/** Goes through time, one date at which something was said after the other, to now. */
export function DateSlider({ dates, value, onChange }: DateSliderProps) {
  const index = value === '' ? dates.length : dates.indexOf(value);
  // A date that was typed stands between two: the slider shows the last one before it.
  const at =
    index === -1
      ? Math.max(
          0,
          dates.findLastIndex((date) => date <= value),
        )
      : index;
  return (
    <label className={styles['slider']}>
      <span>{displayDate(dates[0] ?? '')}</span>
      <input
        type="range"
        aria-label="Date"
        aria-valuetext={value === '' ? 'Now' : displayDate(value)}
        min={0}
        max={dates.length}
        step={1}
        value={at}
        onChange={(event) => onChange(dates[event.target.valueAsNumber] ?? '')}
      />
      <span>Now</span>
    </label>
  );
}

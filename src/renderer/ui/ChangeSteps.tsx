import { ArrowDown, ArrowUp } from 'lucide-react';
import styles from './ChangeSteps.module.css';
import { IconButton } from './IconButton';

export interface ChangeStepsProps {
  /** Which of them is current, from 0. */
  at: number;
  count: number;
  onGo: (at: number) => void;
}

/** "Change 2 of 7", and the way to the one before and after; the keys P and N are whoever's shows the changes. */
export function ChangeSteps({ at, count, onGo }: ChangeStepsProps) {
  return (
    <span className={styles['steps']}>
      <span role="status">
        Change {at + 1} of {count}
      </span>
      <IconButton
        label="Previous change"
        shortcut="p"
        icon={<ArrowUp size={15} />}
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      />
      <IconButton
        label="Next change"
        shortcut="n"
        icon={<ArrowDown size={15} />}
        disabled={at >= count - 1}
        onClick={() => onGo(at + 1)}
      />
    </span>
  );
}

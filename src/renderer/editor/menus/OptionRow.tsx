import type { ReactNode } from 'react';
import { cx } from '../../ui/cx';
import styles from './rows.module.css';

export interface OptionRowProps {
  id: string;
  active: boolean;
  onHover: () => void;
  onChoose: () => void;
  children: ReactNode;
}

/** One thing to choose in a list that is driven from where the caret is. */
export function OptionRow({ id, active, onHover, onChoose, children }: OptionRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={cx(styles.row, active && styles.rowActive)}
      onMouseMove={onHover}
      // subtle: the mouse must not take the focus from what is being typed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}

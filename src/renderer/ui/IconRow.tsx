import type { ReactNode } from 'react';
import styles from './IconRow.module.css';

export interface IconRowProps {
  icon: ReactNode;
  title: string;
  /** At the end of the first line. */
  end?: ReactNode;
  /** The second line, quieter; its room is kept where it is empty. */
  under?: ReactNode;
}

/** A row of a list in two lines: what it is and what it is called, and below it what tells it from others. */
export function IconRow({ icon, title, end, under }: IconRowProps) {
  return (
    <div className={styles['row']}>
      {icon}
      <span className={styles['title']} dir="auto">
        {title}
      </span>
      {end}
      <span className={styles['under']}>{under}</span>
    </div>
  );
}

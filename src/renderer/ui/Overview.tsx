import type { ReactNode } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import styles from './Overview.module.css';

/** A drawing of many things, or the same as a table for those who do not see it. */
export const looks = ['picture', 'table'] as const;
export type Look = (typeof looks)[number];
const lookNames: Record<Look, string> = { picture: 'Picture', table: 'Table' };

export interface OverviewProps {
  title: string;
  /** What is shown, in a few words; told to screen readers when it changes. */
  facts: string;
  look: Look;
  onLook: (look: Look) => void;
  /** Further things in the head, after the facts. */
  head?: ReactNode;
  children: ReactNode;
}

/** A view of many things at once that fills the window: its title, what it shows, and as what. */
export function Overview({ title, facts, look, onLook, head, children }: OverviewProps) {
  return (
    <section className={styles['page']} aria-label={title}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <span className={styles['facts']} role="status">
          {facts}
        </span>
        {head}
        <div className={styles['looks']} role="group" aria-label="Shown as">
          {looks.map((each) => (
            <Button
              key={each}
              aria-pressed={look === each}
              className={cx(look === each && styles['on'])}
              onClick={() => onLook(each)}
            >
              {lookNames[each]}
            </Button>
          ))}
        </div>
      </header>
      {children}
    </section>
  );
}

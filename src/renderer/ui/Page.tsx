import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Page.module.css';

/** A page of running content in the detail pane, at a readable width, scrolling by itself. */
export function Page({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <div className={styles['wrap']}>
      <article className={cx(styles['page'], className)} aria-label={label} tabIndex={0}>
        <div className={styles['column']}>{children}</div>
      </article>
    </div>
  );
}

export interface PageHeaderProps {
  /** Small facts above the title. */
  over?: ReactNode;
  title: ReactNode;
  under?: ReactNode;
  /** Buttons at the end of the line above the title. */
  acts?: ReactNode;
}

export function PageHeader({ over, title, under, acts }: PageHeaderProps) {
  return (
    <header className={styles['head']}>
      {(over || acts) && (
        <div className={styles['over']}>
          {over}
          {acts && <div className={styles['acts']}>{acts}</div>}
        </div>
      )}
      <h2 className={styles['title']} dir="auto">
        {title}
      </h2>
      {under && <div className={styles['under']}>{under}</div>}
    </header>
  );
}

export interface SectionProps {
  title: string;
  count?: number;
  acts?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page; a hairline, no box. */
export function Section({ title, count, acts, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-label={title}>
      <div className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>
          {title}
          {count !== undefined && <span className={styles['count']}>{count}</span>}
        </h3>
        {acts && <div className={styles['acts']}>{acts}</div>}
      </div>
      {children}
    </section>
  );
}

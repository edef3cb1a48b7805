import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/IconButton';
import type { NounKind } from '../../shared/domain/common';
import { useCommand } from './commands';
import { useLibrary } from './library';
import styles from './ListFrame.module.css';
import type { ViewName } from './places';
import type { View } from './views';

/** What the bar of a noun's list counts, and the command behind its plus. */
const bars: Partial<Record<ViewName, { kind: NounKind; create?: string }>> = {
  // The list of sources has a menu of its own: there are several ways to bring one in.
  sources: { kind: 'source' },
  excerpts: { kind: 'excerpt' },
  claims: { kind: 'claim', create: 'claim.new' },
  actors: { kind: 'actor', create: 'actor.new' },
  events: { kind: 'event', create: 'event.new' },
  memos: { kind: 'memo', create: 'memo.new' },
};

/** The list pane: a bar with what is listed and how many there are, then the feature's list. */
export function ListFrame({ view, children }: { view: View; children: ReactNode }) {
  const library = useLibrary();
  const bar = bars[view.name];
  const create = useCommand(bar?.create ?? '');
  // Views without a bar of a noun head their list themselves: its title is the user's own.
  if (!bar) return <div className={styles['pane']}>{children}</div>;
  return (
    <ListPane
      label={view.title}
      title={view.title}
      count={library.counts[bar.kind]}
      acts={
        create && (
          <IconButton label={create.title} shortcut={create.shortcut} icon={<Plus size={16} />} onClick={create.run} />
        )
      }
    >
      {children}
    </ListPane>
  );
}

export interface ListPaneProps {
  /** For screen readers. */
  label: string;
  title: string;
  count: number;
  acts?: ReactNode;
  children: ReactNode;
}

/** A list under its bar. */
export function ListPane({ label, title, count, acts, children }: ListPaneProps) {
  return (
    <section className={styles['pane']} aria-label={label}>
      <header className={styles['bar']}>
        <h1 className={styles['barTitle']} dir="auto">
          {title}
          <span className={styles['count']}>{count.toLocaleString()}</span>
        </h1>
        <div className={styles['space']} />
        {acts}
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

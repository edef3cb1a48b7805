import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { DateText, IconButton, List } from '../../ui';
import styles from './timeline.module.css';

interface Entry {
  key: string;
  title: string;
  date: string;
}
export interface SideListProps<T extends Entry> {
  title: string;
  entries: readonly T[];
  onOpen: (entry: T) => void;
  onClose: () => void;
}

/** Events that have no place of their own in the picture: the undated, or those that one count stands for. */
export function SideList<T extends Entry>({ title, entries, onOpen, onClose }: SideListProps<T>) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [title]);
  return (
    <aside
      ref={box}
      className={styles['side']}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['sideHead']}>
        <h3>{title}</h3>
        <IconButton small label="Close" shortcut="escape" icon={<X size={15} />} onClick={onClose} />
      </header>
      <List
        label={title}
        items={entries}
        keyOf={({ key }) => key}
        textOf={({ title: text }) => text}
        rowHeight={50}
        onOpen={onOpen}
        onSelect={() => {}}
        renderRow={(entry) => (
          <div className={styles['sideRow']}>
            <div className={styles['quiet']}>
              <DateText date={entry.date} />
            </div>
            <div dir="auto">{entry.title}</div>
          </div>
        )}
      />
    </aside>
  );
}

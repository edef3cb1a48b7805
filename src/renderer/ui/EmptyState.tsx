import type { ReactNode } from 'react';
import { useCommand } from '../app/commands';
import { Button } from './Button';
import styles from './EmptyState.module.css';
import { Kbd } from './Kbd';

export interface EmptyStateProps {
  title: string;
  /** What this place is for, in a sentence or two. */
  children?: ReactNode;
  /** Id of the one next act; its title and shortcut are shown. */
  command?: string;
  /** Other buttons. */
  acts?: ReactNode;
}

export function EmptyState({ title, children, command, acts }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['text']}>{children}</div>}
      {(command || acts) && (
        <div className={styles['acts']}>
          {command && <CommandButton id={command} />}
          {acts}
        </div>
      )}
    </div>
  );
}

function CommandButton({ id }: { id: string }) {
  const command = useCommand(id);
  if (!command) return null;
  return (
    <Button look="secondary" onClick={command.run}>
      {command.title}
      {command.shortcut && <Kbd shortcut={command.shortcut} />}
    </Button>
  );
}

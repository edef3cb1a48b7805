import type { ComponentProps, ReactNode } from 'react';
import styles from './Sidebar.module.css';

export interface SidebarItemProps extends Omit<ComponentProps<'button'>, 'name'> {
  icon: ReactNode;
  name: string;
  count?: number | undefined;
  current: boolean;
  /** Nesting, from 0. */
  depth?: number;
  /** Something that can be dropped here is over it. */
  over?: boolean;
  onOpen: () => void;
}

export function SidebarItem({
  icon,
  name,
  count,
  current,
  depth = 0,
  over = false,
  onOpen,
  ...rest
}: SidebarItemProps) {
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={current ? 'page' : undefined}
      data-over={over}
      style={depth > 0 ? { paddingInlineStart: 8 + depth * 16 } : undefined}
      onClick={onOpen}
      {...rest}
    >
      {icon}
      <span className={styles['name']} dir="auto">
        {name}
      </span>
      {count !== undefined && <span className={styles['count']}>{count.toLocaleString()}</span>}
    </button>
  );
}

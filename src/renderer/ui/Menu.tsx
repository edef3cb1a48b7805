import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Shortcut } from '../app/shortcuts';
import { cx } from './cx';
import { Kbd } from './Kbd';
import styles from './Popup.module.css';

export interface MenuAction {
  label: string;
  icon?: ReactNode;
  shortcut?: Shortcut | undefined;
  /** Given: the entry is a choice that is on or off. */
  checked?: boolean;
  disabled?: boolean;
  /** Red: loses something. */
  dangerous?: boolean;
  run: () => void;
}
/** An entry, a line, or a heading. */
export type MenuEntry = MenuAction | 'line' | { heading: string };

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    if (entry === 'line') return <Base.Separator key={index} className={styles['separator']} />;
    if ('heading' in entry) {
      return (
        <div key={index} className={styles['groupLabel']} role="presentation">
          {entry.heading}
        </div>
      );
    }
    const content = (
      <>
        {entry.icon}
        <span className={styles['label']}>{entry.label}</span>
        {entry.shortcut && <Kbd shortcut={entry.shortcut} />}
      </>
    );
    if (entry.checked !== undefined) {
      return (
        <Base.CheckboxItem
          key={index}
          className={styles['item']}
          checked={entry.checked}
          disabled={entry.disabled ?? false}
          onCheckedChange={() => entry.run()}
          closeOnClick
        >
          {content}
          <Base.CheckboxItemIndicator>
            <Check size={14} aria-hidden />
          </Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      );
    }
    return (
      <Base.Item
        key={index}
        className={cx(styles['item'], entry.dangerous && styles['dangerous'])}
        disabled={entry.disabled ?? false}
        onClick={() => entry.run()}
      >
        {content}
      </Base.Item>
    );
  });
}

export interface MenuProps {
  entries: readonly MenuEntry[];
  /** The button that opens it: a Button or IconButton's element. */
  children: ReactElement<Record<string, unknown>>;
  align?: 'start' | 'center' | 'end';
}

export function Menu({ entries, children, align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} sideOffset={4} align={align}>
          <Base.Popup className={styles['popup']}>
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface ContextMenuProps {
  entries: readonly MenuEntry[];
  children: ReactElement<Record<string, unknown>>;
}

/** On right click, long press and the menu key. Everything in it can also be reached another way. */
export function ContextMenu({ entries, children }: ContextMenuProps) {
  return (
    <BaseContext.Root>
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal>
        <BaseContext.Positioner className={styles['positioner']}>
          <BaseContext.Popup className={styles['popup']}>
            <Entries entries={entries} />
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

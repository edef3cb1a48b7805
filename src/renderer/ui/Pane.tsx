import type { ReactNode } from 'react';
import { Group, Panel, Separator, type PanelProps } from 'react-resizable-panels';
import { usePreferences } from '../app/preferences';
import { useAlone } from './alone';
import { cx } from './cx';
import styles from './Pane.module.css';

export interface PanesProps {
  /** Its sizes are remembered under this name. */
  name: string;
  /** Pane elements with Splitters between them. */
  children: ReactNode;
  className?: string;
}

/** Panes side by side that the user can resize; sizes are found again at the next start. */
export function Panes({ name, children, className }: PanesProps) {
  const { preferences, change } = usePreferences();
  const alone = useAlone();
  return (
    <Group
      id={name}
      disabled={alone}
      className={cx(styles['group'], className)}
      defaultLayout={preferences.layouts[name]}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) change((now) => ({ layouts: { ...now.layouts, [name]: layout } }));
      }}
    >
      {children}
    </Group>
  );
}

/** Sizes: numbers are px, strings may be '30%'. */
export function Pane({ className, ...rest }: PanelProps) {
  return <Panel className={cx(styles['pane'], className)} {...rest} />;
}

/** Drag it, double click it to go back to the first width, or focus it and use the arrow keys. */
export function Splitter({ label = 'Resize panes' }: { label?: string }) {
  return <Separator className={styles['splitter']} aria-label={label} />;
}

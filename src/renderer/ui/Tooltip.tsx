import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import type { Shortcut } from '../app/shortcuts';
import { Kbd } from './Kbd';
import styles from './Popup.module.css';

export interface TooltipProps {
  text: ReactNode;
  shortcut?: Shortcut | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that can take a ref and event handlers. */
  children: ReactElement<Record<string, unknown>>;
}

/** A name for what has none on screen. Never the only place of something the user must know. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={styles['positioner']}>
          <Base.Popup className={styles['tooltip']}>
            {text}
            {shortcut && <Kbd shortcut={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Above everything that has tooltips: moving from one to the next shows it at once. */
export const TooltipProvider = Base.Provider;

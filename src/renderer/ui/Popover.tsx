import { Popover as Base } from '@base-ui/react/popover';
import { Fragment, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { cx } from './cx';
import { isFocusLost } from './isFocusLost';
import styles from './Popup.module.css';

export interface PopoverProps {
  /** The button that opens it. Left out where `anchor` places a controlled popover. */
  trigger?: ReactElement<Record<string, unknown>>;
  anchor?: Base.Positioner.Props['anchor'];
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** For screen readers. */
  label: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  /** Where the focus goes first; false leaves it where it is. */
  initialFocus?: Base.Popup.Props['initialFocus'];
  /** Where it goes when the popover closes, unless it went elsewhere already; to the trigger if left out. */
  finalFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A small form or preview beside what it is about. Escape closes it and gives the focus back. */
export function Popover({
  trigger,
  anchor,
  open,
  onOpenChange,
  label,
  side = 'bottom',
  align = 'start',
  initialFocus,
  finalFocus,
  children,
}: PopoverProps) {
  const popup = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState({ open: open ?? false, openings: 0 });
  const noteOpen = (now: boolean) => {
    if (now !== last.open) setLast({ open: now, openings: last.openings + (now ? 1 : 0) });
  };
  if (open !== undefined) noteOpen(open);
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => {
        if (open === undefined) noteOpen(next);
        onOpenChange?.(next);
      }}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className={styles['positioner']}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          // Below or above, in the room there is: beside its anchor it would lie over the line that it is about.
          collisionAvoidance={{ fallbackAxisSide: 'none' }}
          {...(anchor === undefined ? {} : { anchor })}
        >
          <Base.Popup
            className={cx(styles['popup'], styles['padded'])}
            aria-label={label}
            {...(initialFocus === undefined ? {} : { initialFocus })}
            ref={popup}
            {...(finalFocus === undefined
              ? {}
              : { finalFocus: () => (isFocusLost(popup.current) ? finalFocus.current : false) })}
          >
            {/* subtle: opened again before it had gone, it is the same element; what is in it begins anew all the same. */}
            <Fragment key={last.openings}>{children}</Fragment>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

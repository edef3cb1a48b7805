import type { ComponentProps, ReactNode } from 'react';
import type { Shortcut } from '../app/shortcuts';
import buttonStyles from './Button.module.css';
import { cx } from './cx';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** Its name: read by screen readers and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: Shortcut | undefined;
  pressed?: boolean;
  small?: boolean;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  small,
  side,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} {...(side ? { side } : {})}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(
          buttonStyles['button'],
          buttonStyles['icon'],
          pressed && buttonStyles['pressed'],
          small && buttonStyles['small'],
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}

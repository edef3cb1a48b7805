import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one act of a screen. link: an act inside running text. */
  look?: 'quiet' | 'secondary' | 'primary' | 'danger' | 'link';
  icon?: ReactNode;
}

export function Button({ look = 'quiet', icon, children, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={cx(styles['button'], look !== 'quiet' && styles[look], className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

import type { ReactElement } from 'react';
import type { ClaimStatus } from '../../shared/domain/claims';
import { cx } from './cx';
import styles from './StatusMark.module.css';

export const statusNames: Record<ClaimStatus, string> = {
  corroborated: 'Corroborated',
  contested: 'Contested',
  denied: 'Denied',
  retracted: 'Retracted',
  'single-source': 'Single source',
  unsupported: 'Unsupported',
};

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />;
/** The shape says what the colour says. */
const shapes: Record<ClaimStatus, ReactElement> = {
  corroborated: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  contested: (
    <>
      {ring}
      <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="currentColor" />
    </>
  ),
  denied: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  retracted: (
    <>
      {ring}
      <path d="M2.6 9.4l6.8-6.8" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  'single-source': (
    <>
      {ring}
      <path d="M1.25 6a4.75 4.75 0 0 0 9.5 0z" fill="currentColor" />
    </>
  ),
  unsupported: ring,
};

export interface StatusMarkProps {
  status: ClaimStatus;
  /** Also in words; otherwise the name is for screen readers and the tooltip. */
  withLabel?: boolean;
  size?: number;
}

/** The status of a claim: shape, colour and name. */
export function StatusMark({ status, withLabel = false, size = 12 }: StatusMarkProps) {
  const name = statusNames[status];
  return (
    <span className={cx(styles['mark'], styles[status])} title={withLabel ? undefined : name}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 12 12"
        role={withLabel ? undefined : 'img'}
        aria-label={withLabel ? undefined : name}
        aria-hidden={withLabel || undefined}
      >
        {shapes[status]}
      </svg>
      {withLabel && name}
    </span>
  );
}

import { Check, CheckCheck, Minus, Undo2, X, type LucideIcon } from 'lucide-react';
import type { PositionManner, PositionStance } from '../../../shared/domain/claims';
import { cx } from '../../ui';
import styles from './claims.module.css';
import { stanceNames } from './words';

const icons: Record<PositionStance, LucideIcon> = {
  asserts: Check,
  confirms: CheckCheck,
  denies: X,
  declines: Minus,
  retracts: Undo2,
};

/** A stance as a sign; the words beside it say the same. */
export function StanceIcon({ stance }: { stance: PositionStance }) {
  const Icon = icons[stance];
  return (
    <span className={styles[stance]}>
      <Icon size={14} aria-hidden />
    </span>
  );
}

/** A stance, and whether the actor said so (held) or others say so of the actor (reported): never shown alike. */
export function PositionMark({ stance, manner }: { stance: PositionStance; manner: PositionManner }) {
  return (
    <span className={cx(styles['stance'], manner === 'reported' && styles['reported'])}>
      <StanceIcon stance={stance} />
      {stanceNames[stance]}
      <span
        className={styles[manner === 'held' ? 'heldTag' : 'reportedTag']}
        title={manner === 'held' ? 'Said by the actor' : 'Said of the actor by somebody else; not counted as held'}
      >
        {manner}
      </span>
    </span>
  );
}

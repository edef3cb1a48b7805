import type { Excerpt } from '../../../shared/domain/excerpts';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { StandingMark } from './StandingMark';
import styles from './anchors.module.css';

export interface StandingLineProps {
  excerpt: Excerpt;
  /** The snapshot in which it is shown already. */
  shownIn: string;
}

/** In an open excerpt of an older snapshot: how it stands in the newest one, with the ways to the other place and to a decision. */
export function StandingLine({ excerpt, shownIn }: StandingLineProps) {
  const { open } = useNavigation();
  const { id, sourceId, anchor, standing } = excerpt;
  if (standing === null) return null;
  const { place, snapshotId, needsLook, decision } = standing;
  const at = (snapshot: string, { start, end }: { start: number; end: number }) =>
    open({ view: 'sources', id: sourceId, at: { snapshotId: snapshot, start, end } });
  return (
    <div className={styles.line} role="group" aria-label="In the newest snapshot">
      <span>In the newest snapshot:</span>
      <StandingMark standing={standing} />
      <span className={styles.ways}>
        {(needsLook || decision !== null) && (
          <Button look="link" onClick={() => open({ view: 'settle', sourceId, id })}>
            {needsLook ? 'Settle' : 'Decide anew'}
          </Button>
        )}
        {place && shownIn !== snapshotId && (
          <Button look="link" onClick={() => at(snapshotId, place)}>
            Show it there
          </Button>
        )}
        {shownIn !== anchor.snapshotId && (
          <Button look="link" onClick={() => at(anchor.snapshotId, anchor)}>
            Show where it was made
          </Button>
        )}
      </span>
    </div>
  );
}

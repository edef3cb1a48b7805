import { History } from 'lucide-react';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { capturedOn } from './captured';
import styles from './snapshots.module.css';

export interface SnapshotNoticeProps {
  source: SourceDetail;
  snapshotId: string;
  /** How many of its excerpts need a look. */
  toSettle: number;
  onSnapshot: (snapshotId: string) => void;
}

/** A line above the text: that it is an older one, or that excerpts wait for somebody to settle where they stand. */
export function SnapshotNotice({ source, snapshotId, toSettle, onSnapshot }: SnapshotNoticeProps) {
  const { open } = useNavigation();
  const { id: sourceId, snapshots } = source;
  const shown = snapshots.find(({ id }) => id === snapshotId);
  const newest = snapshots[0];
  if (!shown || !newest) return null;
  const isOlder = shown.id !== newest.id;
  if (!isOlder && toSettle === 0) return null;
  return (
    <div className={styles.notice} role="status" data-older={isOlder || undefined}>
      {isOlder && <History size={14} aria-hidden />}
      <span className={styles.said}>
        {isOlder
          ? `You are reading an older snapshot, captured ${capturedOn(shown.capturedAt)}.`
          : `${count(toSettle, 'excerpt')} of older snapshots ${toSettle === 1 ? 'needs' : 'need'} a look.`}
      </span>
      {isOlder && (
        <>
          <Button look="link" onClick={() => onSnapshot(newest.id)}>
            Read the newest
          </Button>
          <Button
            look="link"
            onClick={() => open({ view: 'compare', id: sourceId, olderId: shown.id, newerId: newest.id })}
          >
            See what changed
          </Button>
        </>
      )}
      {!isOlder && (
        <Button look="link" onClick={() => open({ view: 'settle', sourceId })}>
          Settle excerpts
        </Button>
      )}
    </div>
  );
}

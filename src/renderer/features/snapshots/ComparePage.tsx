import { useMemo } from 'react';
import type { SnapshotInfo, SourceDetail } from '../../../shared/domain/sources';
import { useNavigation } from '../../app/navigation';
import type { DetailProps } from '../../app/views';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Changes } from './Changes';
import { SnapshotSelect } from './SnapshotSelect';
import styles from './compare.module.css';

type ComparePlace = DetailProps<'compare'>['place'];

/** What changed between two snapshots of a source, and which excerpts that touches. */
export function ComparePage({ place, pane }: DetailProps<'compare'>) {
  const { open } = useNavigation();
  const source = useCall('sources.get', { id: place.id });
  if (source.error) return <EmptyState title={source.error.message} />;
  if (!source.data) return null;
  const pair = pairOf(source.data.snapshots, place);
  if (!pair) {
    return (
      <EmptyState
        title="There is only one snapshot"
        acts={
          <Button look="secondary" onClick={() => open({ view: 'sources', id: place.id })}>
            Show the source
          </Button>
        }
      >
        Capture the source again when its page has changed: what is different then stands here, word by word.
      </EmptyState>
    );
  }
  const [older, newer] = pair;
  return <Comparison source={source.data} older={older} newer={newer} isWorkedIn={pane === 'main'} />;
}

/** The two that are asked for, the earlier first; the two newest where none are, or undo took one back. */
function pairOf(snapshots: readonly SnapshotInfo[], place: ComparePlace): [SnapshotInfo, SnapshotInfo] | null {
  const asked = [place.olderId, place.newerId]
    .map((id) => snapshots.findIndex((each) => each.id === id))
    .sort((a, b) => a - b);
  const [newer, older] = (asked[0] === -1 || asked[0] === asked[1] ? [0, 1] : asked).map((index) => snapshots[index]);
  return older && newer && older.id !== newer.id ? [older, newer] : null;
}

interface ComparisonProps {
  source: SourceDetail;
  older: SnapshotInfo;
  newer: SnapshotInfo;
  isWorkedIn: boolean;
}

function Comparison({ source, older, newer, isWorkedIn }: ComparisonProps) {
  const { open, replace } = useNavigation();
  const { snapshots } = source;
  const answer = useCall('snapshots.compare', { olderId: older.id, newerId: newer.id });
  const excerpts = useCall('excerpts.list', { sourceId: source.id, sort: 'source', limit: 1000 }).data;
  const byId = useMemo(() => new Map(excerpts?.items.map((excerpt) => [excerpt.id, excerpt])), [excerpts]);
  const show = (ids: { olderId: string; newerId: string }) => replace({ view: 'compare', id: source.id, ...ids });
  return (
    <section className={styles.pane} aria-label="What changed">
      <header className={styles.head}>
        <h1 className={styles.title} dir="auto">
          {source.title}
        </h1>
        <Button onClick={() => open({ view: 'sources', id: source.id })}>Show the source</Button>
      </header>
      <div className={styles.pair}>
        <SnapshotSelect
          label="From"
          snapshots={snapshots.filter(({ id }) => id !== newer.id)}
          newest={snapshots[0]?.id}
          value={older.id}
          onChange={(olderId) => show({ olderId, newerId: newer.id })}
        />
        <SnapshotSelect
          label="To"
          snapshots={snapshots.filter(({ id }) => id !== older.id)}
          newest={snapshots[0]?.id}
          value={newer.id}
          onChange={(newerId) => show({ olderId: older.id, newerId })}
        />
      </div>
      {answer.error && <EmptyState title={answer.error.message} />}
      {answer.data && (
        <Changes
          key={`${older.id} ${newer.id}`}
          sourceId={source.id}
          comparison={answer.data}
          excerpts={byId}
          isWorkedIn={isWorkedIn}
        />
      )}
    </section>
  );
}

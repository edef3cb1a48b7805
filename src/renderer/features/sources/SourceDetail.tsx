import { useEffect, useMemo, useState } from 'react';
import type { SourceDetail as Source } from '../../../shared/domain/sources';
import { ChooseOne } from '../../app/ChooseOne';
import type { DetailProps } from '../../app/views';
import { useCall } from '../../client';
import { EmptyState } from '../../ui/EmptyState';
import { useQuoteInMemo } from '../memos/quoting';
import { Notes } from '../notes/Notes';
import { Reader } from '../reader/Reader';
import { SourceHeader } from './SourceHeader';
import styles from './sources.module.css';

/** More than this many excerpts of one source are not drawn in its margin; the excerpts page has them all. */
const MOST_EXCERPTS = 1000;

/** A source: its text in the reader, or what is known of it where it has none. */
export function SourceDetail({ place }: DetailProps<'sources'>) {
  const { id } = place;
  // subtle: opening the same place again gives a new object, and so scrolls to it again.
  const at = useMemo(() => place.at && { ...place.at }, [place]);
  const source = useCall('sources.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (!id) return <ChooseOne kind="source">Or bring one in: drop a file anywhere in this window.</ChooseOne>;
  if (source.error) return <EmptyState title={source.error.message} />;
  if (!source.data) return null;
  // subtle: keyed, so that the snapshot chosen for one source is not looked for in the next.
  return <LoadedSource key={id} source={source.data} at={at} />;
}

function LoadedSource({ source, at }: { source: Source; at: DetailProps<'sources'>['place']['at'] }) {
  const quote = useQuoteInMemo();
  const latest = source.snapshots.at(-1)?.id;
  const [chosen, setChosen] = useState<string>();
  // A place that is opened says which snapshot it is in; one chosen before does not stand in its way.
  useEffect(() => setChosen(undefined), [at]);
  const snapshotId = chosen ?? at?.snapshotId ?? latest;
  const snapshot = useCall('snapshots.get', { id: snapshotId ?? '' }, { enabled: snapshotId !== undefined });
  const excerpts = useCall(
    'excerpts.list',
    { sourceId: source.id, snapshotId, sort: 'source', limit: MOST_EXCERPTS },
    { enabled: snapshotId !== undefined, keepPrevious: true },
  );
  const header = <SourceHeader source={source} snapshotId={snapshotId} onSnapshot={setChosen} />;
  const notes = <Notes target={{ kind: 'source', id: source.id }} />;
  if (snapshot.error) return <EmptyState title={snapshot.error.message} />;
  if (snapshotId === undefined) {
    return (
      <div className={styles.page}>
        <div className={styles.bare}>
          {header}
          {notes}
        </div>
      </div>
    );
  }
  if (!snapshot.data || !excerpts.data) return null;
  return (
    <Reader
      snapshot={snapshot.data}
      title={source.title}
      excerpts={excerpts.data.items}
      at={at?.snapshotId === snapshotId ? at : undefined}
      header={header}
      footer={notes}
      onQuote={quote}
      onSnapshot={setChosen}
    />
  );
}

import { useEffect, useMemo, useState } from 'react';
import type { SourceDetail as Source } from '../../../shared/domain/sources';
import { ChooseOne } from '../../app/ChooseOne';
import type { DetailProps } from '../../app/views';
import { useCall } from '../../client';
import { EmptyState } from '../../ui/EmptyState';
import { Elsewhere } from '../anchors/Elsewhere';
import { PlacingNotice } from '../anchors/PlacingNotice';
import { usePlacing } from '../anchors/usePlacing';
import { useShownExcerpts } from '../anchors/useShownExcerpts';
import { useQuoteInMemo } from '../memos/quoting';
import { Notes } from '../notes/Notes';
import { SourceReader } from '../pages/SourceReader';
import { SnapshotNotice } from '../snapshots/SnapshotNotice';
import { SourceHeader } from './SourceHeader';
import styles from './sources.module.css';

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
  return <LoadedSource key={id} source={source.data} at={at} settling={place.settling} />;
}

interface LoadedSourceProps {
  source: Source;
  at: DetailProps<'sources'>['place']['at'];
  /** The excerpt whose place is to be chosen. */
  settling: string | undefined;
}

function LoadedSource({ source, at, settling }: LoadedSourceProps) {
  const quote = useQuoteInMemo();
  const latest = source.snapshots[0]?.id;
  const [chosen, setChosen] = useState<string>();
  // A place that is opened says which snapshot it is in, and a text that comes in is shown; one chosen before does not stand in their way.
  useEffect(() => setChosen(undefined), [at, latest]);
  // Undo may have taken back the snapshot that was shown.
  const snapshotId = [chosen, at?.snapshotId].find((id) => source.snapshots.some((each) => each.id === id)) ?? latest;
  const snapshot = useCall('snapshots.get', { id: snapshotId ?? '' }, { enabled: snapshotId !== undefined });
  const excerpts = useShownExcerpts(source, snapshotId);
  const all = useMemo(() => (excerpts ? [...excerpts.shown, ...excerpts.elsewhere] : []), [excerpts]);
  const placing = usePlacing(all, settling);
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
  if (!snapshot.data || !excerpts) return null;
  const { shown, elsewhere } = excerpts;
  const isNewest = snapshotId === latest;
  return (
    <SourceReader
      source={source}
      snapshot={snapshot.data}
      title={source.title}
      excerpts={shown}
      at={at?.snapshotId === snapshotId ? at : undefined}
      notice={
        placing && isNewest ? (
          <PlacingNotice excerpt={placing.excerpt} onCancel={placing.cancel} />
        ) : (
          <SnapshotNotice
            source={source}
            snapshotId={snapshotId}
            toSettle={all.filter(({ standing }) => standing?.needsLook).length}
            onSnapshot={setChosen}
          />
        )
      }
      header={header}
      footer={
        <>
          <Elsewhere excerpts={elsewhere} isNewest={isNewest} />
          {notes}
        </>
      }
      onQuote={quote}
      onPlace={isNewest ? placing?.place : undefined}
      onSnapshot={setChosen}
    />
  );
}

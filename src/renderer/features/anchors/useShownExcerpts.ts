import { useMemo } from 'react';
import type { StandingOf } from '../../../shared/domain/anchors';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useCall } from '../../client';
import { placeExcerpts, type Placed } from './standing';

/** More than this many excerpts of one source are not drawn in its margin; the excerpts page has them all. */
const MOST_EXCERPTS = 1000;

const none: readonly StandingOf[] = [];

/** The excerpts of a source where they stand in one of its snapshots; undefined until that is known. */
export function useShownExcerpts(source: SourceDetail, snapshotId: string | undefined): Placed | undefined {
  const enabled = snapshotId !== undefined;
  const excerpts = useCall(
    'excerpts.list',
    { sourceId: source.id, sort: 'source', limit: MOST_EXCERPTS },
    { enabled, keepPrevious: true },
  ).data;
  // With a single snapshot every excerpt stands where it was made.
  const isAlone = source.snapshots.length < 2;
  const answer = useCall('anchors.list', { snapshotId: snapshotId ?? '' }, { enabled: enabled && !isAlone });
  // A damaged snapshot must not keep anybody from reading another: its excerpts are then listed below the text.
  const standings = answer.error ? none : answer.data;
  return useMemo(
    () =>
      snapshotId !== undefined && excerpts && (isAlone || standings)
        ? placeExcerpts(excerpts.items, standings ?? [], snapshotId)
        : undefined,
    [excerpts, standings, snapshotId, isAlone],
  );
}

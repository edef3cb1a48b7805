import { useMemo } from 'react';
import type { SuggestionDecision, Suggestions } from '../../../shared/domain/suggestions';
import type { SourceDetail } from '../../../shared/domain/sources';
import type { CommonplaceError } from '../../../shared/result';
import { useCall } from '../../client';
import { proposalsOf, type Proposal } from './proposals';

export interface Proposals {
  source: SourceDetail | undefined;
  found: Suggestions | undefined;
  /** All of them, and those that nobody has decided about. */
  all: readonly Proposal[];
  open: readonly Proposal[];
  decisions: readonly SuggestionDecision[];
  loading: boolean;
  error: CommonplaceError | null;
  /** Reads the text again, with the actors that are in the library by now. */
  readAgain: () => void;
}

const none: readonly SuggestionDecision[] = [];

/** What is proposed from the newest text of a source. The text is read once; decisions are held against it as they are made. */
export function useProposals(sourceId: string, enabled = true): Proposals {
  const source = useCall('sources.get', { id: sourceId }, { enabled });
  const snapshotId = source.data?.snapshots[0]?.id;
  const found = useCall(
    'suggestions.forSource',
    { sourceId, includeDecided: true, ...(snapshotId === undefined ? {} : { snapshotId }) },
    { enabled: enabled && source.data !== undefined },
  );
  const decided = useCall('suggestions.decisions', { sourceId }, { enabled });
  const decisions = decided.data ?? none;
  const all = useMemo(() => (found.data ? proposalsOf(found.data) : []), [found.data]);
  const open = useMemo(() => {
    const keys = new Set(decisions.map(({ key }) => key));
    return all.filter(({ key }) => !keys.has(key));
  }, [all, decisions]);
  return {
    source: source.data,
    found: found.data,
    all,
    open,
    decisions,
    loading: found.isPending || decided.isPending || found.isFetching,
    error: source.error ?? found.error ?? decided.error,
    readAgain: () => void found.refetch(),
  };
}

import { nouns } from '../../app/nouns';
import { placeOf, type Place } from '../../app/places';
import type { SearchHit, SearchKind } from '../../../shared/search/types';

export const kindNames: Record<SearchKind, string> = {
  excerpt: nouns.excerpt.one,
  source: nouns.source.one,
  claim: nouns.claim.one,
  actor: nouns.actor.one,
  event: nouns.event.one,
  memo: nouns.memo.one,
  note: 'Note',
  snapshot: 'In the text',
};

/** Where a hit leads: the row, or the very place in a source's text. */
export function placeOfHit(hit: SearchHit): Place {
  if (hit.snapshotId !== undefined && hit.start !== undefined && hit.end !== undefined && hit.opens.kind === 'source') {
    return {
      view: 'sources',
      id: hit.opens.id,
      at: { snapshotId: hit.snapshotId, start: hit.start, end: hit.end },
    };
  }
  return placeOf(hit.opens.kind, hit.opens.id);
}

/** Words of a source decide their own direction; what is put together from several names and scripts reads left to right. */
export function directionOf(hit: SearchHit): 'auto' | undefined {
  return hit.kind === 'actor' || hit.kind === 'source' || hit.kind === 'event' ? undefined : 'auto';
}

import { nouns } from '../../app/nouns';
import { placeOf, type Place } from '../../app/places';
import type { SearchAnswer, SearchHit, SearchKind, TextRange } from '../../../shared/search/types';

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

/** Where a hit leads: the row, or the very passage in its source, the words that were found marked. */
export function placeOfHit({ place, opens, highlights }: SearchHit): Place {
  if (place === undefined) return placeOf(opens.kind, opens.id);
  const { sourceId, snapshotId, start, end, shift } = place;
  const words = shift === null ? [] : highlights.text.map(([from, to]): TextRange => [from + shift, to + shift]);
  return { view: 'sources', id: sourceId, at: { snapshotId, start, end, ...(words.length > 0 ? { words } : {}) } };
}

/** One hit among others. */
export function keyOfHit({ kind, id, place }: SearchHit): string {
  return `${kind}:${id}:${place?.start ?? ''}`;
}

// subtle: made once; toLocaleString would make one for every letter typed, which takes longer than drawing a row.
export const inDigits = new Intl.NumberFormat();

/** How many there are, as far as that is known: `first` are read at first. */
export function describe({ hits, counted }: SearchAnswer, first: number): string {
  if (hits.length === 0) return 'Nothing found';
  if (counted.more) return `${inDigits.format(counted.documents)}+ results`;
  if (hits.length === first) return `${inDigits.format(Math.max(first, counted.documents))}+ results`;
  return hits.length === 1 ? '1 result' : `${inDigits.format(hits.length)} results`;
}

/** Words of a source decide their own direction; what is put together from several names and scripts reads left to right. */
export function directionOf(hit: SearchHit): 'auto' | undefined {
  return hit.kind === 'actor' || hit.kind === 'source' || hit.kind === 'event' ? undefined : 'auto';
}

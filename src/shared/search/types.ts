import type { NounKind } from '../domain/common';

export const searchKinds = ['excerpt', 'source', 'claim', 'actor', 'event', 'memo', 'note', 'snapshot'] as const;
/** What a hit is. A `snapshot` hit is a place in a source's text that nobody has excerpted; its id is the source's. */
export type SearchKind = (typeof searchKinds)[number];

/** Half-open range of UTF-16 code units of the hit's own text or title. */
export type TextRange = [start: number, end: number];

export interface SearchHit {
  kind: SearchKind;
  /** Id of the row to open; for a note, of the noun it is on. */
  id: string;
  /** What to open for kinds that are not nouns themselves (note, snapshot); equals kind and id otherwise. */
  opens: { kind: NounKind; id: string };
  title: string;
  /** The text or the part of it around the first match. */
  text: string;
  /** 0 (worst) to 1 (best). */
  score: number;
  highlights: { title: TextRange[]; text: TextRange[] };
  /** Where it stands in a source's text: of excerpts and places. */
  place?: HitPlace;
}

/** A passage of a snapshot: an excerpt's, or the sentences in which the words were found. */
export interface HitPlace {
  sourceId: string;
  snapshotId: string;
  start: number;
  end: number;
  /** What to add to the ranges in the hit's text for offsets in the snapshot; null where its text is not the source's. */
  shift: number | null;
}

/** What results can be narrowed by, named as the query language names it. */
export type FacetField = 'kind' | 'tag' | 'actor' | 'source' | 'date' | 'status';

export interface FacetValue {
  label: string;
  /** What narrows the results to this value when it is added to the query: `tag:"arms control"`. */
  term: string;
  /** How many of the counted documents have it. A document is a noun, a note, or a passage of a long text. */
  count: number;
}

export interface SearchFacet {
  field: FacetField;
  /** The most common first. */
  values: FacetValue[];
}

export interface PastSearch {
  query: string;
  /** ISO 8601 in UTC. */
  searchedAt: string;
}

export interface Completion {
  /** What to put in place of the range. */
  text: string;
  label: string;
  /** A few words that tell it from others: what a field finds, a source's authors and year. */
  detail: string;
}

export interface SearchCompletions {
  /** The UTF-16 range of the query that a completion replaces. */
  start: number;
  end: number;
  completions: Completion[];
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** Of the documents that have all the words, or their likes; of the results if none has all. */
  facets: SearchFacet[];
  /** How many documents the facets count; `more` when there are more of them, which were not counted. */
  counted: { documents: number; more: boolean };
  /** The query with words that the library does not have replaced by likes of them that the results have. */
  didYouMean: string | null;
  tookMs: number;
  /** A sentence when the query could not be read as written (it was then searched as plain words) or not everything is in the index yet. */
  problem: string | null;
}

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
  /** Place in the snapshot, where the hit is one. */
  snapshotId?: string;
  start?: number;
  end?: number;
}

export interface SearchAnswer {
  hits: SearchHit[];
  tookMs: number;
  /** Set when the query could not be read as written; it was then searched as plain words. */
  problem: string | null;
}

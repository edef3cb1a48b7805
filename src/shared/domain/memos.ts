import type { MemoDocument } from '../memo/document';
import type { RowTimes } from './common';

export interface MemoSummary extends RowTimes {
  id: string;
  title: string;
  styleId: string;
  /** BCP 47 locale of citations and bibliography, e.g. "en-GB". */
  locale: string;
  words: number;
  citations: number;
}

export interface MemoDetail extends MemoSummary {
  document: MemoDocument;
  /** Counts saves; given back with the next save, so that a stale window cannot overwrite a newer text. */
  version: number;
}

export interface MemoRevisionInfo {
  id: string;
  memoId: string;
  createdAt: string;
  /** '' for an automatic revision. */
  name: string;
  words: number;
  sha256: string;
}

export interface MemoRevision extends MemoRevisionInfo {
  title: string;
  document: MemoDocument;
}

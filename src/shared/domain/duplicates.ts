import type { Confidence } from '../sources/duplicates/compare';

/** Two sources that look like one. */
export interface DuplicatePair {
  /** The older one. */
  first: DuplicateSide;
  second: DuplicateSide;
  confidence: Confidence;
  /** Why, each a short sentence without a full stop: "The same DOI". Empty for pairs that somebody keeps apart. */
  reasons: string[];
}

export interface DuplicateSide {
  id: string;
  citationKey: string;
  title: string;
  authors: string;
  publisher: string;
  /** EDTF, '' if undated. */
  issued: string;
  excerptCount: number;
}

import type { Locator, TagColour } from './common';
import type { CslItem } from './csl';
import type { ExcerptKind } from './excerpts';
import type { RefusedEntry } from './references';

/** A remark on a passage of a text, as another program has it: on its way to be an excerpt, or a note. */
export interface ImportedAnnotation {
  /** As the file names it; '' for none. */
  id: string;
  /** The address, or other name, of what it is about. */
  target: string;
  /** Quotation and what stands around it (W3C TextQuoteSelector); null for a remark on the whole. */
  quote: { exact: string; prefix: string; suffix: string } | null;
  /** UTF-16 code units into the text that the program saw (W3C TextPositionSelector); null for none. */
  position: { start: number; end: number } | null;
  /** The remark, plain text, '' for none. */
  note: string;
  tags: string[];
  /** ISO 8601 in UTC, '' for unknown. */
  created: string;
  modified: string;
  /** Set by what we write ourselves. */
  own: OwnAnnotation | null;
}

/** What only our own files say of an annotation. */
export interface OwnAnnotation {
  kind: ExcerptKind;
  /** The researcher's own words, for kinds that have them. */
  text: string;
  colour: TagColour;
  locator: Locator | null;
  /** Of the text that the position counts in. */
  snapshotSha256: string;
}

/** What annotations are about. */
export interface AnnotatedSource {
  target: string;
  /** '' where the file says none. */
  title: string;
  /** The source's own metadata and key, where the file is ours. */
  csl: CslItem | null;
  citationKey: string;
}

/** A file of annotations, read. */
export interface ImportedAnnotations {
  sources: AnnotatedSource[];
  annotations: ImportedAnnotation[];
  refused: RefusedEntry[];
  warnings: string[];
}

/** What became of a file of annotations: one item a source. */
export interface AnnotationsOutcome {
  kind: 'annotations';
  items: AnnotatedOutcome[];
  refused: RefusedEntry[];
  warnings: string[];
}

export interface AnnotatedOutcome {
  /** added: the source was not there, and was made from what the file says. */
  status: 'added' | 'already-there';
  sourceId: string;
  citationKey: string;
  title: string;
  /** How many became excerpts now, were there before, and are remarks on the whole, which became notes. */
  excerpts: number;
  alreadyThere: number;
  notes: number;
  /** Quotations that could not be anchored. Each is kept in a note of the source. */
  unanchored: UnanchoredQuotation[];
}

export interface UnanchoredQuotation {
  quote: string;
  /** Why, and what to do. */
  reason: string;
}

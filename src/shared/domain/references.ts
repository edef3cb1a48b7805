import type { CslItem } from './csl';

/** One entry of a bibliography, on its way in or out: what the formats for references hold between them. */
export interface Reference {
  /** '' where the file gives none. */
  citationKey: string;
  csl: CslItem;
  tags: string[];
  /** Remarks of the reader's own: plain text, a line feed between paragraphs. */
  notes: string[];
  /** Where it is filed: names of collections from the outermost inwards. */
  collections: string[][];
  /** Originals that go out beside the bibliography, where they were asked for and the format names files. */
  attachments?: ReferenceAttachment[];
}

/** A file beside a bibliography on its way out. */
export interface ReferenceAttachment {
  /** Its name beside the bibliography. */
  path: string;
  mediaType: string;
  title: string;
}

/** A reference as a file had it. */
export interface ImportedReference extends Reference {
  /** Files it names, relative to the bibliography's own folder. */
  files: string[];
  /** What of it could not be kept, in words. */
  lost: string[];
}

/** A bibliography file, read. */
export interface ImportedReferences {
  references: ImportedReference[];
  /** Entries that could not be read at all. */
  refused: RefusedEntry[];
  /** Files that belong to no reference. */
  looseFiles: string[];
  warnings: string[];
}

export interface RefusedEntry {
  /** What it calls itself: key, title, or its number in the file. */
  entry: string;
  reason: string;
}

import * as v from 'valibot';
import type { AnnotationsOutcome, ImportedAnnotations } from './annotations';
import type { TagColour } from './common';
import type { VerdictCounts } from './anchors';
import type { CslItem } from './csl';
import type { ImportedReferences, RefusedEntry } from './references';
import type { Result } from '../result';
import type { Block, MetadataFinding } from './sources';

/** A kind of file that comes in, as people and systems name it. */
export interface ImportFormat {
  /** In lists: "HTML". */
  label: string;
  /** In sentences: "a web page". */
  name: string;
  mediaType: string;
  /** Lower case, without the dot; the usual one first. */
  extensions: readonly string[];
}

/**
 * Every format that comes in, in the order in which lists name them. `src/main/importing/formats.ts` has a reader for each;
 * the file dialog, the command line's help and the readers take names and extensions from here.
 */
export const importFormats = {
  html: {
    label: 'HTML',
    name: 'a web page',
    mediaType: 'text/html',
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
  },
  mhtml: {
    label: 'MHTML',
    name: 'a web page in one file (MHTML)',
    mediaType: 'multipart/related',
    extensions: ['mhtml', 'mht'],
  },
  pdf: {
    label: 'PDF',
    name: 'a PDF',
    mediaType: 'application/pdf',
    extensions: ['pdf'],
  },
  docx: {
    label: 'DOCX',
    name: 'a Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx', 'docm', 'dotx'],
  },
  odt: {
    label: 'ODT',
    name: 'an OpenDocument text',
    mediaType: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt', 'fodt', 'ott'],
  },
  epub: {
    label: 'EPUB',
    name: 'a book',
    mediaType: 'application/epub+zip',
    extensions: ['epub'],
  },
  rtf: {
    label: 'RTF',
    name: 'a rich-text document',
    mediaType: 'application/rtf',
    extensions: ['rtf'],
  },
  markdown: {
    label: 'Markdown',
    name: 'a Markdown text',
    mediaType: 'text/markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd', 'qmd'],
  },
  ris: {
    label: 'RIS',
    name: 'a list of references (RIS)',
    mediaType: 'application/x-research-info-systems',
    extensions: ['ris'],
  },
  bib: {
    label: 'BibTeX',
    name: 'a list of references (BibTeX)',
    mediaType: 'application/x-bibtex',
    extensions: ['bib', 'bibtex'],
  },
  cslJson: {
    label: 'CSL-JSON',
    name: 'a list of references (CSL-JSON)',
    mediaType: 'application/vnd.citationstyles.csl+json',
    extensions: ['json'],
  },
  zoteroRdf: {
    label: 'Zotero RDF',
    name: 'a Zotero collection (RDF)',
    mediaType: 'application/rdf+xml',
    extensions: ['rdf'],
  },
  endNote: {
    label: 'EndNote XML',
    name: 'an EndNote library (XML)',
    mediaType: 'application/xml',
    extensions: ['xml'],
  },
  annotations: {
    label: 'annotations (JSON)',
    name: 'a file of annotations (Hypothes.is or W3C)',
    mediaType: 'application/ld+json',
    extensions: ['json', 'jsonld'],
  },
  text: {
    label: 'plain text',
    name: 'a plain text',
    mediaType: 'text/plain',
    extensions: ['txt', 'text'],
  },
} as const satisfies Record<string, ImportFormat>;

/** Extensions of the formats that are lists of references and may name files beside them: all but CSL-JSON. */
export const fileNamingExtensions: ReadonlySet<string> = new Set(
  (['zoteroRdf', 'endNote', 'ris', 'bib'] as const).flatMap((name) => [...importFormats[name].extensions]),
);

/** Extensions of all formats that are lists of references. */
export const bibliographyExtensions: ReadonlySet<string> = new Set([
  ...fileNamingExtensions,
  ...importFormats.cslJson.extensions,
]);

/** What a file dialog offers first, as an `accept` attribute. */
export const acceptedFiles = Object.values<ImportFormat>(importFormats)
  .flatMap(({ mediaType, extensions }) => [...extensions.map((extension) => `.${extension}`), mediaType])
  .join(',');

/** "HTML, Markdown and plain text". */
export const importFormatNames = Object.values<ImportFormat>(importFormats)
  .map(({ label }) => label)
  .join(', ')
  .replace(/, ([^,]*)$/u, ' and $1');

/** What an importer makes of a file: pure data, from a worker that can be killed. */
export type Imported =
  | { kind: 'document'; document: ImportedDocument }
  | {
      kind: 'references';
      references: ImportedReferences;
      /** The files that it names, where it came in an archive that holds them. */
      beside?: FileBeside[];
    }
  | { kind: 'annotations'; annotations: ImportedAnnotations };

/** A file that lay beside a bibliography, by its path from there. */
export interface FileBeside {
  path: string;
  bytes: Uint8Array;
}

/** A text to read and quote from: an article, a report, a book. */
export interface ImportedDocument {
  csl: CslItem;
  /** CSL field → where its value was found. */
  metadataOrigin: Record<string, string>;
  text: string;
  blocks: Block[];
  /** BCP 47, '' if unknown. */
  language: string;
  mediaType: string;
  warnings: string[];
  /** Passages that were marked in another program: they become excerpts. */
  highlights?: ImportedHighlight[];
}

/** A marked passage of a document's text, in UTF-16 code units. */
export interface ImportedHighlight {
  start: number;
  end: number;
  colour: TagColour;
  /** The reader's remark, '' for none. */
  note: string;
}

/** skip: answer with the source that is already there. add: a second source. snapshot: a new snapshot of that source. */
export const duplicatePolicies = ['skip', 'add', 'snapshot'] as const;
export const duplicatePolicy = v.picklist(duplicatePolicies);

/** What became of a file: of a document a source, of a bibliography or annotations many. */
export type ImportOutcome = SourceOutcome | ReferencesOutcome | AnnotationsOutcome;

export interface SourceOutcome {
  kind: 'source';
  status: 'added' | 'already-there' | 'snapshot-added';
  sourceId: string;
  citationKey: string;
  csl: CslItem;
  snapshot: { id: string; blocks: number; characters: number; sha256: string };
  /** How many passages that were marked in the file became excerpts. */
  excerpts: number;
  /** How the source's excerpts stand in a snapshot that was added; null where none was. */
  anchors: VerdictCounts | null;
  /** What it says that the source, which was there already, does not. Nothing of it was written. */
  findings: MetadataFinding[];
  warnings: string[];
}

/** The outcome of a file that is known to be a document. */
export function asSource(outcome: ImportOutcome): SourceOutcome {
  if (outcome.kind !== 'source') throw new Error(`A document was expected, not ${outcome.kind}.`);
  return outcome;
}

export interface ReferencesOutcome {
  kind: 'references';
  /** In the file's order. */
  items: ReferenceOutcome[];
  refused: RefusedEntry[];
  /** Files that its entries name. Those that wait were not at hand: whoever has them imports them with the source's id. */
  files: NamedFile[];
  warnings: string[];
}

/** A file that a bibliography names. */
export interface NamedFile {
  /** From the bibliography's own folder, with forward slashes and never out of it. */
  path: string;
  /** Whose original it is; null for a file that belongs to no entry, and comes in as a source of its own. */
  sourceId: string | null;
  status: 'waiting' | 'in' | 'already-there' | 'refused';
  /** Why it was refused; '' for others. */
  reason: string;
}

export interface ReferenceOutcome {
  /** completed: it was there, and fields that were empty are filled now. */
  status: 'added' | 'completed' | 'already-there';
  sourceId: string;
  citationKey: string;
  title: string;
  /** Labels of the fields that were filled. */
  filled: string[];
  /** What of the entry could not be kept, and what was changed. */
  warnings: string[];
}

/** How it went with one file of the inbox. */
export interface InboxFile {
  jobId: string;
  fileName: string;
  result: Result<ImportOutcome>;
}

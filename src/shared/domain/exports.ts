import type { MemoExportOptions } from './memo-export';

export const memoFormats = ['docx', 'odt', 'pdf', 'html', 'md', 'tex', 'txt'] as const;
export type MemoFormat = (typeof memoFormats)[number];
export const bibliographyFormats = ['bibtex', 'biblatex', 'ris', 'csl-json', 'zotero-rdf', 'endnote-xml'] as const;
export type BibliographyFormat = (typeof bibliographyFormats)[number];
export const bibliographyNames: Record<BibliographyFormat, string> = {
  bibtex: 'BibTeX',
  biblatex: 'BibLaTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
  'zotero-rdf': 'Zotero RDF',
  'endnote-xml': 'EndNote XML',
};

export interface ExportedFile {
  /** Sanitised: no path separators, reserved names, control or bidi characters; at most 120 characters. */
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

export interface ExportOutcome {
  files: ExportedFile[];
  warnings: string[];
}

/** How a memo was exported the last time. */
export interface RememberedExport {
  /** Null before the first time. */
  format: MemoFormat | null;
  options: MemoExportOptions;
}

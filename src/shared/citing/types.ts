import type { CitationItem } from '../memo/document';

/** A run of formatted text: what citeproc's markup is reduced to, for the window and every exporter alike. */
export interface Run {
  text: string;
  italic?: true;
  bold?: true;
  smallCaps?: true;
  underline?: true;
  /** 'super' or 'sub'. */
  vertical?: 'super' | 'sub';
  /** http, https or mailto only. */
  url?: string;
}

/** One citation of a document, in document order. `note` is the number of the note it stands in: 0 if it stands in the text. */
export interface CitationCluster {
  id: string;
  items: CitationItem[];
  note: number;
  /** `Smith (2020) argues`: the author belongs to the sentence. */
  form?: 'narrative' | undefined;
}

export interface RenderedCitation {
  id: string;
  runs: Run[];
  /** Of a narrative citation: the words that stand in the sentence before it. */
  author?: Run[];
}

export interface BibliographyEntry {
  sourceId: string;
  runs: Run[];
}

export interface RenderedCitations {
  /** True for styles whose citations belong in footnotes. */
  noteStyle: boolean;
  citations: RenderedCitation[];
  bibliography: BibliographyEntry[];
  /** Sources cited but not in the library (or in the Trash): rendered as their id, and named here. */
  missing: string[];
  /** Sources at which the style fails: rendered as their title, and named here. */
  failed?: string[];
  hangingIndent: boolean;
}

/** How a style cites. */
export const styleKinds = ['note', 'author-date', 'numeric', 'label'] as const;
export type StyleKind = (typeof styleKinds)[number];

export interface StyleInfo {
  /** 'chicago-notes', 'apa', or the id of a style the user added. */
  id: string;
  title: string;
  noteStyle: boolean;
  kind: StyleKind;
  /** True for a style the user added to this library. */
  added: boolean;
  /** Set for an added style that was taken out again: memos written in it keep it, and no other can choose it. */
  removed?: true;
  /** Set for an added style that cannot be read any more; its kind is then a guess. It can be taken out. */
  broken?: true;
  /** Id of the style that a dependent one stands for. */
  parent?: string;
}

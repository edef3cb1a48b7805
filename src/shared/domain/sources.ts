import type { Difference } from '../anchoring';
import type { TextPlace } from './anchors';
import type { Locator, RowTimes } from './common';
import type { CslItem } from './csl';

/** What a list row needs to show a source. */
export interface SourceSummary extends RowTimes {
  id: string;
  citationKey: string;
  type: string;
  title: string;
  /** Display form of the authors, e.g. "Hallam", "Hallam & Orr", "Hallam et al.", or an organisation's name. */
  authors: string;
  publisher: string;
  /** EDTF date of publication, '' if undated. */
  issued: string;
  /** e.g. "Hallam 2023": authors and year, what lists, chips and excerpts show. */
  shortCitation: string;
  excerptCount: number;
  tags: string[];
  /** Citation keys of sources that were merged into this one; they go on standing for it. */
  aliases: string[];
}

/** A source that was merged into another one, and can be given back. */
export interface MergedSource {
  id: string;
  citationKey: string;
  title: string;
  mergedAt: string;
  /** The source it was merged into, which may itself have been merged since. */
  keptId: string;
}

export interface SourceDetail extends SourceSummary {
  csl: CslItem;
  /** Where each CSL field's value was found at import, e.g. {"title": "og:title", "author": "byline"}; "by hand" for what a person wrote or took out. */
  metadataOrigin: Record<string, string>;
  /** The newest first. */
  snapshots: SnapshotInfo[];
  attachments: AttachmentInfo[];
  collectionIds: string[];
  /** What importing it again found that it does not say, until somebody takes it over or turns it down. */
  findings: MetadataFinding[];
  /** Its citation key stays when keys are made anew: somebody chose it. */
  citationKeyPinned: boolean;
  /** What was merged into it, the latest first. */
  merged: MergedSource[];
}

/** What a field would say by the latest import. */
export interface MetadataFinding {
  /** CSL field. */
  field: string;
  /** As CSL-JSON has it. */
  value: unknown;
  /** Where it was found. */
  origin: string;
}

/** Files of pdf.js that drawing a PDF may need: character maps, the fonts every PDF may use, image decoders. */
export const pdfResourceKinds = ['cmap', 'font', 'wasm'] as const;

/** The original file, stored once under its SHA-256 in the library's attachments folder. */
export interface AttachmentInfo {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

export interface SnapshotInfo {
  id: string;
  sourceId: string;
  /** The original it was read from; null where none is kept. */
  attachmentId: string | null;
  capturedAt: string;
  /** Count of UTF-16 code units in the text. */
  characters: number;
  paragraphs: number;
  language: string;
  sha256: string;
}

/** The immutable text of a source as captured. All offsets are UTF-16 code units into `text`. */
export interface Snapshot extends SnapshotInfo {
  text: string;
  blocks: Block[];
}

export type BlockKind =
  'heading' | 'paragraph' | 'list-item' | 'quotation' | 'preformatted' | 'table-row' | 'caption' | 'footnote';

/** One block of a snapshot: `text.slice(start, end)`. Blocks do not overlap and are in order; two line feeds stand between them. */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** Numbered from 1 over paragraphs, list items and quotations: the paragraph locator. Headings and the rest have none. */
  paragraph?: number;
  /** Heading level 1–6, or list nesting depth from 1. */
  level?: number;
  /** A list item's number in an ordered list (absent in bulleted ones), or a footnote's number. */
  ordinal?: number;
  /** Label of the page on which it begins, where the original has pages. */
  pageLabel?: string;
  /** Where further pages begin inside it, in order. */
  pageBreaks?: PageBreak[];
  /** Title of the chapter it stands in, where the original is a book of chapters. */
  chapter?: string;
  spans: Span[];
}

/** A page that begins at `at`, which is inside the block. */
export interface PageBreak {
  at: number;
  label: string;
}

/** Inline structure inside a block. Spans of one block are in order of start and may nest, never cross. */
export interface Span {
  kind: 'emphasis' | 'strong' | 'code' | 'link' | 'cell' | 'superscript' | 'subscript';
  start: number;
  end: number;
  /** Links only: an http(s) or mailto address. */
  href?: string;
}

/** What changed between two snapshots, in the order of the newer one. */
export interface SnapshotComparison {
  olderId: string;
  newerId: string;
  rows: ComparisonRow[];
}

export type ComparisonRow =
  /** Paragraphs that are the same and far from any change. */
  | { kind: 'unchanged'; paragraphs: number }
  /** One beside a change. */
  | { kind: 'same'; text: string; locator: Locator | null }
  | {
      kind: 'changed' | 'removed' | 'added';
      parts: Difference[];
      /** The other text has the same paragraph elsewhere. */
      moved: boolean;
      older: TextPlace | null;
      newer: TextPlace | null;
      /** In the newer text; of what was removed, in the older one. */
      locator: Locator | null;
      /** Excerpts in it whose words are not the same in both texts. */
      excerptIds: string[];
    };

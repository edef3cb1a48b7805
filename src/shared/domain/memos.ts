import * as v from 'valibot';
import type { Difference } from '../anchoring';
import { imageFields, type MemoDocument } from '../memo/document';
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

/** What changed between two states of a memo, in the order of the newer one. */
export interface MemoComparison {
  olderTitle: string;
  newerTitle: string;
  rows: ComparedMemoRow[];
  /** Nothing differs at all; without it and without changed rows only formatting, marks or layout do. */
  isSame: boolean;
}

export type ComparedMemoRow =
  /** Sentences that are the same and far from any change. */
  | { kind: 'unchanged'; sentences: number }
  /** One beside a change. */
  | { kind: 'same'; text: string; startsParagraph: boolean }
  | { kind: 'changed'; parts: Difference[]; startsParagraph: boolean }
  /** `moved`: the other state has the same sentence elsewhere. */
  | { kind: 'removed' | 'added'; text: string; moved: boolean; startsParagraph: boolean };

/**
 * A picture that a Markdown text names, kept in the library by whoever read the text; null where that told why it could not be.
 * With `inAnyFolder`, `url` is the name of a file, wherever the text says that it lies.
 */
export const markdownPicture = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(4000)),
  inAnyFolder: v.optional(v.boolean()),
  image: v.nullable(
    v.strictObject({
      sha256: imageFields.sha256,
      mediaType: imageFields.mediaType,
      pixels: imageFields.pixels,
    }),
  ),
});
export type MarkdownPicture = v.InferOutput<typeof markdownPicture>;

import * as v from 'valibot';
import { imageMediaTypes, mostPixelsAcross, type ImageMediaType } from './images';
import { id, line, locatorLabels, longText, requiredLine } from '../domain/common';
import { languageTag } from '../domain/language';

/**
 * The memo document: the format in which memos and notes are stored, exported, checked and imported. The editor
 * converts it to and from its own state (`memo/lexical.ts`), so that neither the library file nor an exporter depends on
 * the editor. Validated on every load; `version` grows when the shape changes.
 *
 * Version 2 added images, captions, and cross-references. All that version 1 could say is said the same way, so its
 * documents are read as they are and become version 2 when they are next saved.
 */
export const memoDocumentVersion = 2;

/** One cited source inside a citation. */
export const citationItem = v.strictObject({
  sourceId: id,
  label: v.optional(v.picklist(locatorLabels), 'page'),
  locator: v.optional(line(200), ''),
  prefix: v.optional(line(1000), ''),
  suffix: v.optional(line(1000), ''),
  suppressAuthor: v.optional(v.boolean(), false),
  /** The excerpt it rests on, where there is one. */
  excerptId: v.optional(v.nullable(id), null),
});
export type CitationItem = v.InferOutput<typeof citationItem>;

export const textFormats = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'superscript',
  'subscript',
  'small-caps',
] as const;
export type TextFormat = (typeof textFormats)[number];

/** A mark laid over text: marks may overlap, so each text run lists all that cover it. */
const textMark = v.strictObject({ kind: v.picklist(['claim', 'actor', 'comment']), id });
export type TextMark = v.InferOutput<typeof textMark>;

export interface TextInline {
  type: 'text';
  text: string;
  formats: TextFormat[];
  marks: TextMark[];
}
export interface LineBreakInline {
  type: 'line-break';
}
export interface LinkInline {
  type: 'link';
  /** http, https or mailto only. */
  url: string;
  children: Inline[];
}
/** A citation; `id` is unique within the document and stable across edits. */
export interface CitationInline {
  type: 'citation';
  id: string;
  items: CitationItem[];
  marks: TextMark[];
  /** `Smith (2020, 3) argues`: the author's name belongs to the sentence. Left out for the usual form, in parentheses or a note. */
  form?: 'narrative' | undefined;
}
/** A footnote of the author's own; it may hold citations, never footnotes. */
export interface FootnoteInline {
  type: 'footnote';
  id: string;
  children: Inline[];
}
/** `@name` of an actor, a chip that shows the text. */
export interface ActorMentionInline {
  type: 'actor-mention';
  actorId: string;
  text: string;
}
export const referenceShows = ['label-and-number', 'number', 'title', 'page'] as const;
export type ReferenceShow = (typeof referenceShows)[number];
/** A reference to a heading, image or table of this document; what it says follows from where that stands (`labels.ts`). */
export interface CrossReferenceInline {
  type: 'cross-reference';
  targetId: string;
  show: ReferenceShow;
}
export type Inline =
  | TextInline
  | LineBreakInline
  | LinkInline
  | CitationInline
  | FootnoteInline
  | ActorMentionInline
  | CrossReferenceInline;

/** How a block runs; absent where its first letter says it. */
export const blockDirections = ['ltr', 'rtl'] as const;
export type BlockDirection = (typeof blockDirections)[number];
/** What may be said of a block of words beside the words. */
export interface BlockWriting {
  direction?: BlockDirection;
  /** Its language, a BCP 47 tag in canonical form; absent where it is the memo's. Footnotes and citations stay in the memo's. */
  language?: string;
}

export interface ParagraphBlock extends BlockWriting {
  type: 'paragraph';
  children: Inline[];
}
export interface HeadingBlock extends BlockWriting {
  type: 'heading';
  level: 1 | 2 | 3 | 4;
  /** Given when something first refers to it. */
  id?: string;
  children: Inline[];
}
export interface QuotationBlock extends BlockWriting {
  type: 'quotation';
  children: Inline[];
}
/** A quotation linked to its excerpt: the words are the excerpt's; `children` may shorten them with […], checked later. */
export interface ExcerptQuotationBlock extends BlockWriting {
  type: 'excerpt-quotation';
  excerptId: string;
  children: Inline[];
  translation?: Translation | undefined;
}
/** Who translated: the memo's author, the source itself, or a machine. */
export const translators = ['author', 'source', 'machine'] as const;
/** A quotation's words in another language: printed under it as one with it. No one's words are checked against it. */
export interface Translation {
  children: Inline[];
  by: (typeof translators)[number];
  /** BCP 47, '' where nobody said. */
  language: string;
}
export interface ListBlock extends BlockWriting {
  type: 'list';
  ordered: boolean;
  start: number;
  items: { children: Inline[]; nested: ListBlock | null }[];
}
export interface TableBlock {
  type: 'table';
  /** Given when it gets a caption or something first refers to it. */
  id?: string;
  /** Stands above the table, after its number; absent when there is none. A table with a caption has an id. */
  caption?: Inline[];
  rows: { cells: { header: boolean; children: Inline[] }[] }[];
}
export interface CodeBlock {
  type: 'code';
  text: string;
}
export interface RuleBlock {
  type: 'rule';
}
/** A picture: its file is an attachment of the library, and `pixels` are what that file says of itself. */
export interface ImageBlock {
  type: 'image';
  id: string;
  sha256: string;
  mediaType: ImageMediaType;
  pixels: { width: number; height: number };
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** Of the width of the text, 0.1 to 1. */
  width: number;
  /** Stands below the picture, after its number. */
  caption: Inline[];
}
export type MemoBlock =
  | ParagraphBlock
  | HeadingBlock
  | QuotationBlock
  | ExcerptQuotationBlock
  | ListBlock
  | TableBlock
  | CodeBlock
  | RuleBlock
  | ImageBlock;

/** A remark of the author's to themselves, on the words that a mark of its id covers. */
export const memoComment = v.strictObject({
  id,
  text: longText(20_000),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  resolved: v.boolean(),
});
export type MemoComment = v.InferOutput<typeof memoComment>;

export interface MemoDocument {
  version: typeof memoDocumentVersion;
  blocks: MemoBlock[];
  /** Those whose words are there; absent when there are none. */
  comments?: MemoComment[];
}

const safeUrl = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.check((value) => isSafeUrl(value), 'Only http, https and mailto links are kept.'),
);

/** Whether an address may be stored, shown as a link or exported: http, https or mailto, parsed as a URL. */
export function isSafeUrl(value: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** An id within one document. */
const localId = requiredLine(64);

const textInline = v.strictObject({
  type: v.literal('text'),
  text: longText(),
  formats: v.array(v.picklist(textFormats)),
  marks: v.array(textMark),
});
const citationInline = v.strictObject({
  type: v.literal('citation'),
  id: localId,
  items: v.pipe(v.array(citationItem), v.minLength(1), v.maxLength(200)),
  marks: v.array(textMark),
  form: v.optional(v.literal('narrative')),
});
const inline: v.GenericSchema<unknown, Inline> = v.lazy(() =>
  v.variant('type', [
    textInline,
    v.strictObject({ type: v.literal('line-break') }),
    v.strictObject({ type: v.literal('link'), url: safeUrl, children: v.array(inline) }),
    citationInline,
    v.strictObject({ type: v.literal('footnote'), id: localId, children: v.array(inline) }),
    v.strictObject({ type: v.literal('actor-mention'), actorId: id, text: requiredLine(300) }),
    v.strictObject({ type: v.literal('cross-reference'), targetId: localId, show: v.picklist(referenceShows) }),
  ]),
) as v.GenericSchema<unknown, Inline>;

/** One inline of a document, for code that reads parts of documents. */
export const memoInline = inline;

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPixelsAcross));
/** The fields of an image but its caption; the editor reads its nodes with them too. */
export const imageFields = {
  id: localId,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  mediaType: v.picklist(imageMediaTypes),
  pixels: v.strictObject({ width: pixels, height: pixels }),
  alt: line(2000),
  width: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)),
};

const children = v.array(inline);
const writing = { direction: v.optional(v.picklist(blockDirections)), language: v.optional(languageTag) };
const list: v.GenericSchema<unknown, ListBlock> = v.lazy(() =>
  v.strictObject({
    type: v.literal('list'),
    ...writing,
    ordered: v.boolean(),
    start: v.pipe(
      v.number(),
      v.integer(),
      // Word counts no further, and Typst takes no number that is not exact.
      v.transform((start) => Math.max(-32_767, Math.min(32_767, start))),
    ),
    items: v.array(v.strictObject({ children, nested: v.nullable(list) })),
  }),
);

const block = v.variant('type', [
  v.strictObject({ type: v.literal('paragraph'), ...writing, children }),
  v.strictObject({
    type: v.literal('heading'),
    level: v.picklist([1, 2, 3, 4]),
    ...writing,
    id: v.optional(localId),
    children,
  }),
  v.strictObject({ type: v.literal('quotation'), ...writing, children }),
  v.strictObject({
    type: v.literal('excerpt-quotation'),
    excerptId: id,
    ...writing,
    children,
    translation: v.optional(v.strictObject({ children, by: v.picklist(translators), language: line(35) })),
  }),
  v.strictObject({ type: v.literal('code'), text: longText() }),
  v.strictObject({ type: v.literal('rule') }),
  v.pipe(
    v.strictObject({
      type: v.literal('table'),
      id: v.optional(localId),
      caption: v.optional(children),
      rows: v.array(v.strictObject({ cells: v.array(v.strictObject({ header: v.boolean(), children })) })),
    }),
    v.check(({ id, caption }) => id !== undefined || caption === undefined, 'A table with a caption has an id.'),
  ),
  v.strictObject({ type: v.literal('image'), ...imageFields, caption: children }),
]);

/** One block of a document. */
export const memoBlock = v.union([block, list]) as v.GenericSchema<unknown, MemoBlock>;

export const memoDocument = v.strictObject({
  version: v.pipe(
    v.picklist([1, memoDocumentVersion]),
    v.transform(() => memoDocumentVersion),
  ),
  blocks: v.array(memoBlock),
  comments: v.optional(v.array(memoComment)),
}) as v.GenericSchema<unknown, MemoDocument>;

/** An empty document: one empty paragraph to write in. */
export function emptyDocument(): MemoDocument {
  return { version: memoDocumentVersion, blocks: [{ type: 'paragraph', children: [] }] };
}

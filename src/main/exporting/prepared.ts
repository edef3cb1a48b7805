import type { CslElement } from 'citeproc';
import type { BibliographyEntry, Run } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import type { CitationItem, MemoComment, ReferenceShow } from '../../shared/memo/document';
import type { ImageMediaType } from '../../shared/memo/images';
import type { LabelKind } from '../../shared/memo/labels';
import type { Direction } from './direction';
import type { PreparedTitles } from './titles';

/** The one form of a memo that every exporter reads, and the ways to read it. prepare.ts makes it. */

/** How a piece of text looks; the same for the author's words and for what citeproc rendered. */
export type Look = Omit<Run, 'text' | 'url'> & { strikethrough?: true; code?: true };

export interface PreparedText {
  type: 'text';
  text: string;
  look: Look;
  /** http, https or mailto only. */
  url?: string;
  /** BCP 47, of the author's words in a block of another language than the memo's. */
  language?: string;
  /** It only parts two notes: where more than their numbers stands between them, nothing need. */
  partsNotes?: true;
  /** Ids of the comments on it; only where they go along. */
  comments?: string[];
  /** A place in another file of the same bundle, and what it is called; only web pages link to it. */
  local?: { href: string; label: string };
}
export interface PreparedBreak {
  type: 'break';
}
export interface PreparedCitation {
  type: 'citation';
  items: CitationItem[];
  /** As the style writes it. */
  runs: Run[];
  /** Set where the author's name belongs to the sentence and the program that reads the file writes it. */
  author?: Run[];
  /** The number of the note that it is, in note styles; null where it stands in the text or in a footnote. */
  note: number | null;
}
export interface PreparedFootnote {
  type: 'footnote';
  number: number;
  children: PreparedInline[];
}
/** A reference to a heading, figure or table of the memo. One whose target is gone is text that says so. */
export interface PreparedReference {
  type: 'reference';
  target: PreparedLabel;
  show: ReferenceShow;
  /** What it says where there are no pages, or none that are known. */
  text: string;
  /** What stands before the number of a page. */
  pageWord: string;
}
export type PreparedInline = PreparedText | PreparedBreak | PreparedCitation | PreparedFootnote | PreparedReference;

/** What a figure, table or heading is called, and the name under which a file's own references find it. */
export interface PreparedLabel {
  /** `figure-2`: letters, digits and a hyphen, so that every format takes it; once in a memo. */
  anchor: string;
  kind: LabelKind;
  number: number | null;
  /** "Figure" in the memo's language; empty where there is no number. */
  word: string;
}

/** The file of a picture, checked by its bytes. */
export interface PreparedPicture {
  bytes: Uint8Array;
  mediaType: ImageMediaType;
  width: number;
  height: number;
}

export interface PreparedRun {
  children: PreparedInline[];
  direction: Direction;
  /** BCP 47, where the author said that it is another than the memo's. */
  language?: string;
}
export interface PreparedListItem extends PreparedRun {
  nested: PreparedList | null;
}
export interface PreparedList {
  type: 'list';
  ordered: boolean;
  start: number;
  items: PreparedListItem[];
}
/** The words of a caption, and what it is the caption of; both may be empty. */
export interface PreparedCaption extends PreparedRun {
  label: PreparedLabel;
}
export interface PreparedImage {
  type: 'image';
  alt: string;
  /** Of the width of the text, 0.1 to 1. */
  width: number;
  /** Null where its file is missing or damaged. */
  picture: PreparedPicture | null;
  caption: PreparedCaption;
}
/** What a picture's file is called: by its label, so once in a memo. */
export function pictureName({ caption, picture }: PreparedImage): string {
  return `${caption.label.anchor}.${picture?.mediaType === 'image/png' ? 'png' : 'jpg'}`;
}
/** The name of the file beside the text in which a picture lies; null where its file is missing. */
export type PictureFile = (image: PreparedImage) => string | null;

export interface PreparedTable {
  type: 'table';
  /** Null where there is none, and no number either. */
  caption: PreparedCaption | null;
  columns: number;
  /** True where every cell of the first row is a header. */
  headed: boolean;
  rows: (PreparedRun & { header: boolean })[][];
}
/** A block quotation. One with `translates` is the translation of the one before it. */
export interface PreparedQuotation extends PreparedRun {
  type: 'quotation';
  translates?: true;
}
export type PreparedBlock =
  | ({ type: 'paragraph' } & PreparedRun)
  | ({ type: 'heading'; level: 1 | 2 | 3 | 4; number: string | null; label: PreparedLabel | null } & PreparedRun)
  | PreparedQuotation
  | PreparedList
  | PreparedTable
  | PreparedImage
  | { type: 'code'; text: string }
  | { type: 'rule' };

/** What stands with the title; '' and no paragraphs where nothing does. */
export interface PreparedTitleBlock {
  subtitle: string;
  author: string;
  date: string;
  /** Its paragraphs. */
  summary: string[];
}

export interface PreparedMemo {
  title: string;
  titleBlock: PreparedTitleBlock;
  /** What the user chose. Title block and bibliography are as chosen here already; writers read the rest. */
  options: MemoExportOptions;
  /** BCP 47. */
  locale: string;
  styleId: string;
  /** The style itself, for programs that render the citations (pandoc). */
  style: CslElement;
  noteStyle: boolean;
  blocks: PreparedBlock[];
  /** Empty too where the user wants none. */
  bibliography: BibliographyEntry[];
  hangingIndent: boolean;
  /** Headings that an export adds, in the memo's language. */
  titles: PreparedTitles;
  /** Cited sources by id, with their citation keys; in the order of their first citation. */
  sources: Map<string, { csl: CslItem; citationKey: string }>;
  direction: Direction;
  /** Comments to oneself, in the order in which they were made; none unless the user wants them to go along. */
  comments: MemoComment[];
}

/** A citation's or an entry's runs as inlines, so that exporters have one way to write formatted text. */
export function runInlines(runs: readonly Run[]): PreparedText[] {
  return runs.map(({ text: value, url, ...look }) =>
    url === undefined ? { type: 'text', text: value, look } : { type: 'text', text: value, look, url },
  );
}

/** A text of ours as an inline. */
export function plainText(text: string): PreparedText {
  return { type: 'text', text, look: {} };
}

/** What stands before the words of a caption: "Figure 2", or nothing. */
export function labelText({ word, number }: PreparedLabel): string {
  return number === null ? '' : `${word}\u00A0${number}`;
}

/** A caption as one run of inlines: its label, a full stop, its words. */
export function captionInlines({ label, children }: PreparedCaption): PreparedInline[] {
  const called = labelText(label);
  if (called === '') return children;
  return [plainText(children.length > 0 ? `${called}. ` : called), ...children];
}

/** What a picture whose file is gone leaves in a text. */
export function missingPicture(alt: string): string {
  return alt === '' ? '[missing picture]' : `[missing picture: ${alt}]`;
}

/** The words of inlines without notes, for finding the direction and for measuring. */
export function inlinesText(children: readonly PreparedInline[]): string {
  return children
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return '\n';
      if (inline.type === 'reference') return inline.text;
      if (inline.type === 'citation' && inline.note === null) return inline.runs.map((run) => run.text).join('');
      return '';
    })
    .join('');
}

/** The runs of inlines of a memo's blocks, in the order in which they are read. */
export function* memoRuns({ blocks }: PreparedMemo): Generator<readonly PreparedInline[]> {
  for (const block of blocks) {
    if (block.type === 'list') yield* listRuns(block);
    else if (block.type === 'table') {
      yield block.caption?.children ?? [];
      for (const row of block.rows) for (const cell of row) yield cell.children;
    } else if (block.type === 'image') yield block.caption.children;
    else if ('children' in block) yield block.children;
  }
}

function* listRuns(list: PreparedList): Generator<readonly PreparedInline[]> {
  for (const item of list.items) {
    yield item.children;
    if (item.nested) yield* listRuns(item.nested);
  }
}

/** The languages that blocks of a memo are said to be in. */
export function memoLanguages({ blocks }: Pick<PreparedMemo, 'blocks'>): string[] {
  const found = new Set<string>();
  const add = ({ language }: { language?: string }) => language !== undefined && found.add(language);
  const addList = (list: PreparedList): void =>
    list.items.forEach((item) => {
      add(item);
      if (item.nested) addList(item.nested);
    });
  for (const block of blocks) {
    if (block.type === 'list') addList(block);
    else if ('direction' in block) add(block);
  }
  return [...found];
}

/** Every note of a memo in order of its number, with what it says. */
export function memoNotes(memo: PreparedMemo): { number: number; children: PreparedInline[] }[] {
  const notes: { number: number; children: PreparedInline[] }[] = [];
  for (const run of memoRuns(memo)) {
    for (const inline of run) {
      if (inline.type === 'footnote') notes.push({ number: inline.number, children: inline.children });
      else if (inline.type === 'citation' && inline.note !== null) {
        // In its note the citation is text.
        notes.push({ number: inline.note, children: [{ ...inline, note: null }] });
      }
    }
  }
  return notes;
}

export type PreparedHeading = Extract<PreparedBlock, { type: 'heading' }>;

/** The headings of a memo, and the highest level that it has: 4 where it has none. */
export function memoHeadings({ blocks }: Pick<PreparedMemo, 'blocks'>): {
  headings: PreparedHeading[];
  top: PreparedHeading['level'];
} {
  const headings = blocks.filter((block) => block.type === 'heading');
  return { headings, top: Math.min(4, ...headings.map(({ level }) => level)) as PreparedHeading['level'] };
}

/** The bibliography is a part of the memo like those of its topmost headings. */
export function bibliographyLevel(memo: Pick<PreparedMemo, 'blocks'>): 1 | 2 | 3 | 4 {
  const { headings, top } = memoHeadings(memo);
  return headings.length === 0 ? 1 : top;
}

/** A heading's words with its number before them. */
export function headingInlines({ number, children }: PreparedHeading): PreparedInline[] {
  return number === null ? children : [plainText(`${number}\u2002`), ...children];
}

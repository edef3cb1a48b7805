import type { BibliographyEntry, RenderedCitations, Run } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { documentCitations } from '../../shared/memo/clusters';
import {
  isSafeUrl,
  type CitationInline,
  type CitationItem,
  type Inline,
  type ListBlock,
  type MemoBlock,
  type MemoDocument,
  type TextFormat,
} from '../../shared/memo/document';
import { localeDirection, mainDirection, type Direction } from './direction';
import { placeCitations } from './placing';
import { listTitles } from './titles';

/** How a piece of text looks; the same for the author's words and for what citeproc rendered. */
export type Look = Omit<Run, 'text' | 'url'> & { strikethrough?: true; code?: true };

export interface PreparedText {
  type: 'text';
  text: string;
  look: Look;
  /** http, https or mailto only. */
  url?: string;
}
export interface PreparedBreak {
  type: 'break';
}
export interface PreparedCitation {
  type: 'citation';
  items: CitationItem[];
  /** As the style writes it. */
  runs: Run[];
  /** The number of the note that it is, in note styles; null where it stands in the text or in a footnote. */
  note: number | null;
}
export interface PreparedFootnote {
  type: 'footnote';
  number: number;
  children: PreparedInline[];
}
export type PreparedInline = PreparedText | PreparedBreak | PreparedCitation | PreparedFootnote;

interface WithChildren {
  children: PreparedInline[];
  direction: Direction;
}
export interface PreparedListItem extends WithChildren {
  nested: PreparedList | null;
}
export interface PreparedList {
  type: 'list';
  ordered: boolean;
  start: number;
  items: PreparedListItem[];
}
export interface PreparedTable {
  type: 'table';
  columns: number;
  /** True where every cell of the first row is a header. */
  headed: boolean;
  rows: (WithChildren & { header: boolean })[][];
}
export type PreparedBlock =
  | ({ type: 'paragraph' } & WithChildren)
  | ({ type: 'heading'; level: 1 | 2 | 3 | 4 } & WithChildren)
  | ({ type: 'quotation' } & WithChildren)
  | PreparedList
  | PreparedTable
  | { type: 'code'; text: string }
  | { type: 'rule' };

export interface PreparedMemo {
  title: string;
  /** BCP 47. */
  locale: string;
  styleId: string;
  noteStyle: boolean;
  blocks: PreparedBlock[];
  bibliography: BibliographyEntry[];
  hangingIndent: boolean;
  /** Heading of the bibliography, and of notes where they stand at the end, in the memo's language. */
  titles: { bibliography: string; notes: string };
  /** Cited sources by id, with their citation keys; in the order of their first citation. */
  sources: Map<string, { csl: CslItem; citationKey: string }>;
  direction: Direction;
}

export interface PrepareInput {
  title: string;
  locale: string;
  styleId: string;
  document: MemoDocument;
  rendered: RenderedCitations;
  sources: ReadonlyMap<string, { csl: CslItem; citationKey: string }>;
  /** True for formats whose reader renders the citations, in whatever style (pandoc, BibLaTeX). */
  renderedLater: boolean;
}

/** What every exporter reads: the memo with its citations resolved. Pure; effects are the caller's. */
export function prepareMemo(input: PrepareInput): PreparedMemo {
  const { document, rendered, locale } = input;
  const { clusters, notes } = documentCitations(document, rendered.noteStyle);
  const runs = new Map(rendered.citations.map((citation) => [citation.id, citation.runs]));
  const noteNumbers = new Map(
    notes.map((note) => [note.kind === 'footnote' ? note.footnote.id : note.citation.id, note.number]),
  );
  const { renderedLater } = input;
  const context: Context = { runs, noteNumbers, noteStyle: rendered.noteStyle, renderedLater };
  const cited = new Set(clusters.flatMap(({ items }) => items.map((item) => item.sourceId)));
  const sources: PreparedMemo['sources'] = new Map();
  for (const id of cited) {
    const source = input.sources.get(id);
    if (source) sources.set(id, source);
  }
  // Empty paragraphs are how people leave space while they write; the styles of the export do that.
  const blocks = document.blocks.map((block) => prepareBlock(block, context)).filter((block) => !isEmpty(block));
  return {
    title: input.title,
    locale,
    styleId: input.styleId,
    noteStyle: rendered.noteStyle,
    blocks,
    bibliography: rendered.bibliography.map(({ sourceId, runs: entry }) => ({ sourceId, runs: entry.map(safeRun) })),
    hangingIndent: rendered.hangingIndent,
    titles: listTitles(locale, rendered.noteStyle),
    sources,
    direction: localeDirection(locale),
  };
}

function isEmpty(block: PreparedBlock): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'quotation') return false;
  return block.children.every(
    (inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''),
  );
}

interface Context {
  runs: ReadonlyMap<string, Run[]>;
  noteNumbers: ReadonlyMap<string, number>;
  noteStyle: boolean;
  renderedLater: boolean;
}

function prepareBlock(block: MemoBlock, context: Context): PreparedBlock {
  switch (block.type) {
    case 'paragraph':
    case 'quotation':
      return { type: block.type, ...prepareRun(block.children, context) };
    case 'excerpt-quotation':
      return { type: 'quotation', ...prepareRun(block.children, context) };
    case 'heading':
      return { type: 'heading', level: block.level, ...prepareRun(block.children, context) };
    case 'list':
      return prepareList(block, context);
    case 'table': {
      const rows = block.rows.map((row) =>
        row.cells.map((cell) => ({ header: cell.header, ...prepareRun(cell.children, context) })),
      );
      return {
        type: 'table',
        columns: Math.max(1, ...rows.map((row) => row.length)),
        headed: rows.length > 0 && (rows[0] ?? []).every((cell) => cell.header),
        rows,
      };
    }
    case 'code':
      return { type: 'code', text: cleanText(block.text, true) };
    case 'rule':
      return { type: 'rule' };
  }
}

function prepareList(list: ListBlock, context: Context): PreparedList {
  return {
    type: 'list',
    ordered: list.ordered,
    start: list.start,
    items: list.items.map((item) => ({
      ...prepareRun(item.children, context),
      nested: item.nested && prepareList(item.nested, context),
    })),
  };
}

function prepareRun(children: readonly Inline[], context: Context): WithChildren {
  const prepared = placeCitations(prepareInlines(children, context, {}, undefined, false), context.renderedLater);
  return { children: prepared, direction: mainDirection(inlinesText(prepared)) };
}

function prepareInlines(
  children: readonly Inline[],
  context: Context,
  look: Look,
  url: string | undefined,
  inFootnote: boolean,
): PreparedInline[] {
  return children.flatMap((inline, index): PreparedInline[] => {
    switch (inline.type) {
      case 'text':
        return text(inline.text, { ...look, ...lookOf(inline.formats) }, url);
      case 'actor-mention':
        return text(inline.text, look, url);
      case 'line-break':
        return [{ type: 'break' }];
      case 'link': {
        const safe = isSafeUrl(inline.url) ? new URL(inline.url).href : undefined;
        return prepareInlines(inline.children, context, look, safe, inFootnote);
      }
      case 'footnote':
        // A footnote inside a footnote has no number of its own: its words join the outer one's.
        if (inFootnote) return prepareInlines(inline.children, context, {}, undefined, true);
        return [
          {
            type: 'footnote',
            number: context.noteNumbers.get(inline.id) ?? 0,
            children: placeCitations(
              prepareInlines(inline.children, context, {}, undefined, true),
              context.renderedLater,
            ),
          },
        ];
      case 'citation':
        return [
          prepareCitation(
            inline,
            context,
            inFootnote ? { before: children[index - 1], after: children[index + 1] } : null,
          ),
        ];
    }
  });
}

/** @param beside what stands round it in the author's own footnote; null in the text */
function prepareCitation(
  citation: CitationInline,
  { runs, noteNumbers, noteStyle }: Context,
  beside: { before: Inline | undefined; after: Inline | undefined } | null,
): PreparedCitation {
  const note = noteNumbers.get(citation.id) ?? null;
  let rendered = (runs.get(citation.id) ?? []).map(safeRun);
  if (note !== null && (citation.items[0]?.prefix ?? '') !== '') rendered = capitalised(rendered);
  if (noteStyle && beside !== null) rendered = withinSentence(rendered, beside.before, beside.after);
  return {
    type: 'citation',
    items: citation.items.map((item) => ({
      ...item,
      locator: cleanText(item.locator),
      prefix: cleanText(item.prefix),
      suffix: cleanText(item.suffix),
    })),
    runs: rendered,
    note,
  };
}

/** A note is a sentence: "see Vale" begins with a capital. */
function capitalised(runs: Run[]): Run[] {
  const [first, ...rest] = runs;
  if (!first) return runs;
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

/**
 * A style's note is a sentence of its own; inside the author's footnote it may be part of one. After words that do not end
 * a sentence it goes into parentheses, as pandoc does it, and its full stop goes where the author's sentence goes on.
 */
function withinSentence(runs: Run[], before: Inline | undefined, after: Inline | undefined): Run[] {
  const follows = after?.type === 'text' && after.text.trim() !== '';
  const goesOn = follows && /^\s*[\p{Ll}\p{Lo}\p{P}]/u.test(after.text);
  const insideSentence =
    before?.type === 'text' && /[\p{L}\p{N}”’»")\]]\s*$/u.test(before.text) && !/[.!?…]\W*$/u.test(before.text);
  if (!insideSentence) return goesOn ? withoutFullStop(runs) : runs;
  const bare = withoutFullStop(runs);
  return [{ text: '(' }, ...bare, { text: goesOn ? ')' : ').' }];
}

function withoutFullStop(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last?.text.endsWith('.')) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }].filter((run) => run.text !== '');
}

function text(value: string, look: Look, url: string | undefined): PreparedText[] {
  const clean = cleanText(value);
  if (clean === '') return [];
  return [url === undefined ? { type: 'text', text: clean, look } : { type: 'text', text: clean, look, url }];
}

function lookOf(formats: readonly TextFormat[]): Look {
  const look: Look = {};
  for (const format of formats) {
    if (format === 'bold') look.bold = true;
    else if (format === 'italic') look.italic = true;
    else if (format === 'underline') look.underline = true;
    else if (format === 'strikethrough') look.strikethrough = true;
    else if (format === 'code') look.code = true;
    else if (format === 'superscript') look.vertical = 'super';
    else if (format === 'subscript') look.vertical = 'sub';
    else if (format === 'small-caps') look.smallCaps = true;
  }
  return look;
}

function safeRun(run: Run): Run {
  const { url, ...rest } = run;
  const clean = { ...rest, text: cleanText(run.text) };
  return url !== undefined && isSafeUrl(url) ? { ...clean, url } : clean;
}

/**
 * Text that every format can hold: no control characters (XML and TeX refuse them), no lone surrogates, white space of any
 * kind but the no-break ones a plain space. Line feeds stay only in code.
 */
export function cleanText(value: string, lines = false): string {
  const kept = value
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\uFDD0-\uFDEF]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return lines ? kept : kept.replace(/[\t\n\u0085\u2028\u2029]/g, ' ');
}

/** A citation's or an entry's runs as inlines, so that exporters have one way to write formatted text. */
export function runInlines(runs: readonly Run[]): PreparedText[] {
  return runs.map(({ text: value, url, ...look }) =>
    url === undefined ? { type: 'text', text: value, look } : { type: 'text', text: value, look, url },
  );
}

/** The words of inlines without notes, for finding the direction and for measuring. */
export function inlinesText(children: readonly PreparedInline[]): string {
  return children
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'break') return '\n';
      if (inline.type === 'citation' && inline.note === null) return inline.runs.map((run) => run.text).join('');
      return '';
    })
    .join('');
}

/** Every note of a memo in order of its number, with what it says. */
export function memoNotes(memo: PreparedMemo): { number: number; children: PreparedInline[] }[] {
  const notes: { number: number; children: PreparedInline[] }[] = [];
  const visit = (children: readonly PreparedInline[]) => {
    for (const inline of children) {
      if (inline.type === 'footnote') notes.push({ number: inline.number, children: inline.children });
      else if (inline.type === 'citation' && inline.note !== null) {
        notes.push({ number: inline.note, children: runInlines(inline.runs) });
      }
    }
  };
  const visitList = (list: PreparedList) => {
    for (const item of list.items) {
      visit(item.children);
      if (item.nested) visitList(item.nested);
    }
  };
  for (const block of memo.blocks) {
    if (block.type === 'list') visitList(block);
    else if (block.type === 'table') for (const row of block.rows) for (const cell of row) visit(cell.children);
    else if ('children' in block) visit(block.children);
  }
  return notes;
}

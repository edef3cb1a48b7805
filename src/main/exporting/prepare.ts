import type { CslElement } from 'citeproc';
import type { RenderedCitation, RenderedCitations, Run } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import { otherLanguage, readLanguage } from '../../shared/domain/language';
import { asSentence, withinSentence } from '../../shared/citing/note-sentence';
import { documentCitations } from '../../shared/memo/clusters';
import {
  isSafeUrl,
  type BlockWriting,
  type CitationInline,
  type Inline,
  type ListBlock,
  type MemoBlock,
  type MemoComment,
  type MemoDocument,
  type TextFormat,
  type TextMark,
} from '../../shared/memo/document';
import { documentLabels, labelWords, referenceText, type DocumentLabel } from '../../shared/memo/labels';
import { exportableRecord, exportableText } from './exportable-text';
import { inlineText } from '../../shared/memo/text';
import { translationWords } from '../../shared/memo/translation-words';
import { localeDirection, mainDirection } from './direction';
import { placeCitations } from './placing';
import {
  inlinesText,
  memoHeadings,
  plainText,
  runInlines,
  type Look,
  type PreparedBlock,
  type PreparedCaption,
  type PreparedCitation,
  type PreparedInline,
  type PreparedLabel,
  type PreparedPicture,
  type PreparedList,
  type PreparedMemo,
  type PreparedRun,
  type PreparedText,
  type PreparedTitleBlock,
} from './prepared';
import { withoutMetadata } from './picture-metadata';
import { exportTitles } from './titles';

/** A memo, its citations as the style renders them, and the sources they cite. */
export interface PrepareInput {
  title: string;
  locale: string;
  styleId: string;
  style: CslElement;
  document: MemoDocument;
  rendered: RenderedCitations;
  sources: ReadonlyMap<string, { csl: CslItem; citationKey: string }>;
  /** True for formats whose reader renders the citations, in whatever style (pandoc, BibLaTeX). */
  renderedLater: boolean;
  options: MemoExportOptions;
  /** The files of its pictures by SHA-256; one that is missing or damaged is not among them. */
  pictures: ReadonlyMap<string, PreparedPicture>;
}

/** What every exporter reads: the memo with its citations resolved. Pure; effects are the caller's. */
export function prepareMemo(input: PrepareInput): PreparedMemo {
  const { document, rendered, locale, options } = input;
  const { clusters, notes } = documentCitations(document, rendered.noteStyle);
  const runs = new Map(rendered.citations.map((citation) => [citation.id, citation]));
  const noteNumbers = new Map(
    notes.map((note) => [note.kind === 'footnote' ? note.footnote.id : note.citation.id, note.number]),
  );
  const { renderedLater } = input;
  const labels = documentLabels(document);
  const context: Context = {
    runs,
    noteNumbers,
    noteStyle: rendered.noteStyle,
    renderedLater,
    locale,
    labels,
    anchors: anchorsOf(labels, locale),
    pictures: input.pictures,
    comments: new Set(options.comments ? document.comments?.map(({ id }) => id) : []),
  };
  const cited = new Set(clusters.flatMap(({ items }) => items.map((item) => item.sourceId)));
  const sources: PreparedMemo['sources'] = new Map();
  for (const id of cited) {
    const source = input.sources.get(id);
    if (source) sources.set(id, { ...source, csl: exportableRecord(source.csl) });
  }
  const titles = exportTitles(locale, rendered.noteStyle);
  const bibliographyTitle = exportableText(options.bibliographyTitle).trim();
  // Empty paragraphs are how people leave space while they write; the styles of the export do that.
  const blocks = document.blocks.flatMap((block) => prepareBlocks(block, context)).filter((block) => !isEmpty(block));
  return {
    title: exportableText(input.title),
    titleBlock: prepareTitleBlock(options),
    options,
    locale,
    styleId: input.styleId,
    style: input.style,
    noteStyle: rendered.noteStyle,
    blocks: options.numberedHeadings ? withNumbers(blocks) : blocks,
    bibliography: options.bibliography
      ? rendered.bibliography.map(({ sourceId, runs: entry }) => ({ sourceId, runs: entry.map(safeRun) }))
      : [],
    hangingIndent: rendered.hangingIndent,
    titles: bibliographyTitle === '' ? titles : { ...titles, bibliography: bibliographyTitle },
    sources,
    direction: localeDirection(locale),
    comments: options.comments ? prepareComments(document) : [],
  };
}

function prepareTitleBlock({ subtitle, author, date, summary }: MemoExportOptions): PreparedTitleBlock {
  return {
    subtitle: exportableText(subtitle).trim(),
    author: exportableText(author).trim(),
    date: exportableText(date).trim(),
    summary: exportableText(summary, true)
      .split('\n')
      .map((paragraph) => exportableText(paragraph).trim())
      .filter((paragraph) => paragraph !== ''),
  };
}

/** Headings counted 1, 1.1, 1.2 …; the highest level that the memo has is the first place. */
function withNumbers(blocks: PreparedBlock[]): PreparedBlock[] {
  const { top } = memoHeadings({ blocks });
  let counts: number[] = [];
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const place = block.level - top;
    counts = Array.from({ length: place + 1 }, (_, index) => counts[index] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    // A level that was left out counts as its first.
    return { ...block, number: counts.map((count) => Math.max(1, count)).join('.') };
  });
}

function isEmpty(block: PreparedBlock): boolean {
  if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'quotation') return false;
  return block.children.every(
    (inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''),
  );
}

/** The labels as formats name them, by the same ids. Numbers say nothing about how many there are, so anchors count apart. */
function anchorsOf(labels: ReadonlyMap<string, DocumentLabel>, locale: string): Map<string, PreparedLabel> {
  const counts = { figure: 0, table: 0, heading: 0 };
  const words = labelWords(locale);
  return new Map(
    [...labels].map(([id, { kind, number }]) => {
      const word = number === null || kind === 'heading' ? '' : words[kind];
      return [id, { anchor: `${kind}-${++counts[kind]}`, kind, number, word }];
    }),
  );
}

interface Context {
  locale: string;
  labels: ReadonlyMap<string, DocumentLabel>;
  anchors: ReadonlyMap<string, PreparedLabel>;
  pictures: ReadonlyMap<string, PreparedPicture>;
  runs: ReadonlyMap<string, RenderedCitation>;
  noteNumbers: ReadonlyMap<string, number>;
  noteStyle: boolean;
  renderedLater: boolean;
  /** Those that go along. */
  comments: ReadonlySet<string>;
}

function prepareBlocks(block: MemoBlock, context: Context): PreparedBlock[] {
  if (block.type !== 'excerpt-quotation') return [prepareBlock(block, context)];
  const quotation: PreparedBlock = { type: 'quotation', ...prepareRun(block.children, context, block) };
  const { translation } = block;
  if (!translation || inlineText(translation.children).trim() === '') return [quotation];
  const language = readLanguage(translation.language) ?? undefined;
  // Its words say how it runs, unless they are in the letters of the other direction's names.
  const direction = language === undefined ? {} : { direction: localeDirection(language), language };
  const words = prepareRun(translation.children, context, direction);
  const said = plainText(` (${translationWords(translation.by, context.locale)})`);
  return [quotation, { type: 'quotation', translates: true, ...words, children: [...words.children, said] }];
}

function prepareBlock(block: Exclude<MemoBlock, { type: 'excerpt-quotation' }>, context: Context): PreparedBlock {
  switch (block.type) {
    case 'paragraph':
    case 'quotation':
      return { type: block.type, ...prepareRun(block.children, context, block) };
    case 'heading':
      return {
        type: 'heading',
        level: block.level,
        number: null,
        label: context.anchors.get(block.id ?? '') ?? null,
        ...prepareRun(block.children, context, block),
      };
    case 'image':
      return {
        type: 'image',
        alt: exportableText(block.alt),
        width: block.width,
        picture: exportedPicture(context.pictures.get(block.sha256)),
        caption: prepareCaption(block.id, block.caption, context),
      };
    case 'list':
      return prepareList(block, context);
    case 'table': {
      const rows = block.rows.map((row) =>
        row.cells.map((cell) => ({ header: cell.header, ...prepareRun(cell.children, context) })),
      );
      return {
        type: 'table',
        caption: isNumbered(block.id, context) ? prepareCaption(block.id, block.caption ?? [], context) : null,
        columns: Math.max(1, ...rows.map((row) => row.length)),
        headed: rows.length > 0 && (rows[0] ?? []).every((cell) => cell.header),
        rows,
      };
    }
    case 'code':
      return { type: 'code', text: exportableText(block.text, true) };
    case 'rule':
      return { type: 'rule' };
  }
}

function isNumbered(id: string | undefined, { anchors }: Context): id is string {
  return id !== undefined && (anchors.get(id)?.number ?? null) !== null;
}

function prepareCaption(id: string, children: readonly Inline[], context: Context): PreparedCaption {
  const label = context.anchors.get(id);
  if (!label) throw new Error('What has a caption has a label.');
  return { label, ...prepareRun(children, context) };
}

function prepareList(list: ListBlock, context: Context, within: BlockWriting = {}): PreparedList {
  // A list inside another runs and is spelled as that one, unless it says otherwise.
  const { direction = within.direction, language = within.language } = list;
  const said = { ...(direction && { direction }), ...(language && { language }) };
  return {
    type: 'list',
    ordered: list.ordered,
    start: list.start,
    items: list.items.map((item) => ({
      ...prepareRun(item.children, context, said),
      nested: item.nested && prepareList(item.nested, context, said),
    })),
  };
}

/** @param said direction and language as the author chose them; the direction is that of the first letter where left out */
function prepareRun(children: readonly Inline[], context: Context, said: BlockWriting = {}): PreparedRun {
  const prepared = placeCitations(prepareInlines(children, context, {}, undefined, false), context.renderedLater);
  const direction = said.direction ?? mainDirection(inlinesText(prepared));
  const language = otherLanguage(said.language, context.locale);
  if (language === null) return { children: prepared, direction };
  // Notes and citations are in the memo's.
  const spoken = prepared.map((inline) => (inline.type === 'text' ? { ...inline, language } : inline));
  return { children: spoken, direction, language };
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
        return withComments(text(inline.text, { ...look, ...lookOf(inline.formats) }, url), inline.marks, context);
      case 'actor-mention':
        return text(inline.text, look, url);
      case 'line-break':
        return [{ type: 'break' }];
      case 'cross-reference': {
        const target = context.anchors.get(inline.targetId);
        const said = referenceText(context.labels.get(inline.targetId), inline.show, context.locale);
        if (!target) return text(said, look, undefined);
        const pageWord = labelWords(context.locale).page;
        return [{ type: 'reference', target, show: inline.show, text: exportableText(said), pageWord }];
      }
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
        return prepareCitation(
          inline,
          context,
          inFootnote ? { before: children[index - 1], after: children[index + 1] } : null,
        );
    }
  });
}

/**
 * The citation, after the author's name where that belongs to the sentence.
 * @param beside what stands round it in the author's own footnote; null in the text
 */
function prepareCitation(
  citation: CitationInline,
  { runs, noteNumbers, noteStyle, renderedLater }: Context,
  beside: { before: Inline | undefined; after: Inline | undefined } | null,
): PreparedInline[] {
  const note = noteNumbers.get(citation.id) ?? null;
  const author = (runs.get(citation.id)?.author ?? []).map(safeRun);
  let rendered = (runs.get(citation.id)?.runs ?? []).map(safeRun);
  if (note !== null && (citation.items[0]?.prefix ?? '') !== '') rendered = asSentence(rendered);
  if (noteStyle && beside !== null) {
    const before = citation.form === 'narrative' ? nameBefore : beside.before;
    rendered = withinSentence(rendered, before, beside.after);
  }
  const prepared: PreparedCitation = {
    type: 'citation',
    items: citation.items.map((item) => ({
      ...item,
      locator: exportableText(item.locator),
      prefix: exportableText(item.prefix),
      suffix: exportableText(item.suffix),
    })),
    runs: rendered,
    note,
  };
  if (citation.form !== 'narrative') return [prepared];
  if (renderedLater) return [{ ...prepared, author }];
  // In MLA without a page the name says it all.
  return rendered.length === 0 && note === null ? runInlines(author) : [...runInlines(author), prepared];
}

/** What stands before a narrative citation: a name, in the middle of a sentence. */
const nameBefore: Inline = { type: 'text', text: 'x', formats: [], marks: [] };

function text(value: string, look: Look, url: string | undefined): PreparedText[] {
  const clean = exportableText(value);
  if (clean === '') return [];
  return [url === undefined ? { type: 'text', text: clean, look } : { type: 'text', text: clean, look, url }];
}

function withComments(runs: PreparedText[], marks: readonly TextMark[], { comments }: Context): PreparedText[] {
  const own = marks.flatMap(({ kind, id }) => (kind === 'comment' && comments.has(id) ? [id] : []));
  return own.length > 0 ? runs.map((run) => ({ ...run, comments: own })) : runs;
}

function prepareComments({ comments = [] }: MemoDocument): MemoComment[] {
  return comments.map((comment) => ({ ...comment, text: exportableText(comment.text, true) }));
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
  const clean = { ...rest, text: exportableText(run.text) };
  return url !== undefined && isSafeUrl(url) ? { ...clean, url } : clean;
}

/** A picture leaves the library without where and when a camera took it. */
function exportedPicture(picture: PreparedPicture | undefined): PreparedPicture | null {
  return picture ? { ...picture, bytes: withoutMetadata(picture.bytes, picture.mediaType) } : null;
}

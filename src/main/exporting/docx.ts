import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ISectionPropertiesOptions,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import type { WordTemplate } from '../../shared/domain/word-template';
import { columnParts } from './column-widths';
import { mainDirection, type Direction } from './direction';
import { bookmarked, writeCaption, writeImage, type WriteRun } from './docx-figures';
import { fieldEnd, partedFields } from './docx-fields';
import { docxFront } from './docx-front';
import { DocxInlines } from './docx-inlines';
import { listStyle, ListNumbering } from './docx-lists';
import { rewriteParts } from './docx-parts';
import { docxStyles } from './docx-styles';
import { zoteroBibliographyStart, zoteroPreferences } from './docx-zotero';
import { officePage } from './office-page';
import {
  headingInlines,
  inlinesText,
  memoHeadings,
  bibliographyLevel,
  memoNotes,
  memoRuns,
  plainText,
  runInlines,
  type PreparedBlock,
  type PreparedHeading,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedTable,
} from './prepared';
import { applyWordTemplate } from './word-template/apply';
import { hasFooter } from './word-template/apply-headers';
import type { RunningTexts } from './word-template/header-fields';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

/** A Word document: real footnotes, headings, lists and tables, named styles, contents, direction and language of every run. */
export async function writeDocx(memo: PreparedMemo): Promise<Uint8Array> {
  const { options, titleBlock } = memo;
  const template = options.wordTemplate;
  const author = titleBlock.author === '' ? 'Commonplace' : titleBlock.author;
  const pages = options.contents || namesPages(memo);
  const inlines = new DocxInlines(memo);
  const writer: Writer = { inlines, lists: new ListNumbering(template?.lists), direction: memo.direction, options };
  const children = [
    ...docxFront(memo, inlines),
    ...memo.blocks.flatMap((block) => writeBlock(block, writer)),
    ...bibliography(memo, inlines),
  ];
  const footnotes = Object.fromEntries(
    memoNotes(memo).map(({ number, children: said }) => [number, { children: [note(inlines, said, number)] }]),
  );
  const document = new Document({
    title: memo.title,
    creator: author,
    lastModifiedBy: author,
    ...(titleBlock.subtitle === '' ? {} : { subject: titleBlock.subtitle }),
    description: '',
    ...(options.zoteroFields ? { customProperties: zoteroPreferences(memo) } : {}),
    ...(pages ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    styles: docxStyles(memo),
    ...(memo.comments.length > 0 ? { comments: { children: inlines.comments.said(author) } } : {}),
    numbering: { config: writer.lists.config() },
    footnotes,
    ...(template?.evenPagesDiffer ? { evenAndOddHeaderAndFooters: true } : {}),
    sections: [
      {
        properties: { page: page(memo), ...(template?.firstPageDiffers ? { titlePage: true } : {}) },
        footers: footers(template),
        children,
      },
    ],
  });
  const packed = new Uint8Array(await Packer.toBuffer(document));
  const written = pages ? await rewriteParts(packed, { 'word/document.xml': partedFields }) : packed;
  return template ? applyWordTemplate(written, template, runningTexts(memo, author)) : written;
}

/** Its number is Word's own; what parts it from the words is not. */
function note(inlines: DocxInlines, said: readonly PreparedInline[], number: number): Paragraph {
  return inlines.paragraph({ style: 'FootnoteText' }, said, undefined, { note: number, before: [new TextRun(' ')] });
}

/** Whether it says on which pages something stands: Word works that out when it is asked to, so the file has to say it first. */
function namesPages(memo: PreparedMemo): boolean {
  const runs = [...memoRuns(memo), ...memoNotes(memo).map(({ children }) => children)];
  return runs.some((run) => run.some((inline) => inline.type === 'reference' && inline.show === 'page'));
}

interface Writer {
  inlines: DocxInlines;
  lists: ListNumbering;
  direction: Direction;
  options: MemoExportOptions;
}

/** Rounded, since Word knows paper by its exact size. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** Between the margins, in twentieths of a point. */
function textWidth(options: MemoExportOptions, direction: Direction): number {
  const own = options.wordTemplate?.page;
  return own ? own.width - own.left - own.right - (own.gutter ?? 0) : twips(officePage(options, direction).textWidth);
}

function page({ options, direction }: PreparedMemo): NonNullable<ISectionPropertiesOptions['page']> {
  const own = options.wordTemplate?.page;
  if (own) {
    const { width, height, mirrored: _, ...margin } = own;
    return { size: { width, height, orientation: width > height ? 'landscape' : 'portrait' }, margin };
  }
  const { width, height, margins } = officePage(options, direction);
  const sides = Object.entries(margins).map(([side, length]) => [side, twips(length)]);
  return {
    size: { width: twips(width), height: twips(height) },
    margin: Object.fromEntries(sides) as Record<keyof typeof margins, number>,
  };
}

/** What running heads of a template may say of the memo. */
function runningTexts(memo: PreparedMemo, author: string): RunningTexts {
  const headings = new Map<number, string>();
  for (const heading of memoHeadings(memo).headings)
    if (!headings.has(heading.level)) headings.set(heading.level, inlinesText(headingInlines(heading)));
  return { title: memo.title, subject: memo.titleBlock.subtitle, author, headings };
}

/** The number of the page, unless a template says it in its own way. */
function footers(template: WordTemplate | null) {
  if (template && hasFooter(template)) return {};
  return { default: pageFooter(), ...(template?.evenPagesDiffer ? { even: pageFooter() } : {}) };
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ style: 'Footer', children: [number] })] });
}

function writeBlock(block: PreparedBlock, writer: Writer): (Paragraph | Table)[] {
  const { inlines, options } = writer;
  switch (block.type) {
    case 'paragraph':
      return [inlines.paragraph({}, block.children, block.direction)];
    case 'heading':
      return [heading(block, inlines)];
    case 'quotation':
      return [inlines.paragraph({ style: 'Quote' }, block.children, block.direction)];
    case 'list':
      return writeList(block, 0, writer);
    case 'table':
      // Word joins two tables that touch; the empty paragraph also lets a cursor stand after the last one.
      return [
        ...(block.caption ? [writeCaption(block.caption, writeRun(inlines), { keepNext: true })] : []),
        writeTable(block, writer),
        new Paragraph({ style: 'AfterTable', children: [] }),
      ];
    case 'image':
      return writeImage(block, writeRun(inlines), options);
    case 'code':
      return block.text.split('\n').map((line) => new Paragraph({ style: 'Code', children: [new TextRun(line)] }));
    case 'rule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '808080' } },
          children: [],
        }),
      ];
  }
}

function heading(block: PreparedHeading, inlines: DocxInlines): Paragraph {
  const options = { heading: headings[block.level - 1] };
  if (!block.label) return inlines.paragraph(options, headingInlines(block), block.direction);
  const numbered = headingInlines({ ...block, children: [] });
  const before = [...inlines.children(numbered), ...bookmarked(block.label, inlines.children(block.children))];
  return inlines.paragraph(options, [], block.direction, { before });
}

function writeRun(inlines: DocxInlines): WriteRun {
  return (options, children, direction, before) =>
    inlines.paragraph(options, children, direction, before ? { before } : {});
}

function writeList(list: PreparedList, level: number, writer: Writer): Paragraph[] {
  const numbering = writer.lists.begin(list, level);
  return list.items.flatMap((item) => [
    writer.inlines.paragraph({ style: listStyle(list.ordered, level), numbering }, item.children, item.direction),
    ...(item.nested ? writeList(item.nested, level + 1, writer) : []),
  ]);
}

function writeTable(table: PreparedTable, { inlines, direction, options }: Writer): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columnParts(table, textWidth(options, direction)),
    ...(direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0 && table.headed,
          cantSplit: true,
          children: Array.from({ length: table.columns }, (_, column) => {
            const cell = row[column];
            const style = cell?.header ? 'TableHeader' : 'TableText';
            return new TableCell({
              margins: { top: 40, bottom: 40, left: 80, right: 80 },
              children: [inlines.paragraph({ style }, cell?.children ?? [], cell?.direction)],
            });
          }),
        }),
    ),
  });
}

function bibliography(memo: PreparedMemo, inlines: DocxInlines): Paragraph[] {
  if (memo.bibliography.length === 0) return [];
  const style = memo.hangingIndent ? 'Bibliography' : 'BibliographyFlush';
  const isField = memo.options.zoteroFields;
  const last = memo.bibliography.length - 1;
  const entries = memo.bibliography.map(({ runs }, index) => {
    const said = runInlines(runs);
    return new Paragraph({
      style,
      ...(mainDirection(inlinesText(said)) === 'rtl' ? { bidirectional: true } : {}),
      children: [
        ...(isField && index === 0 ? zoteroBibliographyStart() : []),
        ...inlines.children(said),
        ...(isField && index === last ? [fieldEnd()] : []),
      ],
    });
  });
  const heading = { heading: headings[bibliographyLevel(memo) - 1] };
  return [inlines.paragraph(heading, [plainText(memo.titles.bibliography)], memo.direction), ...entries];
}

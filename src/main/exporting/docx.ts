import {
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { directionalRuns, rtlLanguage, type Direction } from './direction';
import { bookmarked, writeCaption, writeImage, writeReference } from './docx-figures';
import { ListNumbering } from './docx-lists';
import { docxStyles } from './docx-styles';
import {
  memoNotes,
  runInlines,
  type PreparedBlock,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedTable,
  type PreparedText,
} from './prepared';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
/** A Word document: real footnotes, headings, lists and tables, right-to-left paragraphs and runs, hanging bibliography. */
export async function writeDocx(memo: PreparedMemo): Promise<Uint8Array> {
  const lists = new ListNumbering();
  const children = [
    new Paragraph({ style: 'Title', bidirectional: memo.direction === 'rtl', children: textRuns(memo.title) }),
    ...memo.blocks.flatMap((block) => writeBlock(block, lists)),
    ...bibliography(memo),
  ];
  const footnotes = Object.fromEntries(
    memoNotes(memo).map(({ number, children: inlines }) => [number, { children: [entry('FootnoteText', inlines)] }]),
  );
  const document = new Document({
    title: memo.title,
    creator: 'Commonplace',
    description: '',
    styles: docxStyles(memo.locale),
    numbering: { config: lists.config() },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: Object.fromEntries(
              ['top', 'right', 'bottom', 'left'].map((side) => [side, convertMillimetersToTwip(25)]),
            ),
          },
        },
        footers: { default: pageFooter() },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ style: 'Footer', children: [number] })] });
}

function writeBlock(block: PreparedBlock, lists: ListNumbering): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph({}, block.children, block.direction)];
    case 'heading':
      return [heading(block)];
    case 'quotation':
      return [paragraph({ style: 'Quote' }, block.children, block.direction)];
    case 'list':
      return writeList(block, 0, lists);
    case 'table':
      // Word joins two tables that touch; the empty paragraph also lets a cursor stand after the last one.
      return [
        ...(block.caption ? [writeCaption(block.caption, paragraph, { keepNext: true })] : []),
        writeTable(block),
        new Paragraph({ children: [] }),
      ];
    case 'image':
      return writeImage(block, paragraph);
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

function heading({ level, label, children, direction }: Extract<PreparedBlock, { type: 'heading' }>): Paragraph {
  const options = { heading: headings[level - 1] };
  if (!label) return paragraph(options, children, direction);
  return paragraph(options, [], direction, bookmarked(label, children.flatMap(writeInline)));
}

function paragraph(
  options: Omit<IParagraphOptions, 'children'>,
  children: readonly PreparedInline[],
  direction: Direction,
  before: readonly ParagraphChild[] = [],
): Paragraph {
  return new Paragraph({
    ...options,
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: [...before, ...children.flatMap(writeInline)],
  });
}

function writeInline(inline: PreparedInline): ParagraphChild[] {
  switch (inline.type) {
    case 'text':
      return writeText(inline);
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'reference':
      return writeReference(inline);
    case 'footnote':
      return [new FootnoteReferenceRun(inline.number)];
    case 'citation':
      return inline.note === null
        ? runInlines(inline.runs).flatMap(writeText)
        : [new FootnoteReferenceRun(inline.note)];
  }
}

function writeText({ text, look, url }: PreparedText): ParagraphChild[] {
  const options: Omit<IRunOptions, 'text'> = {
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italics: true } : {}),
    ...(look.underline ? { underline: {} } : {}),
    ...(look.strikethrough ? { strike: true } : {}),
    ...(look.smallCaps ? { smallCaps: true } : {}),
    ...(look.vertical === 'super' ? { superScript: true } : {}),
    ...(look.vertical === 'sub' ? { subScript: true } : {}),
    ...(look.code ? { style: 'CodeCharacter' } : {}),
    ...(url === undefined ? {} : { style: 'Hyperlink' }),
  };
  const runs = textRuns(text, options);
  return url === undefined ? runs : [new ExternalHyperlink({ link: url, children: runs })];
}

/** Word does not work out the direction of a run by itself: each stretch of right-to-left letters is marked, with its language. */
function textRuns(text: string, options: Omit<IRunOptions, 'text'> = {}): TextRun[] {
  return directionalRuns(text).map(({ text: part, direction }) =>
    direction === 'rtl'
      ? new TextRun({
          ...options,
          text: part,
          rightToLeft: true,
          boldComplexScript: options.bold,
          italicsComplexScript: options.italics,
          language: { bidirectional: rtlLanguage(part) },
        })
      : new TextRun({ ...options, text: part }),
  );
}

/** A note or an entry of the bibliography: it runs as its first words do. */
function entry(style: string, inlines: readonly PreparedInline[]): Paragraph {
  const first = directionalRuns(inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''))[0];
  return paragraph({ style }, inlines, first?.direction ?? 'ltr');
}

function writeList(list: PreparedList, level: number, lists: ListNumbering): Paragraph[] {
  const numbering = lists.begin(list, level);
  return list.items.flatMap((item) => [
    paragraph({ numbering }, item.children, item.direction),
    ...(item.nested ? writeList(item.nested, level + 1, lists) : []),
  ]);
}

function writeTable(table: PreparedTable): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0 && table.headed,
          cantSplit: true,
          children: Array.from({ length: table.columns }, (_, column) => {
            const cell = row[column];
            return new TableCell({
              margins: { top: 40, bottom: 40, left: 80, right: 80 },
              children: [
                cell
                  ? paragraph({ style: cell.header ? 'TableHeader' : 'TableText' }, cell.children, cell.direction)
                  : new Paragraph({ style: 'TableText', children: [] }),
              ],
            });
          }),
        }),
    ),
  });
}

function bibliography(memo: PreparedMemo): Paragraph[] {
  if (memo.bibliography.length === 0) return [];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      bidirectional: memo.direction === 'rtl',
      children: textRuns(memo.titles.bibliography),
    }),
    ...memo.bibliography.map(({ runs }) =>
      entry(memo.hangingIndent ? 'Bibliography' : 'BibliographyFlush', runInlines(runs)),
    ),
  ];
}

import {
  AlignmentType,
  convertMillimetersToTwip,
  LeaderType,
  LineRuleType,
  TabStopType,
  type IStylesOptions,
} from 'docx';
import { figureStyles } from './docx-figures';
import { listStyles } from './docx-lists';
import { officePage } from './office-page';
import { memoHeadings, type PreparedMemo } from './prepared';

const font = 'Times New Roman';
const mono = 'Courier New';
const millimetres = convertMillimetersToTwip;
const ink = '1A1A1A';

/** Named styles, so that a person can change the look of the whole document in Word at once. Sizes are half points, as Word counts them. */
export function docxStyles(memo: PreparedMemo): IStylesOptions {
  const { options, locale, direction } = memo;
  const { top } = memoHeadings(memo);
  const body = options.fontSize * 2;
  const small = body - 3;
  const isReport = options.layout === 'report';
  const next = { basedOn: 'Normal', quickFormat: true };
  const { textWidth } = officePage(options, direction);
  const language =
    direction === 'rtl' ? { value: 'en-GB', bidirectional: locale } : { value: locale, bidirectional: 'ar-SA' };
  const heading = (size: number, before: number) => ({
    run: { font, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: ink },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 80 } },
  });
  const contents = (level: number) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: {
      indent: { left: millimetres(Math.max(0, level - top) * 6) },
      spacing: { after: 40 },
      tabStops: [{ type: TabStopType.RIGHT, position: millimetres(textWidth), leader: LeaderType.DOT }],
    },
  });
  return {
    default: {
      document: {
        run: { font, size: body, sizeComplexScript: body + 2, language },
        paragraph: { spacing: { after: 140, line: options.wideLines ? 480 : 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: isReport ? 56 : 40, bold: true, color: ink },
        paragraph: { spacing: { before: isReport ? millimetres(70) : 0, after: 280 } },
      },
      heading1: heading(body + 8, 360),
      heading2: heading(body + 4, 300),
      heading3: heading(body + 2, 240),
      heading4: heading(body, 220),
      hyperlink: { run: { color: '1F5A99', underline: {} } },
      footnoteText: {
        run: { font, size: small },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    characterStyles: [{ id: 'CodeCharacter', name: 'Code Character', run: { font: mono, size: small, noProof: true } }],
    paragraphStyles: [
      ...figureStyles,
      ...listStyles,
      {
        id: 'Subtitle',
        name: 'Subtitle',
        ...next,
        run: { size: body + 4, italics: true },
        paragraph: { spacing: { after: 200 } },
      },
      { id: 'Byline', name: 'Byline', ...next, run: { color: '5C5850' }, paragraph: { spacing: { after: 240 } } },
      {
        id: 'Summary',
        name: 'Summary',
        ...next,
        run: { size: body - 1 },
        paragraph: { indent: { left: millimetres(8), right: millimetres(8) } },
      },
      {
        id: 'TOCHeading',
        name: 'TOC Heading',
        ...next,
        run: { size: body + 4, bold: true },
        paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
      },
      ...[1, 2, 3, 4, 5, 6].map(contents),
      {
        id: 'Quote',
        name: 'Quote',
        ...next,
        run: { size: body - 1 },
        paragraph: { indent: { left: millimetres(10), right: millimetres(10) }, spacing: { before: 80, after: 180 } },
      },
      {
        id: 'Code',
        name: 'Code',
        ...next,
        run: { font: mono, size: small, noProof: true },
        paragraph: { spacing: { after: 0, line: 240 }, indent: { left: millimetres(5) } },
      },
      // Word wants a paragraph behind a table; this one is only its distance from what follows.
      {
        id: 'AfterTable',
        name: 'After Table',
        basedOn: 'Normal',
        paragraph: { spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } },
      },
      { id: 'TableText', name: 'Table Text', ...next, run: { size: body - 2 }, paragraph: { spacing: { after: 0 } } },
      {
        id: 'TableHeader',
        name: 'Table Header',
        ...next,
        run: { size: body - 2, bold: true },
        paragraph: { spacing: { after: 0 }, keepNext: true },
      },
      {
        id: 'Bibliography',
        name: 'Bibliography',
        ...next,
        paragraph: { indent: { left: millimetres(10), hanging: millimetres(10) }, spacing: { after: 100 } },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: small },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      },
      { id: 'BibliographyFlush', name: 'Bibliography Flush', ...next, paragraph: { spacing: { after: 100 } } },
    ],
  };
}

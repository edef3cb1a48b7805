import { AlignmentType, convertMillimetersToTwip, LineRuleType, type IStylesOptions } from 'docx';
import { figureStyles } from './docx-figures';

/** Half points, as Word counts type sizes. */
const body = 22;
const small = 19;
const font = 'Times New Roman';
const mono = 'Courier New';
const millimetres = convertMillimetersToTwip;
const ink = '1A1A1A';

function heading(size: number, before: number) {
  return {
    run: { font, size, bold: true, color: ink },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 80 } },
  };
}

/** Named styles, so that a person can change the look of the whole document in Word at once. */
export function docxStyles(locale: string): IStylesOptions {
  const next = { basedOn: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font, size: body, sizeComplexScript: body + 2, language: { value: locale, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font, size: 40, bold: true, color: ink }, paragraph: { spacing: { after: 280 } } },
      heading1: heading(30, 360),
      heading2: heading(26, 300),
      heading3: heading(24, 240),
      heading4: heading(body, 220),
      hyperlink: { run: { color: '1F5A99', underline: {} } },
      footnoteText: {
        run: { font, size: small },
        paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    characterStyles: [{ id: 'CodeCharacter', name: 'Code Character', run: { font: mono, size: small } }],
    paragraphStyles: [
      ...figureStyles,
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
        run: { font: mono, size: small },
        paragraph: { spacing: { after: 0, line: 240 }, indent: { left: millimetres(5) } },
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

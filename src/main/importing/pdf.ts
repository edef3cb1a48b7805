import { importFormats, type ImportedHighlight } from '../../shared/domain/imports';
import { nearestTagColour } from '../../shared/excerpts/colour';
import { CommonplaceError } from '../../shared/result';
import type { PdfContent } from '../../shared/pdf/content';
import { layOut, type PdfLayout } from '../../shared/pdf/layout';
import { markedRange } from '../../shared/pdf/marks';
import { readContent } from '../../shared/pdf/read';
import { documentOf } from './document';
import type { BytesFormat, ParsedDocument } from './format';
import { noFacts } from './metadata/facts';
import { pdfFacts } from './pdf/facts';
import { openPdf } from './pdf/open';
import { picturePages } from './pdf/pictures';

/** A PDF as a document: the text of its pages put together, with their labels as locators. */
async function importPdf(bytes: Uint8Array, fallbackTitle: string): Promise<ParsedDocument> {
  const pdf = await openPdf(bytes);
  try {
    const content = await readContent(pdf);
    const pictures = await picturePages(pdf, content.pages);
    const layout = layOut(content);
    const { text, blocks } = layout;
    if (text === '' && pictures.length === 0) throw withoutText();
    const facts = noFacts();
    const headed = await pdfFacts(pdf, content, { text, blocks }, facts);
    facts.warnings.push(...(text === '' ? [scanWarning] : pictureWarning(content, pictures)));
    const heading = facts.title[0]?.value ?? '';
    const document = documentOf({ text, blocks: headed }, facts, heading, {
      value: fallbackTitle,
      origin: 'file name',
    });
    return { ...document, ...highlightsOf(content, layout, document.warnings), silent: text === '' };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** What was marked in another program, as passages of the text. */
function highlightsOf({ pages }: PdfContent, layout: PdfLayout, warnings: readonly string[]) {
  const marks = pages.flatMap((page, index) =>
    page.marks.map((mark) => ({ mark, range: markedRange(layout, index, mark) })),
  );
  const highlights = marks.flatMap(({ mark: { colour, note }, range }): ImportedHighlight[] =>
    range ? [{ start: range[0], end: range[1], colour: colour ? nearestTagColour(colour) : 'none', note }] : [],
  );
  const lost = marks.length - highlights.length;
  if (marks.length === 0) return {};
  if (lost === 0) return { highlights };
  const what = lost === 1 ? 'One highlight of the PDF has' : `${lost} highlights of the PDF have`;
  return {
    highlights,
    warnings: [...warnings, `${what} no text under ${lost === 1 ? 'it' : 'them'} and became no excerpt.`],
  };
}

function withoutText(): CommonplaceError {
  return new CommonplaceError('unreadable', 'The PDF holds no text. Check that the right file was chosen.');
}

/** A scan is a source all the same: its pages can be looked at, cited and described. */
const scanWarning =
  'The PDF holds no text: its pages are pictures, as a scanner makes them. They can be seen, but not quoted from or searched. Run text recognition (OCR) over it, for example with OCRmyPDF, and capture the source again.';

/** Says which pages were only pictures: what is written there is not in the text. */
function pictureWarning({ pages }: PdfContent, pictures: readonly number[]): string[] {
  if (pictures.length === 0) return [];
  const labels = pictures.slice(0, 20).map((index) => pages[index]?.label ?? '');
  const listed = labels.join(', ') + (pictures.length > labels.length ? ' …' : '');
  const [which, have] = pictures.length === 1 ? [`Page ${listed}`, 'holds'] : [`Pages ${listed}`, 'hold'];
  return [
    `${which} ${have} pictures and no text. If they were scanned, run text recognition (OCR) over the PDF and import it again.`,
  ];
}

export const pdf: BytesFormat = {
  ...importFormats.pdf,
  reads: 'bytes',
  // Readers of PDF have always allowed something before its first line.
  recognises: (head) => /^(?:[\s\S]{0,1023}[\r\n])?%PDF-\d/u.test(head),
  parse: (bytes, { fallbackTitle }) => importPdf(bytes, fallbackTitle),
};

import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PdfPage } from '../../../shared/pdf/content';

/** Pages without text that are looked at more closely, at most. */
const mostPages = 200;

/** Indices of the pages that show something but hold no text: scans, most likely. Empty pages are none. */
export async function picturePages(document: PDFDocumentProxy, pages: readonly PdfPage[]): Promise<number[]> {
  const silent = [...pages.entries()].filter(([, { texts }]) => texts.every(({ str }) => str.trim() === ''));
  const pictures: number[] = [];
  for (const [index] of silent.slice(0, mostPages)) if (await showsSomething(document, index + 1)) pictures.push(index);
  return pictures;
}

/** subtle: pictures are left out while a PDF is read here, but not the instructions that place them. */
async function showsSomething(document: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const page = await document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    page.cleanup();
    return fnArray.length > 0;
  } catch {
    return true;
  }
}

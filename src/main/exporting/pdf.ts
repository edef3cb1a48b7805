import { compilePdf, type PdfJob } from './pdf-compile';
import { pdfData } from './pdf-data';
import { pictureName, type PreparedMemo } from './prepared';

/**
 * A PDF: pages of paper, notes at their foot, tagged for screen readers.
 * @throws CommonplaceError `unavailable` if it cannot be made on this machine
 */
export function writePdf(memo: PreparedMemo): Uint8Array {
  return compilePdf(pdfJob(memo));
}

/** A memo as the compiler is asked for it. */
export function pdfJob(memo: PreparedMemo): PdfJob {
  const pictures = memo.blocks.flatMap((block) =>
    block.type === 'image' && block.picture ? [{ name: pictureName(block), bytes: block.picture.bytes }] : [],
  );
  return { memo: JSON.stringify(pdfData(memo)), pictures };
}

import type { PdfJob } from './pdf-compile';
import { pdfData } from './pdf-data';
import { createPdfRunner, type RunPdf } from './pdf-run';
import { pictureName, type PreparedMemo } from './prepared';

export interface PdfWork {
  signal?: AbortSignal | undefined;
  runPdf?: RunPdf | undefined;
}

const runPdfHere = createPdfRunner();

/**
 * A PDF: pages of paper, notes at their foot, tagged for screen readers.
 * @throws CommonplaceError `unavailable` if it cannot be made on this machine, `cancelled`
 */
export function writePdf(memo: PreparedMemo, { signal, runPdf = runPdfHere }: PdfWork = {}): Promise<Uint8Array> {
  return runPdf(pdfJob(memo), signal);
}

/** A memo as the compiler is asked for it. */
export function pdfJob(memo: PreparedMemo): PdfJob {
  const pictures = memo.blocks.flatMap((block) =>
    block.type === 'image' && block.picture ? [{ name: pictureName(block), bytes: block.picture.bytes }] : [],
  );
  return { memo: JSON.stringify(pdfData(memo)), pictures };
}

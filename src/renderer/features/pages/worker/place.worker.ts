/**
 * Finds where the words of a snapshot are printed. A worker of its own, because laying out a book takes seconds and the pages
 * are to be seen at once. Reads the PDF as the import does, so that it finds the same words.
 */
import { textOnly } from '../../../../shared/pdf/open-options';
import { printedPages } from '../../../../shared/pdf/places';
import { readContent } from '../../../../shared/pdf/read';
import type { FromPlacer, ToPlacer } from './messages';
import { pack } from './packed';
import { loadPdfJs } from './pdfjs';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToPlacer>) => void) | null;
  postMessage(message: FromPlacer, transfer?: Transferable[]): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void place(data).catch(() => scope.postMessage({ pages: null }));
};

async function place({ bytes, text }: ToPlacer): Promise<void> {
  const pdfjs = await loadPdfJs();
  const pdf = await pdfjs.getDocument({ data: bytes, ...textOnly, verbosity: pdfjs.VerbosityLevel.ERRORS }).promise;
  const pages = printedPages(await readContent(pdf), text).map(pack);
  const buffers = pages.flatMap(
    ({ boxes, ranges, rtl }) => [boxes.buffer, ranges.buffer, rtl.buffer] as Transferable[],
  );
  scope.postMessage({ pages }, buffers);
}

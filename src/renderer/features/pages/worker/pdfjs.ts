import type * as PdfJs from 'pdfjs-dist';

let loaded: Promise<typeof PdfJs> | undefined;

/** pdf.js, with both its halves in this worker, so that ending the worker ends all of it. */
export function loadPdfJs(): Promise<typeof PdfJs> {
  return (loaded ??= load());
}

async function load(): Promise<typeof PdfJs> {
  // subtle: loaded in a worker, the half that parses would answer this worker's messages as if they were for it. It does
  // not where it sees a window; the other half takes it from a global.
  Object.assign(globalThis, { window: globalThis });
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Reflect.deleteProperty(globalThis, 'window');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

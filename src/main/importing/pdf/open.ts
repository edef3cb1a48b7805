import { createRequire } from 'node:module';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { textOnly } from '../../../shared/pdf/open-options';
import { CommonplaceError } from '../../../shared/result';
import { protectedByPassword } from '../zip';

type PdfJs = typeof import('pdfjs-dist');

/**
 * Opens a PDF for reading its text. Nothing of it is drawn or run, no font is loaded, and nothing is fetched.
 * @throws CommonplaceError `unreadable`
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    // subtle: a copy, because pdf.js takes its buffer away from the caller.
    data: new Uint8Array(bytes),
    ...textOnly,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw protectedByPassword();
    throw new CommonplaceError(
      'unreadable',
      'The PDF is damaged or cut short and cannot be opened. Get it again, or save it anew from a program that opens it.',
      error instanceof Error ? error.message : String(error),
    );
  }
}

let loaded: Promise<PdfJs> | undefined;

/** pdf.js, loaded when the first PDF comes, because that takes half a second. Both halves run in this thread: the import worker. */
function loadPdfJs(): Promise<PdfJs> {
  return (loaded ??= load());
}

async function load(): Promise<PdfJs> {
  withoutCanvas();
  // subtle: once it is loaded, pdf.js finds its worker in a global and looks for no file.
  const [pdfjs] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  return pdfjs;
}

/**
 * For drawing, pdf.js loads a native library as soon as it is loaded itself. Text needs none, and native code has no business
 * near files from anywhere: empty classes stand in for it.
 */
function withoutCanvas(): void {
  const standIns = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
  Object.assign(globalThis, standIns);
  const require = createRequire(import.meta.url);
  try {
    const path = require.resolve('@napi-rs/canvas');
    require.cache[path] ??= { id: path, filename: path, loaded: true, exports: standIns } as NodeJS.Module;
  } catch {
    // It is not installed, which serves as well.
  }
}

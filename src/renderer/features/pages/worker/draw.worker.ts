/**
 * Draws the pages of one PDF, away from the window's own thread: whatever a page makes pdf.js do, the window stays quick, and
 * ends this worker when it takes too long. Nothing is run that the PDF brings, and nothing fetched.
 */
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { DrawingCanvases, MaskFilters, readMasks } from './canvases';
import type { FromDrawer, PageSize, ResourceKind, ToDrawer } from './messages';
import { loadPdfJs } from './pdfjs';

interface WorkerScope {
  fonts: FontFaceSet;
  onmessage: ((event: MessageEvent<ToDrawer>) => void) | null;
  postMessage(message: FromDrawer, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
/** A canvas of more pixels than this is drawn smaller and shown larger. */
const mostPixels = 24_000_000;
let opened: Promise<PDFDocumentProxy> | undefined;
const running = new Map<number, RenderTask | null>();
const waiting = new Map<number, (bytes: Uint8Array | null) => void>();

scope.onmessage = ({ data }) => {
  switch (data.type) {
    case 'open':
      opened = open(data.bytes);
      void opened.then(tellPages).catch(tellProblem);
      break;
    case 'draw':
      void draw(data.id, data.page, data.scale);
      break;
    case 'cancel':
      running.get(data.id)?.cancel();
      running.delete(data.id);
      break;
    case 'resource':
      waiting.get(data.id)?.(data.bytes);
      waiting.delete(data.id);
      break;
  }
};

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  readMasks();
  const pdfjs = await loadPdfJs();
  return pdfjs.getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    // subtle: names for files that the window hands over; nothing is at these addresses.
    cMapUrl: 'cmap/',
    standardFontDataUrl: 'font/',
    wasmUrl: 'wasm/',
    CMapReaderFactory: CMaps,
    StandardFontDataFactory: Fonts,
    WasmFactory: Decoders,
    CanvasFactory: DrawingCanvases,
    FilterFactory: MaskFilters,
    ownerDocument: { fonts: scope.fonts } as unknown as Document,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  }).promise;
}

async function tellPages(pdf: PDFDocumentProxy): Promise<void> {
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: PageSize[] = [];
  for (let index = 0; index < pdf.numPages; index += 1) {
    const page = await pdf.getPage(index + 1).catch(() => null);
    const { width, height } = page?.getViewport({ scale: 1 }) ?? { width: 595, height: 842 };
    pages.push({ label: labels?.[index]?.trim() || String(index + 1), width, height });
  }
  scope.postMessage({ type: 'opened', pages });
}

function tellProblem(error: unknown): void {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  scope.postMessage({ type: 'unopened', problem: isLocked ? 'password' : 'damaged' });
}

async function draw(id: number, index: number, wanted: number): Promise<void> {
  running.set(id, null);
  try {
    const pdf = await opened;
    const page = await pdf?.getPage(index + 1);
    if (!page || !running.has(id)) return;
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(wanted, Math.sqrt(mostPixels / Math.max(1, width * height)));
    const viewport = page.getViewport({ scale });
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    );
    const task = page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#ffffff' });
    // Between its steps, so that a message that cancels it is heard.
    task.onContinue = (next: () => void) => void setTimeout(next);
    running.set(id, task);
    await task.promise;
    if (!running.has(id)) return;
    const bitmap = canvas.transferToImageBitmap();
    scope.postMessage({ type: 'drawn', id, bitmap }, [bitmap]);
  } catch {
    if (running.has(id)) scope.postMessage({ type: 'undrawn', id });
  } finally {
    running.delete(id);
  }
}

let nextWanted = 1;

/** Asks the window for a file of pdf.js, and waits for it. */
async function resource(kind: ResourceKind, name: string): Promise<Uint8Array> {
  const id = nextWanted++;
  const bytes = await new Promise<Uint8Array | null>((resolve) => {
    waiting.set(id, resolve);
    scope.postMessage({ type: 'wanted', id, kind, name });
  });
  if (!bytes) throw new Error(`pdf.js has no ${kind} ${name}`);
  return bytes;
}

// The three classes that pdf.js makes itself to fetch what it needs.
class CMaps {
  async fetch({ name }: { name: string }) {
    return { cMapData: await resource('cmap', `${name}.bcmap`), isCompressed: true };
  }
}
class Fonts {
  fetch({ filename }: { filename: string }) {
    return resource('font', filename);
  }
}
class Decoders {
  fetch({ filename }: { filename: string }) {
    return resource('wasm', filename);
  }
}

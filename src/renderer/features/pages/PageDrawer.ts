import type { FromDrawer, OpenProblem, PageSize, ResourceKind, ToDrawer } from './worker/messages';

/** What a drawer needs from outside, so that it can be tested without workers. */
export interface DrawerSetup {
  start(): Worker;
  /** A copy of the PDF that may be given away. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  resource(kind: ResourceKind, name: string): Promise<Uint8Array | null>;
  /** How long opening, and how long drawing one page may take, in milliseconds. */
  patience?: { open: number; draw: number };
}

/** Why there is no picture of a page. */
export type DrawProblem = 'cancelled' | 'failed' | 'slow';

export class PageNotDrawn extends Error {
  constructor(readonly problem: DrawProblem) {
    super(`The page was not drawn: ${problem}`);
  }
}
export class PdfNotOpened extends Error {
  constructor(readonly problem: OpenProblem | 'slow') {
    super(`The PDF was not opened: ${problem}`);
  }
}

interface Wish {
  page: number;
  scale: number;
  resolve: (bitmap: ImageBitmap) => void;
  reject: (error: PageNotDrawn) => void;
}

/**
 * Draws the pages of one PDF in a worker, one after the other, the last one asked for first: that is where the reader is. A
 * page that takes too long costs the worker; the next page gets a new one.
 */
export class PageDrawer {
  readonly #setup: DrawerSetup;
  readonly #patience: { open: number; draw: number };
  readonly #wishes = new Map<number, Wish>();
  #worker: Worker | undefined;
  #opened: Promise<PageSize[]> | undefined;
  #drawing: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextId = 1;
  #closed = false;

  constructor(setup: DrawerSetup) {
    this.#setup = setup;
    this.#patience = setup.patience ?? { open: 30_000, draw: 20_000 };
  }

  /** Opens the PDF; the sizes of its pages. @throws PdfNotOpened, and what `bytes` throws */
  open(): Promise<PageSize[]> {
    return (this.#opened ??= this.#open());
  }

  async #open(): Promise<PageSize[]> {
    const bytes = await this.#setup.bytes();
    if (this.#closed) throw new PdfNotOpened('damaged');
    const worker = this.#setup.start();
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const fail = (problem: OpenProblem | 'slow') => {
        clearTimeout(timer);
        if (this.#worker === worker) this.#end();
        reject(new PdfNotOpened(problem));
      };
      const timer = setTimeout(() => fail('slow'), this.#patience.open);
      worker.onerror = () => fail('damaged');
      worker.onmessage = ({ data }: MessageEvent<FromDrawer>) => {
        if (data.type === 'opened') {
          clearTimeout(timer);
          resolve(data.pages);
        } else if (data.type === 'unopened') fail(data.problem);
        else this.#receive(worker, data);
      };
      this.#send({ type: 'open', bytes }, [bytes.buffer]);
    });
  }

  /**
   * A picture of a page. @param scale pixels a point
   * @throws PageNotDrawn
   */
  draw(page: number, scale: number, signal: AbortSignal): Promise<ImageBitmap> {
    return new Promise((resolve, reject) => {
      if (this.#closed || signal.aborted) return reject(new PageNotDrawn('cancelled'));
      const id = this.#nextId++;
      this.#wishes.set(id, { page, scale, resolve, reject });
      signal.addEventListener('abort', () => this.#cancel(id), { once: true });
      this.#next();
    });
  }

  close(): void {
    this.#closed = true;
    this.#end();
    for (const id of this.#wishes.keys()) this.#refuse(id, 'cancelled');
  }

  #next(): void {
    if (this.#drawing !== undefined || this.#closed) return;
    const [id, wish] = [...this.#wishes].at(-1) ?? [];
    if (id === undefined || !wish) return;
    this.#drawing = id;
    this.open().then(
      () => {
        if (this.#drawing !== id) return;
        this.#send({ type: 'draw', id, page: wish.page, scale: wish.scale });
        this.#timer = setTimeout(() => this.#giveUp(id), this.#patience.draw);
      },
      () => this.#settle(id, 'failed'),
    );
  }

  /** Ends the worker over a page that it does not finish. */
  #giveUp(id: number): void {
    this.#end();
    this.#settle(id, 'slow');
  }

  #cancel(id: number): void {
    if (!this.#wishes.has(id)) return;
    if (this.#drawing === id) this.#send({ type: 'cancel', id });
    this.#settle(id, 'cancelled');
  }

  #receive(worker: Worker, message: FromDrawer): void {
    if (worker !== this.#worker) return;
    if (message.type === 'wanted') return void this.#give(worker, message);
    if (message.type === 'undrawn') return this.#settle(message.id, 'failed');
    if (message.type !== 'drawn') return;
    const wish = this.#wishes.get(message.id);
    if (!wish) return message.bitmap.close();
    this.#wishes.delete(message.id);
    wish.resolve(message.bitmap);
    this.#free(message.id);
  }

  async #give(worker: Worker, { id, kind, name }: FromDrawer & { type: 'wanted' }): Promise<void> {
    const bytes = await this.#setup.resource(kind, name).catch(() => null);
    if (worker === this.#worker) this.#send({ type: 'resource', id, bytes });
  }

  #settle(id: number, problem: DrawProblem): void {
    this.#refuse(id, problem);
    this.#free(id);
  }

  #refuse(id: number, problem: DrawProblem): void {
    const wish = this.#wishes.get(id);
    this.#wishes.delete(id);
    wish?.reject(new PageNotDrawn(problem));
  }

  /** The worker has nothing to do with a page any more. */
  #free(id: number): void {
    if (this.#drawing !== id) return;
    clearTimeout(this.#timer);
    this.#drawing = undefined;
    this.#next();
  }

  #send(message: ToDrawer, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(message, transfer);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#opened = undefined;
  }
}

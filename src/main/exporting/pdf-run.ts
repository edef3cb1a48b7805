import type { Worker } from 'node:worker_threads';
import { CommonplaceError, unwrap, type Result } from '../../shared/result';
import type { Said } from '../workers/ask';
import { startWorker } from '../workers/start';
import type { PdfJob } from './pdf-compile';
import { goOn, unlessStopped } from './stopping';

/** Makes a PDF in the worker, one after another. @throws CommonplaceError `unavailable`, `cancelled` */
export type RunPdf = (job: PdfJob, signal?: AbortSignal) => Promise<Uint8Array>;

/** Of the worker's own heap: pages are laid out in memory of the compiler's. */
const memoryMb = 512;
/** How long an idle worker is kept: somebody who tries layouts in the export dialog asks every few seconds. */
const idleMilliseconds = 60_000;

/** Compiles in a worker that is kept between PDFs, and ended when one is stopped. */
export function createPdfRunner(start: () => Worker = () => startPdfWorker()): RunPdf {
  let kept: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ending = new Set<Promise<unknown>>();

  function end(worker: Worker): void {
    const gone = worker.terminate();
    ending.add(gone);
    void gone.finally(() => ending.delete(gone));
  }

  async function compile(job: PdfJob, signal?: AbortSignal): Promise<Uint8Array> {
    goOn(signal);
    // A thread that was ended lives until the compiler returns to it, some seconds at most. One of them leaves the next memo room
    // enough; more would only take the time from one another.
    while (ending.size > 1) await unlessStopped(signal, Promise.race(ending));
    clearTimeout(idle);
    const reused = kept;
    kept = null;
    const worker = reused ?? start();
    worker.ref();
    try {
      const answer = await unlessStopped(signal, answerOf(worker, job, reused !== null));
      kept = worker;
      worker.unref();
      idle = setTimeout(() => {
        if (kept === worker) kept = null;
        end(worker);
      }, idleMilliseconds);
      idle.unref();
      return unwrap(answer);
    } finally {
      if (kept !== worker) end(worker);
    }
  }

  return (job, signal) => {
    const pdf = last.then(() => compile(job, signal));
    last = pdf.catch(() => undefined);
    return unlessStopped(signal, pdf);
  };
}

/** Starts the worker. @param built see `WorkerFile` */
export function startPdfWorker(built?: URL): Worker {
  const source = new URL('./pdf-worker.ts', import.meta.url);
  return startWorker({ name: 'pdf-worker', source, ...(built && { built }) }, memoryMb);
}

function answerOf(worker: Worker, job: PdfJob, isReady: boolean): Promise<Result<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Said<Uint8Array>) => {
      if (answer === 'ready') return worker.postMessage(job);
      worker.off('message', onMessage).off('error', onBroken).off('exit', onBroken);
      resolve(answer);
    };
    const onBroken = (error: unknown) =>
      reject(
        new CommonplaceError(
          'unavailable',
          'The PDF could not be made: its making stopped unexpectedly. Export the memo as Word or HTML instead.',
          error instanceof Error ? error.message : undefined,
        ),
      );
    worker.on('message', onMessage).on('error', onBroken).on('exit', onBroken);
    if (isReady) worker.postMessage(job);
  });
}

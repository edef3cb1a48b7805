import type { Worker } from 'node:worker_threads';
import type { Imported } from '../../shared/domain/imports';
import { CommonplaceError, type Failure } from '../../shared/result';
import { ranOutOfMemory } from '../workers/start';
import type { ImportInput } from './import';
import type { ImportAnswer, ImportJob } from './messages';

export interface JobOptions {
  /** Whether the worker has said that it is ready before. */
  isReady: boolean;
  /** Time for the parsing itself. */
  milliseconds: number;
  /** What the process may grow by meanwhile. */
  memoryMb: number;
  signal?: AbortSignal;
}

export type JobOutcome =
  | { kind: 'done'; imported: Imported }
  /** The file was refused; the worker is as sound as before. */
  | { kind: 'failed'; failure: Failure }
  /** The worker ended or must be ended. */
  | { kind: 'ended'; error: CommonplaceError };

/** How often the process's memory is looked at. */
const watchMilliseconds = 100;

/** How long a worker may take to load its code, on the slowest machine. */
const startMilliseconds = 60_000;

/** Gives the worker one job and waits for its answer, its end, the time limit or a cancellation, whichever comes first. */
export function runJob(worker: Worker, input: ImportInput, options: JobOptions): Promise<JobOutcome> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout;
    let watch: NodeJS.Timeout | undefined;
    const settle = (outcome: JobOutcome) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      options.signal?.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const ended = (error: CommonplaceError) => settle({ kind: 'ended', error });
    const post = () => {
      clearTimeout(timer);
      timer = setTimeout(() => ended(timedOut(options.milliseconds)), options.milliseconds);
      // subtle: the cap on a worker's heap does not count buffers, and those are what a stream unpacks to.
      const most = process.memoryUsage.rss() + options.memoryMb * 2 ** 20;
      watch = setInterval(() => process.memoryUsage.rss() > most && ended(tooMuchMemory()), watchMilliseconds);
      const job: ImportJob = { input };
      worker.postMessage(job, input.kind === 'file' ? [input.bytes.buffer as ArrayBuffer] : []);
    };
    const onMessage = (answer: ImportAnswer) => {
      if (answer.kind === 'ready') post();
      else settle(answer);
    };
    const onError = (error: unknown) => ended(brokenWorker(error));
    const onExit = () => ended(brokenWorker(null));
    const onAbort = () => ended(new CommonplaceError('cancelled', 'The import was cancelled. Nothing was added.'));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    options.signal?.addEventListener('abort', onAbort);
    timer = setTimeout(() => ended(timedOut(startMilliseconds)), startMilliseconds);
    if (options.isReady) post();
  });
}

function timedOut(milliseconds: number): CommonplaceError {
  return new CommonplaceError(
    'timed-out',
    `Reading the file took longer than ${Math.round(milliseconds / 1000)} seconds and was stopped. Give it more time, save it in a simpler form, or paste its text.`,
  );
}

function brokenWorker(error: unknown): CommonplaceError {
  if (ranOutOfMemory(error)) return tooMuchMemory();
  return new CommonplaceError(
    'unreadable',
    'The file could not be read: the import stopped unexpectedly. Save it in another form, or paste its text.',
    error instanceof Error ? error.message : undefined,
  );
}

function tooMuchMemory(): CommonplaceError {
  return new CommonplaceError(
    'too-large',
    'Reading the file needs more memory than an import may use. Give it more, split it into parts, or paste the part you need.',
  );
}

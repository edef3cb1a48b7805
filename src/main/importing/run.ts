import type { Worker } from 'node:worker_threads';
import type { Imported } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import type { ImportLimits } from './format';
import type { ImportInput } from './import';
import { runJob } from './job';
import { ordinaryLimits, refuseLarge } from './limits';
import { startImportWorker } from './start-worker';

/** What may be imported, and what reading it may cost. */
export interface ImportCaps {
  limits: ImportLimits;
  milliseconds: number;
  memoryMb: number;
}

export const ordinaryCaps: ImportCaps = { limits: ordinaryLimits, milliseconds: 10_000, memoryMb: 512 };
/** For those who ask for more (`import --large`). */
export const largeCaps: ImportCaps = {
  limits: { bytes: 512_000_000, characters: 100_000_000 },
  milliseconds: 120_000,
  memoryMb: 4096,
};

export type ImportRequest =
  { kind: 'file'; fileName: string; bytes: Uint8Array } | { kind: 'text'; title: string; text: string; html: string };

export interface ImportRunner {
  /**
   * Parses in the worker, one job after another. @throws CommonplaceError `unreadable`, `unsupported-format`, `too-large`,
   * `timed-out`, `cancelled`
   */
  run(request: ImportRequest, options?: { signal?: AbortSignal; caps?: ImportCaps }): Promise<Imported>;
  close(): Promise<void>;
}

/** How long an idle worker is kept for the next file of a batch. */
const idleMilliseconds = 15_000;

/** Runs imports in a worker that is kept between files and ended when one takes too long, too much, or is cancelled. */
export function createImportRunner(
  start: (memoryMb: number) => Worker = (memoryMb) => startImportWorker(memoryMb),
): ImportRunner {
  let kept: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function endKept(): Promise<void> {
    clearTimeout(idle);
    const worker = kept;
    kept = null;
    await worker?.terminate();
  }

  function keep(worker: Worker): void {
    kept = worker;
    worker.unref();
    idle = setTimeout(() => void endKept(), idleMilliseconds);
    idle.unref();
  }

  async function parse(request: ImportRequest, caps: ImportCaps, signal?: AbortSignal): Promise<Imported> {
    if (signal?.aborted) throw cancelled();
    // Before it is copied and sent.
    if (request.kind === 'file') refuseLarge(request.fileName, request.bytes.length, caps.limits.bytes, 'bytes');
    clearTimeout(idle);
    const isOrdinary = caps.memoryMb === ordinaryCaps.memoryMb;
    const reused = isOrdinary ? kept : null;
    if (isOrdinary) kept = null;
    const worker = reused ?? start(caps.memoryMb);
    worker.ref();
    const outcome = await runJob(worker, withLimits(request, caps.limits), {
      isReady: reused !== null,
      milliseconds: caps.milliseconds,
      // Once more than the heap: rubbish waits there for its collector.
      memoryMb: 2 * caps.memoryMb,
      signal,
    });
    if (outcome.kind === 'ended') {
      await worker.terminate();
      throw outcome.error;
    }
    if (isOrdinary) keep(worker);
    else await worker.terminate();
    if (outcome.kind === 'done') return outcome.imported;
    throw new CommonplaceError(outcome.failure.code, outcome.failure.message, outcome.failure.details);
  }

  return {
    run(request, { signal, caps = ordinaryCaps } = {}) {
      const result = queue.then(() => parse(request, caps, signal));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      await endKept();
    },
  };
}

function cancelled(): CommonplaceError {
  return new CommonplaceError('cancelled', 'The import was cancelled. Nothing was added.');
}

/** subtle: a copy of the bytes alone; the caller's may be a view of a much larger buffer, which would be sent whole. */
function withLimits(request: ImportRequest, limits: ImportLimits): ImportInput {
  return request.kind === 'file'
    ? { ...request, bytes: new Uint8Array(request.bytes), limits }
    : { ...request, limits };
}

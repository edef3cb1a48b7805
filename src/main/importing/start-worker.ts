import type { Worker } from 'node:worker_threads';
import { startWorker } from '../workers/start';

/** Starts the import worker. @param memoryMb cap of its heap, in megabytes @param built see `WorkerFile` */
export function startImportWorker(memoryMb: number, built?: URL): Worker {
  const source = new URL('./worker.ts', import.meta.url);
  return startWorker({ name: 'import-worker', source, ...(built && { built }) }, memoryMb);
}

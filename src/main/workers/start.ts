import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

export interface WorkerFile {
  /** Its name in the build, where it lies beside every chunk (see electron.vite.config.ts). */
  name: string;
  /** Its TypeScript, which tests and `tsx` run. */
  source: URL;
  /** The built worker, for callers that run from source and mean what users get. */
  built?: URL;
}

/**
 * Starts a worker thread, built or from source, whose heap may grow to so many megabytes and that can be ended at any moment.
 */
export function startWorker({ name, source, built }: WorkerFile, memoryMb: number): Worker {
  const common: WorkerOptions = {
    // subtle: at the limit Node lets the heap grow by 16 MB so that the worker can be ended. A young generation larger than
    // that may move more into the old one at once, which ends the whole process instead.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // Nothing a parser prints may reach the command line's output.
    stdout: true,
    stderr: true,
  };
  const beside = [`./${name}.js`, `../${name}.js`].map((path) => new URL(path, import.meta.url));
  const file = built ?? beside.find((url) => url.protocol === 'file:' && existsSync(fileURLToPath(url)));
  if (file) return new Worker(file, { ...common, execArgv: [], env: {} });
  // subtle: on Node 20 `--import tsx` among a worker's execArgv comes too late for the worker's own file.
  // `resolve` would find tsx/esm/api as CommonJS, which does not work there; its module form lies beside the loader.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const tsx = new URL('./esm/api/index.mjs', loader).href;
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(source.href)})));`;
  return new Worker(start, { ...common, eval: true, execArgv: [] });
}

/** Whether a worker's error says that its heap was full. */
export function ranOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

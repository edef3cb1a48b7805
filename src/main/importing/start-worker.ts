import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the import worker, built or from source. The build has it as `import-worker.js` beside every chunk (see
 * electron.vite.config.ts); tests and `tsx` run TypeScript, which the worker then loads through tsx as well.
 * @param memoryMb cap of the worker's heap, in megabytes
 * @param builtFile the built worker, for callers that run from source and mean what users get
 */
export function startImportWorker(memoryMb: number, builtFile?: URL): Worker {
  const common: WorkerOptions = {
    // subtle: at the limit Node lets the heap grow by 16 MB so that the worker can be ended. A young generation larger than
    // that may move more into the old one at once, which ends the whole process instead.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // Nothing a parser prints may reach the command line's output.
    stdout: true,
    stderr: true,
  };
  const built = ['./import-worker.js', '../import-worker.js'].map((path) => new URL(path, import.meta.url));
  const file = builtFile ?? built.find((url) => url.protocol === 'file:' && existsSync(fileURLToPath(url)));
  if (file) return new Worker(file, { ...common, execArgv: [], env: {} });
  // subtle: on Node 20 `--import tsx` among a worker's execArgv comes too late for the worker's own file.
  // `resolve` would find tsx/esm/api as CommonJS, which does not work there; its module form lies beside the loader.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  const tsx = new URL('./esm/api/index.mjs', loader).href;
  const worker = new URL('./worker.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(worker)})));`;
  return new Worker(start, { ...common, eval: true, execArgv: [] });
}

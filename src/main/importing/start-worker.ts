import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the import worker, built or from source. The build has it as `import-worker.js` beside every chunk (see
 * electron.vite.config.ts); tests and `tsx` run TypeScript, which the worker then loads through tsx as well.
 * @param memoryMb cap of the worker's heap, in megabytes
 */
export function startImportWorker(memoryMb: number): Worker {
  const common: WorkerOptions = {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Nothing a parser prints may reach the command line's output.
    stdout: true,
    stderr: true,
  };
  const built = ['./import-worker.js', '../import-worker.js'].map((path) => new URL(path, import.meta.url));
  const file = built.find((url) => url.protocol === 'file:' && existsSync(fileURLToPath(url)));
  if (file) return new Worker(file, { ...common, execArgv: [], env: {} });
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Worker(new URL('./worker.ts', import.meta.url), { ...common, execArgv: ['--import', loader] });
}

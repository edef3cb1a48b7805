import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { libraryHandlers } from '../library/handlers';
import { writeSample } from '../library/sample/write';
import { createCoreApp } from './app';
import { lineLog } from './log';
import type { CoreSettings, FromCore } from './messages';
import { serveCore, type Port } from './serve';

/** What Electron puts on a utility process; typed here, because `electron` is not imported in the core. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The channel to the shell: Electron's where there is one, else that of `child_process.fork`. */
function connect(): Port {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  // The shell is gone: everything acknowledged is on the disk, so there is nothing to wait for.
  process.on('disconnect', () => process.exit(0));
  // Ctrl+C reaches the whole process group; the shell decides when the core ends.
  process.on('SIGINT', () => undefined);
  return {
    send: (message: FromCore) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => void process.on('message', listener),
  };
}

/** `core.log` in the app's folder; the one before it is kept as `core.log.1` when it has grown to a megabyte. */
function fileLog(appFolder: string) {
  const path = join(appFolder, 'core.log');
  mkdirSync(appFolder, { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) renameSync(path, `${path}.1`);
  return lineLog((line) => {
    try {
      appendFileSync(path, line);
    } catch {
      // A log that cannot be written must not stop the library.
    }
  });
}

const port = connect();

serveCore(
  port,
  ({ appFolder, documentsFolder }: CoreSettings) =>
    createCoreApp({
      appFolder,
      documentsFolder,
      clock: Date.now,
      log: fileLog(appFolder),
      emit: (name, payload) => port.send({ type: 'event', name, payload }),
      handlers: libraryHandlers,
      writeSample,
    }),
  () => process.exit(0),
);

import { watch, type FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import type { InboxFile } from '../../../shared/domain/imports';
import type { Emit, Log } from '../context';
import { ensureInbox, isLeftAlone, nameInInbox, waitingFiles } from './files';
import { takeFile, type ImportFile } from './take';

export interface InboxSetup {
  /** The library's folder. */
  folder: string;
  /** Imports under a job id, as `imports.file` does; `cancel` ends that job. */
  importFile(jobId: string, ...file: Parameters<ImportFile>): ReturnType<ImportFile>;
  cancel(jobId: string): Promise<unknown>;
  newId(): string;
  emit: Emit;
  log: Log;
  /** How long a file must not have grown before it is taken, in milliseconds. */
  settledAfter?: number;
}

export interface Inbox {
  /** What ended since it was last seen: windows that open later ask for it. */
  report(): InboxFile[];
  seen(): void;
  /** Takes what is there now, also what was left when somebody said stop. */
  takeAll(): Promise<void>;
  /** Ends the file that is being read and leaves the rest where they are. */
  stop(): void;
  /** Ends watching, once the file in hand is saved or given up. */
  close(): Promise<void>;
}

/**
 * Watches the library's inbox: files that appear in it, also while the app was closed, come in one after the other and
 * are moved aside. Windows hear of each as `inbox.began` and `inbox.ended`.
 */
export async function watchInbox(setup: InboxSetup): Promise<Inbox> {
  const inbox = await ensureInbox(setup.folder);
  const waiting = new Set<string>();
  let running: { jobId: string; done: Promise<void> } | null = null;
  const unseen: InboxFile[] = [];
  let closed = false;

  async function takeNext(): Promise<void> {
    for (const name of waiting) {
      if (closed) return;
      waiting.delete(name);
      const jobId = setup.newId();
      setup.emit('inbox.began', { jobId, fileName: name, waiting: waiting.size });
      const taking = takeFile(inbox, name, (...file) => setup.importFile(jobId, ...file));
      running = { jobId, done: taking.then(() => undefined) };
      const ended = { jobId, fileName: name, result: await taking };
      unseen.push(ended);
      setup.emit('inbox.ended', ended);
      running = null;
    }
  }

  /** One file at a time; a set keeps its order, and what is added meanwhile is taken by the loop that runs. */
  let loop: Promise<void> | null = null;
  const work = () => {
    loop ??= takeNext().finally(() => (loop = null));
  };

  const settledAfter = setup.settledAfter ?? 800;
  const watcher: FSWatcher = watch(inbox, {
    depth: 0,
    followSymlinks: false,
    ignored: (path) => path !== inbox && isLeftAlone(basename(path)),
    awaitWriteFinish: { stabilityThreshold: settledAfter, pollInterval: Math.max(20, settledAfter / 4) },
  });
  watcher.on('all', (event, path) => {
    const name = nameInInbox(inbox, path);
    // subtle: a name used again right after its file was moved aside counts as a change.
    if (name === null || (event !== 'add' && event !== 'change')) return;
    waiting.add(name);
    work();
  });
  watcher.on('error', (error) => setup.log.warn('the inbox is not watched', { error: String(error) }));

  return {
    report: () => unseen.slice(),
    seen: () => void unseen.splice(0),
    async takeAll() {
      for (const name of await waitingFiles(inbox)) waiting.add(name);
      work();
    },
    stop() {
      waiting.clear();
      if (running) void setup.cancel(running.jobId);
    },
    async close() {
      closed = true;
      waiting.clear();
      await watcher.close();
      if (running) {
        void setup.cancel(running.jobId);
        await running.done;
      }
      await loop;
    },
  };
}

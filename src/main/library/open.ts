import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommonplaceError } from '../../shared/result';
import { idMaker, linkId, newDeviceId } from './changes/ids';
import { createChanges } from './changes/runner';
import { createSettling } from './changes/settling';
import type { Derived } from './changes/types';
import type { Clock, Emit, LibraryContext, Log } from './context';
import { openDatabase, transaction } from './db/database';
import { Connection } from './db/driver';
import { checkFile, inspect } from './db/inspect';
import { acquireLock, type Lock } from './db/lock';
import { createDatabaseFile, syncPath, upgrade } from './db/migrate';
import { schemaVersion } from './db/schema';
import type { Database } from './db/types';
import { derived as allDerived } from './derived';
import { findLibrary, insertLibrary, type LibraryRow } from './library/store';

export interface OpenOptions {
  clock: Clock;
  log: Log;
  emit?: Emit;
  /** Opens beside a process that writes. Also chosen by itself where the library's place cannot be written to. */
  readOnly?: boolean;
  /** True for libraries this installation made: only then is the file read before its schema is compared with ours. */
  trusted?: boolean;
  /** Which device the changes are logged for; the one that made the library if left out. */
  device?: string;
  /** What is made from the rows and kept in step with them; all there is if left out. */
  derived?: readonly Derived[];
}

export interface OpenLibrary {
  context: LibraryContext;
  /** The library's own row: its id and name. */
  library: LibraryRow;
  readOnly: boolean;
  /** Resolves when nothing made from the rows is left for later. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Where the parts of a library are. */
export function libraryPaths(folder: string) {
  return {
    database: join(folder, 'library.sqlite'),
    lock: join(folder, 'library.lock'),
    attachments: join(folder, 'attachments'),
    backups: join(folder, 'backups'),
    inbox: join(folder, 'inbox'),
  };
}

/**
 * Makes a new library in a folder that does not exist yet, and opens it. The folder appears whole or not at all.
 * @param folder its path, ending in `.commonplace`
 * @throws CommonplaceError `library-exists`, `disk-full`, `read-only`
 */
export async function createLibrary(folder: string, options: OpenOptions & { name: string }): Promise<OpenLibrary> {
  if (await exists(folder)) {
    throw new CommonplaceError(
      'library-exists',
      'There is a library or folder of that name already. Choose another name.',
    );
  }
  const partial = join(dirname(folder), `.${basename(folder)}.${newDeviceId()}.partial`);
  try {
    const paths = libraryPaths(partial);
    await mkdir(paths.attachments, { recursive: true });
    await mkdir(paths.backups);
    await createDatabaseFile(paths.database);
    await writeLibraryRow(paths.database, options);
    await rename(partial, folder);
    await syncPath(dirname(folder));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw asPlaceFailure(error);
  }
  return openLibrary(folder, { ...options, trusted: true });
}

async function writeLibraryRow(path: string, options: OpenOptions & { name: string }): Promise<void> {
  const connection = await Connection.open(path, { mode: 'write' });
  try {
    await transaction(connection, 'BEGIN IMMEDIATE', (db) =>
      insertLibrary(db, {
        id: idMaker(options.clock)(),
        name: options.name,
        createdAt: new Date(options.clock()).toISOString(),
        device: options.device ?? newDeviceId(),
      }),
    );
  } finally {
    await connection.close();
  }
}

/**
 * Opens the library in `folder`, upgrading it first if an older version made it.
 * @throws CommonplaceError `not-a-library`, `library-damaged`, `library-newer`, `library-in-use`, `read-only`
 */
export async function openLibrary(folder: string, options: OpenOptions): Promise<OpenLibrary> {
  const paths = libraryPaths(folder);
  await checkFile(paths.database);
  const lock = options.readOnly ? undefined : await lockUnlessReadOnly(paths);
  let db: Database | undefined;
  try {
    const place = await inspect(paths.database, { readOnly: lock === undefined, trusted: options.trusted === true });
    if (place.version < schemaVersion) {
      if (!lock) {
        throw new CommonplaceError(
          'read-only',
          'This library was made by an older version and must be upgraded first. Copy it to a place that can be written to and open it there.',
        );
      }
      await upgrade(paths.database, paths.backups);
    }
    db = await openDatabase(paths.database, { readOnly: !lock, immutable: place.immutable, log: options.log });
    return await assemble(folder, db, lock, options);
  } catch (error) {
    await db?.close().catch(() => undefined);
    await lock?.release();
    throw error;
  }
}

/**
 * subtle: SQLite opens a file that it may not write to for reading, without a word, and then takes a mere reader's lock
 * for the exclusive one; so whether both files can be written to is asked of the file system.
 */
async function lockUnlessReadOnly(paths: ReturnType<typeof libraryPaths>): Promise<Lock | undefined> {
  let lock: Lock | undefined;
  try {
    lock = await acquireLock(paths.lock);
    await access(paths.lock, constants.W_OK);
    await access(paths.database, constants.W_OK);
    return lock;
  } catch (error) {
    await lock?.release();
    if (lock) return undefined;
    if (error instanceof CommonplaceError && error.code === 'read-only') return undefined;
    throw error;
  }
}

async function assemble(
  folder: string,
  db: Database,
  lock: Lock | undefined,
  options: OpenOptions,
): Promise<OpenLibrary> {
  const library = await db.read(findLibrary);
  if (!library)
    throw new CommonplaceError(
      'library-damaged',
      'The library file is damaged: it does not say what it is. Restore a backup from its backups folder.',
    );
  const emit: Emit = options.emit ?? (() => {});
  const newId = idMaker(options.clock);
  const device = options.device ?? library.device;
  const derived = options.derived ?? allDerived;
  const settling = createSettling(db, derived, options.log);
  const settle = () => settling.start();
  const changes = createChanges({ db, clock: options.clock, device, newId, emit, derived, settle });
  settle();
  const context: LibraryContext = {
    db,
    ...changes,
    folder,
    clock: options.clock,
    log: options.log,
    emit,
    newId,
    linkId,
  };
  return {
    context,
    library,
    readOnly: db.readOnly,
    settled: () => settling.settled(),
    async close() {
      await settling.stop();
      await db.close();
      await lock?.release();
    },
  };
}

/** Failures of the file system while a folder is made, as ones a person can act on. */
function asPlaceFailure(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC') return new CommonplaceError('disk-full', 'The disk is full. Free some space and try again.');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new CommonplaceError('read-only', 'This folder cannot be written to. Choose another place for the library.');
  }
  return error;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

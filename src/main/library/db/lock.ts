import { lstat } from 'node:fs/promises';
import { CommonplaceError } from '../../../shared/result';
import { Connection } from './driver';

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the library's writing lock, or fails at once. The lock is SQLite's own exclusive lock on a small file of its
 * own: the operating system drops it when the process ends, however it ends, so a crash never leaves a library locked;
 * and readers of the library itself are not kept out.
 *
 * subtle: nothing else may open this file. POSIX drops a process's locks when *any* of its descriptors is closed.
 * @throws CommonplaceError `library-in-use`, `read-only`, `library-damaged` if something else stands under its name
 */
export async function acquireLock(path: string): Promise<Lock> {
  // A library from elsewhere may have a link there: SQLite would follow it and make a file outside the library.
  if ((await lstat(path).catch(() => undefined))?.isSymbolicLink()) throw notOurs();
  let connection: Connection;
  try {
    connection = await Connection.open(path, { mode: 'create', busyTimeout: 0 });
  } catch (error) {
    throw asLockFailure(error);
  }
  try {
    await connection.run('BEGIN EXCLUSIVE');
  } catch (error) {
    await connection.close();
    throw asLockFailure(error);
  }
  return {
    async release() {
      await connection.run('ROLLBACK').catch(() => undefined);
      await connection.close();
    },
  };
}

function asLockFailure(error: unknown): unknown {
  if (!(error instanceof CommonplaceError)) return error;
  if (error.code === 'library-in-use') {
    return new CommonplaceError(
      'library-in-use',
      'This library is open in another window. Close it there, or open another library here.',
    );
  }
  if (error.code === 'library-damaged') return notOurs();
  // The lock file cannot be made or written: the folder is read-only, or on a disc that is.
  if (error.code === 'not-a-library')
    return new CommonplaceError(
      'read-only',
      'This library is in a place that cannot be written to. Copy it to one that can.',
    );
  return error;
}

function notOurs(): CommonplaceError {
  return new CommonplaceError(
    'library-damaged',
    'The file “library.lock” in this library was not made by Commonplace. Move it out of the folder and open the library again.',
  );
}

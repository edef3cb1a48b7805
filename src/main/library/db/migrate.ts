import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommonplaceError } from '../../../shared/result';
import { Connection } from './driver';
import { prepareForWriting } from './database';
import { migrations } from './migrations';
import { applicationId, runMigration, schemaVersion } from './schema';

/** Makes a new, empty library file, with the schema of an earlier version where one is asked for. Fails if there is one. */
export async function createDatabaseFile(path: string, version = schemaVersion): Promise<void> {
  if (await exists(path))
    throw new CommonplaceError('library-exists', 'There is a library of that name already. Choose another name.');
  const connection = await Connection.open(path, { mode: 'create' });
  try {
    await connection.run(`PRAGMA application_id = ${applicationId}`);
    await prepareForWriting(connection);
    for (const migration of migrations) if (migration.version <= version) await runMigration(connection, migration);
  } finally {
    await connection.close();
  }
}

/**
 * The version of a library file, after checking that it is one that this app can read.
 * @throws CommonplaceError `not-a-library`, `library-newer`, `library-damaged`
 */
export async function checkedVersion(connection: Connection): Promise<number> {
  const number = async (pragma: 'application_id' | 'user_version') =>
    Number(Object.values((await connection.all(`PRAGMA ${pragma}`))[0] ?? {})[0]);
  if ((await number('application_id')) !== applicationId) {
    throw new CommonplaceError('not-a-library', 'This file is not a Commonplace library. Choose another one.');
  }
  const version = await number('user_version');
  if (version > schemaVersion) {
    throw new CommonplaceError(
      'library-newer',
      'This library was made by a newer version of Commonplace. Update Commonplace to open it.',
      { version, supported: schemaVersion },
    );
  }
  if (version < 1)
    throw new CommonplaceError(
      'library-damaged',
      'The library file is damaged: it has no version. Restore a backup from its backups folder.',
    );
  return version;
}

/**
 * Brings a library up to date, after a backup beside it. Each step is a transaction with its version number, so a
 * crash leaves a library of the version before or after it.
 * @returns the backup's path, or null if nothing was to be done
 */
export async function upgrade(path: string, backups: string): Promise<string | null> {
  const connection = await Connection.open(path, { mode: 'write' });
  try {
    const version = await checkedVersion(connection);
    const pending = migrations.filter((migration) => migration.version > version);
    if (pending.length === 0) return null;
    const backup = await backupBeforeUpgrade(connection, version, backups);
    await prepareForWriting(connection);
    for (const migration of pending) await runMigration(connection, migration);
    return backup;
  } finally {
    await connection.close();
  }
}

/** Named after what the library holds, so that trying again after a failure does not pile up copies. */
async function backupBeforeUpgrade(connection: Connection, version: number, backups: string): Promise<string> {
  const [count] = await connection.all<{ n: number }>('SELECT count(*) AS n FROM change_log');
  const path = join(backups, `before-upgrade-from-${version}-at-${count?.n ?? 0}.sqlite`);
  if (!(await exists(path))) await copyDatabase(connection, path);
  return path;
}

/** A complete, checked copy: VACUUM INTO a temporary file, opened and checked, synced, then renamed into place. */
async function copyDatabase(connection: Connection, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  await rm(partial, { force: true });
  await connection.run('VACUUM INTO ?', [partial]);
  const copy = await Connection.open(partial, { mode: 'read' });
  try {
    const answers = await copy.all<{ integrity_check: string }>('PRAGMA integrity_check');
    if (answers[0]?.integrity_check !== 'ok') {
      throw new CommonplaceError(
        'library-damaged',
        'The copy of the library could not be verified, so nothing was changed. Free some space on the disk and try again.',
      );
    }
  } finally {
    await copy.close();
  }
  await syncPath(partial);
  await rename(partial, target);
  await syncPath(dirname(target));
}

/** Forces a file, or a folder's list of names, to the disk. Windows cannot sync folders, and need not. */
export async function syncPath(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

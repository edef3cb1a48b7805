import { stat } from 'node:fs/promises';
import { CommonplaceError } from '../../../shared/result';
import { Connection } from './driver';
import { checkedVersion } from './migrate';
import { expectedSchema, readSchema, schemaDifferences } from './schema';

/**
 * Throws unless there is a library file that is not empty.
 * subtle: only `stat`. Opening a library file by other means than SQLite, and closing it, would drop SQLite's locks on
 * it if this process has it open already.
 */
export async function checkFile(path: string): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) {
    throw new CommonplaceError(
      'not-a-library',
      'There is no Commonplace library in this folder. Choose another folder.',
    );
  }
  // SQLite would take an empty file for a new, empty library.
  if (facts.size === 0) {
    throw new CommonplaceError(
      'library-damaged',
      'The library file is empty. Restore a backup from its backups folder.',
    );
  }
}

/**
 * Checks what the file is before anything is read from its tables. Only a trusted file's schema is not compared with ours.
 * @returns the version of its schema, and whether it can only be read as an immutable file
 * @throws CommonplaceError `not-a-library`, `library-damaged`, `library-newer`, `read-only`
 */
export async function inspect(
  path: string,
  options: { readOnly: boolean; trusted: boolean },
): Promise<{ version: number; immutable: boolean }> {
  const { connection, immutable } = await openForReading(path, options.readOnly);
  try {
    const version = await checkedVersion(connection);
    if (!options.trusted) {
      const differences = schemaDifferences(await readSchema(connection), await expectedSchema(version));
      if (differences.length > 0) {
        throw new CommonplaceError(
          'library-damaged',
          'This library’s structure is not what Commonplace makes, so it was not opened. Ask its owner for an archive instead.',
          { differences: differences.slice(0, 20) },
        );
      }
    }
    return { version, immutable };
  } finally {
    await connection.close();
  }
}

/**
 * On read-only media SQLite cannot make the files that WAL needs; `immutable` does without them. It would also do
 * without a WAL that holds changes, so it is only used where there is none.
 */
async function openForReading(
  path: string,
  readOnly: boolean,
): Promise<{ connection: Connection; immutable: boolean }> {
  try {
    return { connection: await openAndTouch(path, readOnly ? 'read' : 'write'), immutable: false };
  } catch (error) {
    const code = error instanceof CommonplaceError ? error.code : undefined;
    if (!readOnly || (code !== 'not-a-library' && code !== 'read-only')) throw error;
    const wal = await stat(`${path}-wal`).catch(() => undefined);
    if (wal && wal.size > 0) {
      throw new CommonplaceError(
        'read-only',
        'This library was not closed properly. Copy its folder to a place you can write to and open it there.',
      );
    }
    return { connection: await Connection.open(path, { mode: 'immutable' }), immutable: true };
  }
}

/** Opens the file and reads its first page, which SQLite puts off. */
async function openAndTouch(path: string, mode: 'read' | 'write'): Promise<Connection> {
  const connection = await Connection.open(path, { mode });
  try {
    await connection.all('PRAGMA schema_version');
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

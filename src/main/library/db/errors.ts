import { CommonplaceError } from '../../../shared/result';

/** An SQLite error that is a bug or a broken rule of the schema, e.g. a unique index. `sqlite` is SQLite's own name. */
export class DatabaseError extends Error {
  readonly sqlite: string;

  constructor(sqlite: string, message: string) {
    super(message);
    this.name = 'DatabaseError';
    this.sqlite = sqlite;
  }
}

/** SQLite errors after which the transaction may already be gone (https://sqlite.org/lang_transaction.html §2.3). */
const endsTransaction = new Set(['disk-full', 'unreadable', 'library-damaged', 'read-only', 'library-in-use']);

export function mayHaveRolledBack(error: unknown): boolean {
  if (error instanceof CommonplaceError) return endsTransaction.has(error.code);
  return error instanceof DatabaseError && ['SQLITE_INTERRUPT', 'SQLITE_NOMEM', 'SQLITE_ABORT'].includes(error.sqlite);
}

/** SQLite's error as one a person can act on, where there is one; else a `DatabaseError`. */
export function sqliteError(error: unknown): Error {
  const name = (error as { code?: unknown } | null)?.code;
  const message = error instanceof Error ? error.message : String(error);
  switch (name) {
    case 'SQLITE_FULL':
      return new CommonplaceError(
        'disk-full',
        'The disk is full and the change was not saved. Free some space and try again.',
      );
    case 'SQLITE_READONLY':
      return new CommonplaceError(
        'read-only',
        'This library can only be read here. Copy it to a place you can write to.',
      );
    case 'SQLITE_CANTOPEN':
      return new CommonplaceError(
        'not-a-library',
        'The library file cannot be opened. Check that it is still there and that you may read it.',
      );
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new CommonplaceError(
        'library-damaged',
        'The library file is damaged. Restore a backup, or recover what can be read.',
        message,
      );
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new CommonplaceError(
        'library-in-use',
        'Another program is using this library. Close it there and try again.',
      );
    case 'SQLITE_IOERR':
      return new CommonplaceError(
        'unreadable',
        'The disk reported an error while the library was used. Check the disk and make a copy of the library.',
        message,
      );
    default:
      return new DatabaseError(typeof name === 'string' ? name : 'SQLITE_ERROR', message);
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { CommonplaceError } from '../../../shared/result';
import type { Log } from '../context';
import { Connection } from './driver';
import { mayHaveRolledBack } from './errors';
import { scanSql } from './scan';
import type { Database, Reader, SqlParams, Writer } from './types';

export interface DatabaseOptions {
  readOnly?: boolean;
  /** For read-only media, where SQLite cannot make the files that WAL needs. The file must not change meanwhile. */
  immutable?: boolean;
  log?: Log;
}

/** Statements that would end or leave the transaction a closure runs in. */
const transactionVerbs = new Set([
  'begin',
  'commit',
  'end',
  'rollback',
  'savepoint',
  'release',
  'attach',
  'detach',
  'vacuum',
]);

/**
 * Opens an existing library file: one connection that writes and one that reads, each running one closure at a time.
 * @throws CommonplaceError `not-a-library`, `library-damaged`, `read-only`
 */
export async function openDatabase(path: string, options: DatabaseOptions = {}): Promise<Database> {
  const readOnly = options.readOnly === true || options.immutable === true;
  const log = options.log;
  const writing = readOnly ? undefined : await Connection.open(path, { mode: 'write', log });
  try {
    if (writing) await prepareForWriting(writing);
    const reading = await Connection.open(path, { mode: options.immutable ? 'immutable' : 'read', log });
    // A question to the search index of a large library touches hundreds of pages, mostly the same ones; in kibibytes.
    await reading.all('PRAGMA cache_size = -65536');
    return new TwoConnections(writing, reading);
  } catch (error) {
    await writing?.close();
    throw error;
  }
}

/** WAL, and syncing so that an acknowledged change survives power loss. Kept by the connection; WAL also by the file. */
export async function prepareForWriting(connection: Connection): Promise<void> {
  await connection.all('PRAGMA journal_mode = WAL');
  await connection.all('PRAGMA synchronous = FULL');
  // macOS: fsync alone leaves data in the drive's cache (https://sqlite.org/pragma.html#pragma_fullfsync).
  if (process.platform === 'darwin') {
    await connection.all('PRAGMA fullfsync = ON');
    await connection.all('PRAGMA checkpoint_fullfsync = ON');
  }
}

/** Runs closures one after another, in the order of the calls. A failed one does not stop the next. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  idle(): Promise<unknown> {
    return this.#last;
  }
}

/** The connection as a closure sees it, for as long as the closure runs. */
export class Session implements Writer {
  readonly #connection: Connection;
  readonly #running = new Set<Promise<unknown>>();
  #over = false;
  #failed: Error | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** False once the closure has ended; work it left behind (a timer, say) may still hold the session. */
  get open(): boolean {
    return !this.#over;
  }

  async get<Row>(sql: string, params?: SqlParams): Promise<Row | undefined> {
    return (await this.all<Row>(sql, params))[0];
  }

  all<Row>(sql: string, params?: SqlParams): Promise<Row[]> {
    return this.#track(sql, () => this.#connection.all<Row>(sql, params));
  }

  run(sql: string, params?: SqlParams): Promise<{ changes: number }> {
    return this.#track(sql, () => this.#connection.run(sql, params));
  }

  /** Waits for calls the closure forgot to await, and closes the session. Throws what would make committing wrong. */
  async end(): Promise<void> {
    const forgotten = [...this.#running];
    this.#over = true;
    const outcomes = await Promise.allSettled(forgotten);
    if (this.#failed) throw this.#failed;
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async #track<T>(sql: string, work: () => Promise<T>): Promise<T> {
    if (this.#over) throw new CommonplaceError('internal', 'A database session was used after its closure had ended.');
    // subtle: after some errors SQLite has rolled back by itself, and a further statement would commit on its own.
    if (this.#failed) throw this.#failed;
    if (transactionVerbs.has(scanSql(sql).verb)) {
      throw new CommonplaceError('bad-input', 'A closure runs inside one transaction and may not end or leave it.');
    }
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (mayHaveRolledBack(error)) this.#failed = error as Error;
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }
}

class TwoConnections implements Database {
  readonly readOnly: boolean;
  readonly #writing: Connection | undefined;
  readonly #reading: Connection;
  readonly #writes = new Queue();
  readonly #reads = new Queue();
  /** Knows the session a call is made in, so that nested calls join it or are refused instead of waiting for ever. */
  readonly #readSession = new AsyncLocalStorage<Session>();
  readonly #writeSession = new AsyncLocalStorage<Session>();
  #closed = false;

  constructor(writing: Connection | undefined, reading: Connection) {
    this.#writing = writing;
    this.#reading = reading;
    this.readOnly = writing === undefined;
  }

  async read<T>(work: (db: Reader) => Promise<T>): Promise<T> {
    this.#mustBeOpen();
    const outer = this.#readSession.getStore();
    if (outer?.open) return work(outer);
    return this.#reads.add(() =>
      transaction(this.#reading, 'BEGIN', (session) => this.#readSession.run(session, work, session)),
    );
  }

  async write<T>(work: (db: Writer) => Promise<T>): Promise<T> {
    this.#mustBeOpen();
    const writing = this.#writing;
    if (!writing)
      throw new CommonplaceError(
        'read-only',
        'This library is open for reading only, so nothing can be changed. Copy it to a place you can write to.',
      );
    if (this.#writeSession.getStore()?.open) {
      throw new CommonplaceError('internal', 'A write was started inside another write, which it would wait for.');
    }
    return this.#writes.add(() =>
      transaction(writing, 'BEGIN IMMEDIATE', (session) => this.#writeSession.run(session, work, session)),
    );
  }

  /** Waits for what is queued, then closes both connections. The last close also empties the WAL into the file. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#reads.idle();
    await this.#writes.idle();
    await this.#reading.close();
    await this.#writing?.close();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new CommonplaceError('no-library', 'The library has been closed. Open it again.');
  }
}

/** Runs `work` between `begin` and COMMIT; resolves after COMMIT. Any failure rolls back and passes through. */
export async function transaction<T>(
  connection: Connection,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = new Session(connection);
  await connection.run(begin);
  try {
    let value: T;
    try {
      value = await work(session);
    } catch (error) {
      await session.end().catch(() => undefined);
      throw error;
    }
    await session.end();
    await connection.run('COMMIT');
    return value;
  } catch (error) {
    // subtle: after a failed COMMIT or a full disk SQLite has often rolled back already; then this ROLLBACK fails, rightly.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

import { pathToFileURL } from 'node:url';
import sqlite3 from 'sqlite3';
import type { Log } from '../context';
import { sqliteError } from './errors';
import { scanSql, type ScannedSql } from './scan';
import type { SqlParams, SqlRow, SqlValue } from './types';
import { checkedParams } from './values';

/**
 * The only import of `sqlite3`. One `Connection` is one SQLite connection with guards for what the package gets wrong
 * (docs/decisions/0011). Nothing here throws inside one of the package's callbacks: that would abort the process.
 */
export interface ConnectionOptions {
  mode: 'create' | 'write' | 'read' | 'immutable';
  log?: Log;
  /** How long to wait for another connection's lock, in milliseconds. */
  busyTimeout?: number;
  /** Statements slower than this many milliseconds are logged: their text, never their values. */
  slowAfter?: number;
}

interface Prepared {
  scanned: ScannedSql;
  statement: sqlite3.Statement;
  /** Calls running on it now. */
  users: number;
}

const cachedStatements = 200;
/** A cached statement keeps its last values alive; with more than this many characters or bytes it is not cached. */
const cacheableSize = 100_000;

const openFlags = {
  create: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE,
  write: sqlite3.OPEN_READWRITE,
  read: sqlite3.OPEN_READONLY,
  immutable: sqlite3.OPEN_READONLY | sqlite3.OPEN_URI,
};

export class Connection {
  readonly #handle: sqlite3.Database;
  readonly #log: Log | undefined;
  readonly #slowAfter: number;
  readonly #cache = new Map<string, Prepared>();
  #closed = false;

  private constructor(handle: sqlite3.Database, options: ConnectionOptions) {
    this.#handle = handle;
    this.#log = options.log;
    this.#slowAfter = options.slowAfter ?? 50;
  }

  /**
   * Opens the file and sets what must hold before the first statement.
   * @throws CommonplaceError `not-a-library` if it cannot be opened, `library-damaged` if it is no SQLite file.
   */
  static async open(path: string, options: ConnectionOptions): Promise<Connection> {
    const name = options.mode === 'immutable' ? `${pathToFileURL(path).href}?immutable=1` : path;
    const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened = new sqlite3.Database(name, openFlags[options.mode] | sqlite3.OPEN_FULLMUTEX, (error) =>
        error ? reject(sqliteError(error)) : resolve(opened),
      );
    });
    handle.configure('busyTimeout', options.busyTimeout ?? 2000);
    const connection = new Connection(handle, options);
    try {
      for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'foreign_keys = ON']) {
        await connection.all(`PRAGMA ${pragma}`);
      }
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** Every row the statement answers. Values come back as text, number, null or Uint8Array. */
  async all<Row = SqlRow>(sql: string, params: SqlParams = []): Promise<Row[]> {
    return this.#use(sql, params, (statement, values) => {
      return new Promise<Row[]>((resolve, reject) => {
        statement.all<Row>(values, (error, rows) => (error ? reject(sqliteError(error)) : resolve(rows)));
      });
    });
  }

  /** Runs one statement; `changes` is the number of rows it wrote. */
  async run(sql: string, params: SqlParams = []): Promise<{ changes: number }> {
    // subtle: the package's run() steps once, which leaves a statement that answers rows unfinished and its lock held.
    if (scanSql(sql).answersRows) return { changes: (await this.all(sql, params)).length };
    return this.#use(sql, params, (statement, values, { verb }) => {
      const writes = ['insert', 'update', 'delete', 'replace', 'with'].includes(verb);
      return new Promise<{ changes: number }>((resolve, reject) => {
        statement.run(values, function (error) {
          if (error) reject(sqliteError(error));
          else resolve({ changes: writes ? this.changes : 0 });
        });
      });
    });
  }

  /** Finalises every statement and closes. Closing twice is harmless. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const prepared of this.#cache.values()) await finalise(prepared.statement);
    this.#cache.clear();
    await new Promise<void>((resolve, reject) => {
      this.#handle.close((error) => (error ? reject(sqliteError(error)) : resolve()));
    });
  }

  async #use<T>(
    sql: string,
    params: SqlParams,
    work: (statement: sqlite3.Statement, values: SqlValue[], scanned: ScannedSql) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) throw sqliteError({ code: 'SQLITE_MISUSE', message: 'the connection is closed' });
    const scanned = scanSql(sql);
    const values = checkedParams(params, scanned.parameters);
    const started = performance.now();
    const prepared = await this.#take(sql, scanned);
    let keep = values.every((value) => sizeOf(value) < cacheableSize);
    try {
      return await work(prepared.statement, values, scanned);
    } catch (error) {
      keep = false;
      throw error;
    } finally {
      await this.#giveBack(sql, prepared, keep);
      this.#noteTime(sql, started);
    }
  }

  async #take(sql: string, scanned: ScannedSql): Promise<Prepared> {
    const cached = this.#cache.get(sql);
    if (cached) {
      cached.users += 1;
      this.#cache.delete(sql);
      this.#cache.set(sql, cached);
      return cached;
    }
    return { scanned, statement: await this.#prepare(sql), users: 1 };
  }

  /** Back to the cache, most recently used last; or freed, if it failed, holds much, or its text is already there. */
  async #giveBack(sql: string, prepared: Prepared, keep: boolean): Promise<void> {
    prepared.users -= 1;
    const cached = this.#cache.get(sql);
    if (keep && !cached && !this.#closed) this.#cache.set(sql, prepared);
    else if (!keep && cached === prepared) this.#cache.delete(sql);
    if (prepared.users === 0 && this.#cache.get(sql) !== prepared) await finalise(prepared.statement);

    for (const [text, oldest] of this.#cache) {
      if (this.#cache.size <= cachedStatements) break;
      if (oldest.users > 0) continue;
      this.#cache.delete(text);
      await finalise(oldest.statement);
    }
  }

  #prepare(sql: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement = this.#handle.prepare(sql, (error) => (error ? reject(sqliteError(error)) : resolve(statement)));
    });
  }

  #noteTime(sql: string, started: number): void {
    const took = Math.round(performance.now() - started);
    if (took > this.#slowAfter) this.#log?.warn('slow statement', { ms: took, sql: sql.slice(0, 1000) });
  }
}

function sizeOf(value: SqlValue): number {
  if (typeof value === 'string') return value.length;
  return value instanceof Uint8Array ? value.byteLength : 0;
}

/** Waits for the statement's running calls, then frees it. */
function finalise(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => void statement.finalize(() => resolve()));
}

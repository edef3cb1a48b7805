/** What a value in SQLite can be for us. The driver refuses everything else (see driver.ts). */
export type SqlValue = string | number | null | Uint8Array;
/** Positional parameters only. */
export type SqlParams = readonly SqlValue[];
export type SqlRow = Record<string, SqlValue>;

/** Reads. Given to closures; never kept beyond them. */
export interface Reader {
  get<Row = SqlRow>(sql: string, params?: SqlParams): Promise<Row | undefined>;
  all<Row = SqlRow>(sql: string, params?: SqlParams): Promise<Row[]>;
}

/** Reads and writes inside one transaction. */
export interface Writer extends Reader {
  /** One statement; a second one after it is refused. */
  run(sql: string, params?: SqlParams): Promise<{ changes: number }>;
}

export interface Database {
  /** Runs on the reading connection; sees only what is committed. */
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs on the writing connection, one closure at a time in the order of the calls, inside BEGIN IMMEDIATE … COMMIT.
   * Resolves only after COMMIT; if the closure throws, everything it wrote is rolled back and the error passes through.
   */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>;
  readonly readOnly: boolean;
  close(): Promise<void>;
}

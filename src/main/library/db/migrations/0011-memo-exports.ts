import { record } from './record';

/** How each memo was exported the last time. */
export const version = 11;

export const statements: readonly string[] = [
  // id: UUIDv5 of the memo. options: JSON (shared/domain/memo-export.ts); what it does not say is as usual.
  `CREATE TABLE memo_export (${record},
  memo_id TEXT NOT NULL REFERENCES memo (id),
  format TEXT NOT NULL,
  options TEXT NOT NULL
) STRICT`,
  `CREATE UNIQUE INDEX memo_export_memo ON memo_export (memo_id)`,
];

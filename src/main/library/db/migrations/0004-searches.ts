import { record } from './record';

/** Saved searches, which are the library's own and undone like anything else; and what was searched for lately, which is not. */
export const version = 4;

export const statements: readonly string[] = [
  `CREATE TABLE saved_search (${record},
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT`,
  // Never exchanged and never logged: what somebody looked for is nobody else's business.
  `CREATE TABLE past_search (
  folded_query TEXT PRIMARY KEY NOT NULL,
  query TEXT NOT NULL,
  searched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
];

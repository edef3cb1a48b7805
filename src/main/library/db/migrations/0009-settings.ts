/** What a library is set to: choices that belong to it, and not to a window or a person. */
export const version = 9;

export const statements: readonly string[] = [
  // id: UUIDv5 of the name.
  `CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT`,
];

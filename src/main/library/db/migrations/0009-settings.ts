import { record } from './record';

/** What a library is set to: choices that belong to it, and not to a window or a person. */
export const version = 9;

export const statements: readonly string[] = [
  // id: UUIDv5 of the name.
  `CREATE TABLE setting (${record},
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT`,
];

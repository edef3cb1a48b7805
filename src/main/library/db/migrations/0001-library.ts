/** What every library has before it holds anything: its identity, and the log of changes that undo and exchange read. */
export const version = 1;

export const statements: readonly string[] = [
  // One row. Its id stands for every row of the file, so rows need no library_id of their own.
  `CREATE TABLE library (
  singleton INTEGER PRIMARY KEY NOT NULL CHECK (singleton = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  device TEXT NOT NULL
) STRICT`,
  // One row for every row that an action wrote. Only what the rows themselves do not say is kept: the values before.
  // op update: fields names what changed; before is null where the action keeps its own history (a memo's text).
  // op erase: before is the whole row. op insert: the row itself, walked back through later entries, is the value.
  `CREATE TABLE change_log (
  device TEXT NOT NULL,
  device_seq INTEGER NOT NULL,
  action_id TEXT NOT NULL,
  label TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'erase')),
  fields TEXT,
  before TEXT,
  stamp TEXT NOT NULL,
  PRIMARY KEY (device, device_seq)
) STRICT`,
  `CREATE INDEX change_log_action ON change_log (action_id)`,
  `CREATE INDEX change_log_row ON change_log (row_id)`,
  // Rows erased for good, so that merging does not bring them back.
  `CREATE TABLE tombstone (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID`,
];

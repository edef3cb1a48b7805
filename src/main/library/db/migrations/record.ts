/** The columns with which every table of records begins. Part of every migration that makes one: never edited. */
export const record = `
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL`;

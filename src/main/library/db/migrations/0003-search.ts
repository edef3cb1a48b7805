/**
 * Search: derived from the nouns, rebuildable at any time, never exchanged and never logged as changes. Written by
 * `search/` in the same transaction as the rows it describes. See docs/decisions/0030-search-index.md.
 */
export const version = 3;

export const statements: readonly string[] = [
  // One row for every noun, or for every passage of a long text. `id` is the FTS5 row id and grows with age.
  // owner_id: the row it was made from and goes with; hit_id: what a hit names.
  `CREATE TABLE search_document (
  id INTEGER PRIMARY KEY NOT NULL,
  owner_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  part INTEGER NOT NULL,
  hit_id TEXT NOT NULL,
  opens_kind TEXT NOT NULL,
  opens_id TEXT NOT NULL,
  source_id TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  extra TEXT NOT NULL,
  facets TEXT NOT NULL,
  date TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  snapshot_id TEXT,
  start_offset INTEGER,
  end_offset INTEGER
) STRICT`,
  `CREATE UNIQUE INDEX search_document_owner ON search_document (owner_id, kind, part)`,
  // Contentless: the words are folded before they come here, and search_document keeps what was written. The words
  // arrive separated by spaces, so the ascii tokenizer, which cuts at ASCII punctuation only, leaves them alone.
  `CREATE VIRTUAL TABLE search_index USING fts5(
  title, text, extra, facets,
  content='', contentless_delete=1, tokenize='ascii', detail=full
)`,
  // Folded words gathered in memory before they become a segment: larger ones need far less merging in a long import.
  `INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 8388608)`,
  // Every folded word of title, text and extra, in order, with about how many documents have it; number says what is new.
  `CREATE TABLE search_term (
  term TEXT PRIMARY KEY NOT NULL,
  documents INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX search_term_number ON search_term (number)`,
  // What a word sounds like whatever the script it is written in; see shared/search/sounds.ts.
  `CREATE TABLE search_sound (
  sound TEXT NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (sound, term)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE search_state (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
];

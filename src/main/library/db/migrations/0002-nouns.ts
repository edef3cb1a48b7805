import { record } from './record';

/**
 * The nouns. Every table is one of `recordTables`: the five columns of `record` come first, and rows are written through
 * `Change` only. No ON DELETE CASCADE: nothing that a person wrote disappears because of a neighbour.
 */
export const version = 2;

export const statements: readonly string[] = [
  // csl holds the whole CSL-JSON item; the other columns are derived from it in the same write, for lists and sorting.
  `CREATE TABLE source (${record},
  citation_key TEXT NOT NULL,
  csl TEXT NOT NULL,
  metadata_origin TEXT NOT NULL DEFAULT '{}',
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  publisher TEXT NOT NULL,
  issued TEXT NOT NULL,
  short_citation TEXT NOT NULL,
  doi TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT ''
) STRICT`,
  // subtle: keys stay unique among trashed sources too, so that restoring one never renames another.
  `CREATE UNIQUE INDEX source_citation_key ON source (citation_key)`,
  `CREATE INDEX source_modified ON source (deleted_at, modified_at)`,
  `CREATE INDEX source_doi ON source (doi) WHERE doi <> ''`,
  `CREATE INDEX source_url ON source (url) WHERE url <> ''`,

  `CREATE TABLE attachment (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT`,
  `CREATE INDEX attachment_source ON attachment (source_id)`,
  `CREATE INDEX attachment_sha256 ON attachment (sha256)`,

  `CREATE TABLE snapshot (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  attachment_id TEXT REFERENCES attachment (id),
  captured_at TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  characters INTEGER NOT NULL,
  paragraphs INTEGER NOT NULL,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT`,
  `CREATE INDEX snapshot_source ON snapshot (source_id, captured_at)`,
  `CREATE INDEX snapshot_sha256 ON snapshot (sha256)`,

  // text_sha256 and snapshot_sha256: bit rot passes SQLite's own checks about one time in five, a hash does not.
  `CREATE TABLE excerpt (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
  kind TEXT NOT NULL CHECK (kind IN ('quotation', 'paraphrase', 'summary', 'comment')),
  text TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  locator_label TEXT,
  locator_value TEXT,
  colour TEXT NOT NULL,
  note TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  snapshot_sha256 TEXT NOT NULL,
  CHECK (start_offset >= 0 AND end_offset > start_offset)
) STRICT`,
  `CREATE INDEX excerpt_source ON excerpt (source_id, snapshot_id, start_offset)`,
  `CREATE INDEX excerpt_modified ON excerpt (deleted_at, modified_at)`,

  `CREATE TABLE tag (${record}, name TEXT NOT NULL, folded_name TEXT NOT NULL, colour TEXT NOT NULL) STRICT`,
  `CREATE UNIQUE INDEX tag_folded_name ON tag (folded_name) WHERE deleted_at IS NULL`,
  // id: UUIDv5 of (tag, target), as for every link below.
  `CREATE TABLE tagging (${record},
  tag_id TEXT NOT NULL REFERENCES tag (id),
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT`,
  `CREATE INDEX tagging_target ON tagging (target_kind, target_id)`,
  `CREATE INDEX tagging_tag ON tagging (tag_id)`,

  `CREATE TABLE collection (${record}, name TEXT NOT NULL, parent_id TEXT REFERENCES collection (id)) STRICT`,
  `CREATE TABLE collection_item (${record},
  collection_id TEXT NOT NULL REFERENCES collection (id),
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT`,
  `CREATE INDEX collection_item_collection ON collection_item (collection_id)`,
  `CREATE INDEX collection_item_target ON collection_item (target_kind, target_id)`,

  `CREATE TABLE note (${record},
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  body TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT`,
  `CREATE INDEX note_target ON note (target_kind, target_id)`,

  `CREATE TABLE actor (${record},
  kind TEXT NOT NULL CHECK (kind IN ('person', 'state', 'organisation', 'group', 'place')),
  name TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT`,
  `CREATE TABLE actor_name (${record},
  actor_id TEXT NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'weak-alias')),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  script TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT`,
  `CREATE INDEX actor_name_actor ON actor_name (actor_id)`,
  `CREATE TABLE actor_role (${record},
  actor_id TEXT NOT NULL REFERENCES actor (id),
  title TEXT NOT NULL,
  organisation TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT`,
  `CREATE INDEX actor_role_actor ON actor_role (actor_id)`,
  `CREATE TABLE actor_mention (${record},
  actor_id TEXT NOT NULL REFERENCES actor (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT`,
  `CREATE INDEX actor_mention_actor ON actor_mention (actor_id)`,
  `CREATE INDEX actor_mention_excerpt ON actor_mention (excerpt_id)`,

  `CREATE TABLE claim (${record}, statement TEXT NOT NULL, note TEXT NOT NULL) STRICT`,
  `CREATE TABLE evidence (${record},
  claim_id TEXT NOT NULL REFERENCES claim (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
  reason TEXT NOT NULL
) STRICT`,
  `CREATE INDEX evidence_claim ON evidence (claim_id)`,
  `CREATE INDEX evidence_excerpt ON evidence (excerpt_id)`,
  `CREATE TABLE position (${record},
  claim_id TEXT NOT NULL REFERENCES claim (id),
  actor_id TEXT NOT NULL REFERENCES actor (id),
  stance TEXT NOT NULL CHECK (stance IN ('asserts', 'denies', 'confirms', 'declines', 'retracts')),
  manner TEXT NOT NULL CHECK (manner IN ('held', 'reported')),
  date TEXT NOT NULL,
  excerpt_id TEXT REFERENCES excerpt (id),
  note TEXT NOT NULL
) STRICT`,
  `CREATE INDEX position_claim ON position (claim_id)`,
  `CREATE INDEX position_actor ON position (actor_id)`,
  `CREATE INDEX position_excerpt ON position (excerpt_id)`,

  `CREATE TABLE event (${record},
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  place TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT`,
  `CREATE TABLE event_actor (${record},
  event_id TEXT NOT NULL REFERENCES event (id),
  actor_id TEXT NOT NULL REFERENCES actor (id),
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT`,
  `CREATE INDEX event_actor_event ON event_actor (event_id)`,
  `CREATE INDEX event_actor_actor ON event_actor (actor_id)`,
  `CREATE TABLE event_excerpt (${record},
  event_id TEXT NOT NULL REFERENCES event (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT`,
  `CREATE INDEX event_excerpt_event ON event_excerpt (event_id)`,
  `CREATE INDEX event_excerpt_excerpt ON event_excerpt (excerpt_id)`,

  // document: the memo document (shared/memo/document.ts) as JSON. save_count guards against stale windows.
  `CREATE TABLE memo (${record},
  title TEXT NOT NULL,
  style_id TEXT NOT NULL,
  locale TEXT NOT NULL,
  document TEXT NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  citations INTEGER NOT NULL,
  save_count INTEGER NOT NULL
) STRICT`,
  `CREATE TABLE memo_revision (${record},
  memo_id TEXT NOT NULL REFERENCES memo (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  document TEXT NOT NULL,
  words INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT`,
  `CREATE INDEX memo_revision_memo ON memo_revision (memo_id, created_at)`,
  // Derived from the document in the same write; what a claim or actor page lists as "used in".
  `CREATE TABLE memo_reference (
  memo_id TEXT NOT NULL REFERENCES memo (id),
  kind TEXT NOT NULL CHECK (kind IN ('source', 'excerpt', 'claim', 'actor')),
  target_id TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (memo_id, kind, target_id)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX memo_reference_target ON memo_reference (kind, target_id)`,

  `CREATE TABLE csl_style (${record},
  style_id TEXT NOT NULL,
  title TEXT NOT NULL,
  note_style INTEGER NOT NULL,
  xml TEXT NOT NULL
) STRICT`,
  `CREATE UNIQUE INDEX csl_style_style_id ON csl_style (style_id) WHERE deleted_at IS NULL`,
];

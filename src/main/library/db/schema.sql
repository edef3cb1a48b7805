-- Generated from migrations/ by migrate.test.ts. Version 12.

CREATE INDEX ach_hypothesis_ach ON ach_hypothesis (ach_id);

CREATE INDEX ach_hypothesis_claim ON ach_hypothesis (claim_id);

CREATE INDEX ach_item_ach ON ach_item (ach_id);

CREATE INDEX ach_item_claim ON ach_item (claim_id);

CREATE INDEX ach_item_excerpt ON ach_item (excerpt_id);

CREATE INDEX ach_rating_hypothesis ON ach_rating (hypothesis_id);

CREATE INDEX ach_rating_item ON ach_rating (item_id);

CREATE INDEX actor_mention_actor ON actor_mention (actor_id);

CREATE INDEX actor_mention_excerpt ON actor_mention (excerpt_id);

CREATE INDEX actor_merge_kept ON actor_merge (kept_id);

CREATE UNIQUE INDEX actor_merge_merged ON actor_merge (merged_id);

CREATE INDEX actor_name_actor ON actor_name (actor_id);

CREATE INDEX actor_relation_excerpt_excerpt ON actor_relation_excerpt (excerpt_id);

CREATE INDEX actor_relation_excerpt_relation ON actor_relation_excerpt (relation_id);

CREATE INDEX actor_relation_from ON actor_relation (from_id);

CREATE INDEX actor_relation_to ON actor_relation (to_id);

CREATE INDEX actor_role_actor ON actor_role (actor_id);

CREATE INDEX anchor_decision_excerpt ON anchor_decision (excerpt_id);

CREATE INDEX anchor_decision_snapshot ON anchor_decision (snapshot_id);

CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE INDEX attachment_source ON attachment (source_id);

CREATE INDEX change_log_action ON change_log (action_id);

CREATE INDEX change_log_row ON change_log (row_id);

CREATE INDEX claim_relation_from ON claim_relation (from_id);

CREATE INDEX claim_relation_to ON claim_relation (to_id);

CREATE INDEX collection_item_collection ON collection_item (collection_id);

CREATE INDEX collection_item_target ON collection_item (target_kind, target_id);

CREATE UNIQUE INDEX csl_style_style_id ON csl_style (style_id) WHERE deleted_at IS NULL;

CREATE INDEX event_actor_actor ON event_actor (actor_id);

CREATE INDEX event_actor_event ON event_actor (event_id);

CREATE INDEX event_date_event ON event_date (event_id);

CREATE INDEX event_date_excerpt ON event_date (excerpt_id);

CREATE INDEX event_excerpt_event ON event_excerpt (event_id);

CREATE INDEX event_excerpt_excerpt ON event_excerpt (excerpt_id);

CREATE INDEX evidence_claim ON evidence (claim_id);

CREATE INDEX evidence_excerpt ON evidence (excerpt_id);

CREATE INDEX evidence_origin ON evidence (origin_id) WHERE origin_id IS NOT NULL;

CREATE INDEX excerpt_modified ON excerpt (deleted_at, modified_at);

CREATE INDEX excerpt_source ON excerpt (source_id, snapshot_id, start_offset);

CREATE INDEX excerpt_standing_needs_look ON excerpt_standing (excerpt_id) WHERE needs_look = 1;

CREATE INDEX excerpt_standing_snapshot ON excerpt_standing (snapshot_id);

CREATE INDEX finding_dismissal_memo ON finding_dismissal (memo_id);

CREATE UNIQUE INDEX memo_export_memo ON memo_export (memo_id);

CREATE INDEX memo_reference_target ON memo_reference (kind, target_id);

CREATE INDEX memo_revision_memo ON memo_revision (memo_id, created_at);

CREATE INDEX metadata_finding_source ON metadata_finding (source_id);

CREATE INDEX not_duplicate_first ON not_duplicate (first_id);

CREATE INDEX not_duplicate_second ON not_duplicate (second_id);

CREATE INDEX not_same_actor_first ON not_same_actor (first_id);

CREATE INDEX not_same_actor_second ON not_same_actor (second_id);

CREATE INDEX note_target ON note (target_kind, target_id);

CREATE INDEX origin_refusal_other ON origin_refusal (other_id);

CREATE INDEX origin_refusal_source ON origin_refusal (source_id);

CREATE INDEX position_actor ON position (actor_id);

CREATE INDEX position_claim ON position (claim_id);

CREATE INDEX position_excerpt ON position (excerpt_id);

CREATE UNIQUE INDEX search_document_owner ON search_document (owner_id, kind, part);

CREATE UNIQUE INDEX search_term_number ON search_term (number);

CREATE INDEX snapshot_sha256 ON snapshot (sha256);

CREATE INDEX snapshot_source ON snapshot (source_id, captured_at);

CREATE UNIQUE INDEX source_citation_key ON source (citation_key);

CREATE INDEX source_doi ON source (doi) WHERE doi <> '';

CREATE INDEX source_merge_kept ON source_merge (kept_id);

CREATE UNIQUE INDEX source_merge_merged ON source_merge (merged_id);

CREATE INDEX source_modified ON source (deleted_at, modified_at);

CREATE INDEX source_origin_origin ON source_origin (origin_id);

CREATE INDEX source_origin_source ON source_origin (source_id);

CREATE INDEX source_url ON source (url) WHERE url <> '';

CREATE INDEX suggestion_decision_source ON suggestion_decision (source_id);

CREATE UNIQUE INDEX tag_folded_name ON tag (folded_name) WHERE deleted_at IS NULL;

CREATE INDEX tagging_tag ON tagging (tag_id);

CREATE INDEX tagging_target ON tagging (target_kind, target_id);

CREATE TABLE ach (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL) STRICT;

CREATE TABLE ach_hypothesis (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  ach_id TEXT NOT NULL REFERENCES ach (id),
  claim_id TEXT NOT NULL REFERENCES claim (id),
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE ach_item (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  ach_id TEXT NOT NULL REFERENCES ach (id),
  excerpt_id TEXT REFERENCES excerpt (id),
  claim_id TEXT REFERENCES claim (id),
  credibility TEXT NOT NULL CHECK (credibility IN ('low', 'medium', 'high')),
  relevance TEXT NOT NULL CHECK (relevance IN ('low', 'medium', 'high')),
  note TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  CHECK ((excerpt_id IS NULL) <> (claim_id IS NULL))
) STRICT;

CREATE TABLE ach_rating (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  hypothesis_id TEXT NOT NULL REFERENCES ach_hypothesis (id),
  item_id TEXT NOT NULL REFERENCES ach_item (id),
  rating TEXT NOT NULL CHECK (rating IN ('CC', 'C', 'N', 'I', 'II', 'NA'))
) STRICT;

CREATE TABLE actor (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'state', 'organisation', 'group', 'place')),
  name TEXT NOT NULL,
  description TEXT NOT NULL
, properties TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE actor_mention (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT;

CREATE TABLE actor_merge (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  kept_id TEXT NOT NULL REFERENCES actor (id),
  merged_id TEXT NOT NULL REFERENCES actor (id),
  record TEXT NOT NULL,
  CHECK (kept_id <> merged_id)
) STRICT;

CREATE TABLE "actor_name" (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'weak-alias', 'previous-name')),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  script TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE actor_relation (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES actor (id),
  to_id TEXT NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  note TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;

CREATE TABLE actor_relation_excerpt (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  relation_id TEXT NOT NULL REFERENCES actor_relation (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT;

CREATE TABLE actor_role (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  title TEXT NOT NULL,
  organisation TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE anchor_decision (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id),
  snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
  decision TEXT NOT NULL CHECK (decision IN ('place', 'keep', 'gone')),
  verdict TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  words TEXT NOT NULL,
  CHECK ((decision = 'place') = (start_offset IS NOT NULL AND end_offset IS NOT NULL)),
  CHECK (start_offset IS NULL OR (start_offset >= 0 AND end_offset > start_offset))
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE change_log (
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
) STRICT;

CREATE TABLE claim (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL, statement TEXT NOT NULL, note TEXT NOT NULL) STRICT;

CREATE TABLE claim_relation (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES claim (id),
  to_id TEXT NOT NULL REFERENCES claim (id),
  kind TEXT NOT NULL CHECK (kind IN ('refines', 'entails', 'conflicts')),
  reason TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;

CREATE TABLE collection (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL, name TEXT NOT NULL, parent_id TEXT REFERENCES collection (id)) STRICT;

CREATE TABLE collection_item (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  collection_id TEXT NOT NULL REFERENCES collection (id),
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT;

CREATE TABLE csl_style (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  style_id TEXT NOT NULL,
  title TEXT NOT NULL,
  note_style INTEGER NOT NULL,
  xml TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  place TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;

CREATE TABLE event_actor (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id),
  actor_id TEXT NOT NULL REFERENCES actor (id),
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE event_date (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id),
  date TEXT NOT NULL,
  excerpt_id TEXT REFERENCES excerpt (id),
  note TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE event_excerpt (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES event (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
  reason TEXT NOT NULL
, origin_id TEXT REFERENCES origin (id)) STRICT;

CREATE TABLE excerpt (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
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
) STRICT;

CREATE TABLE excerpt_standing (
  excerpt_id TEXT NOT NULL,
  snapshot_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('exact', 'moved', 'changed', 'ambiguous', 'lost')),
  start_offset INTEGER,
  end_offset INTEGER,
  locator_label TEXT,
  locator_value TEXT,
  decision TEXT CHECK (decision IN ('place', 'keep', 'gone')),
  needs_look INTEGER NOT NULL,
  candidates TEXT NOT NULL,
  method INTEGER NOT NULL,
  PRIMARY KEY (excerpt_id, snapshot_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_dismissal (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  memo_id TEXT NOT NULL REFERENCES memo (id),
  fingerprint TEXT NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE library (
  singleton INTEGER PRIMARY KEY NOT NULL CHECK (singleton = 1),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  device TEXT NOT NULL
) STRICT;

CREATE TABLE memo (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  title TEXT NOT NULL,
  style_id TEXT NOT NULL,
  locale TEXT NOT NULL,
  document TEXT NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  citations INTEGER NOT NULL,
  save_count INTEGER NOT NULL
) STRICT;

CREATE TABLE memo_export (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  memo_id TEXT NOT NULL REFERENCES memo (id),
  format TEXT NOT NULL,
  options TEXT NOT NULL
) STRICT;

CREATE TABLE memo_reference (
  memo_id TEXT NOT NULL REFERENCES memo (id),
  kind TEXT NOT NULL CHECK (kind IN ('source', 'excerpt', 'claim', 'actor')),
  target_id TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (memo_id, kind, target_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE memo_revision (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  memo_id TEXT NOT NULL REFERENCES memo (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  document TEXT NOT NULL,
  words INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE metadata_finding (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL,
  dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1))
) STRICT;

CREATE TABLE not_duplicate (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  first_id TEXT NOT NULL REFERENCES source (id),
  second_id TEXT NOT NULL REFERENCES source (id),
  CHECK (first_id < second_id)
) STRICT;

CREATE TABLE not_same_actor (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  first_id TEXT NOT NULL REFERENCES actor (id),
  second_id TEXT NOT NULL REFERENCES actor (id),
  CHECK (first_id < second_id)
) STRICT;

CREATE TABLE note (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  body TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE origin (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('wire', 'same-text', 'according-to', 'other')),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE origin_refusal (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  other_id TEXT NOT NULL REFERENCES source (id)
) STRICT;

CREATE TABLE past_search (
  folded_query TEXT PRIMARY KEY NOT NULL,
  query TEXT NOT NULL,
  searched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claim (id),
  actor_id TEXT NOT NULL REFERENCES actor (id),
  stance TEXT NOT NULL CHECK (stance IN ('asserts', 'denies', 'confirms', 'declines', 'retracts')),
  manner TEXT NOT NULL CHECK (manner IN ('held', 'reported')),
  date TEXT NOT NULL,
  excerpt_id TEXT REFERENCES excerpt (id),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT;

CREATE TABLE search_document (
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
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(
  title, text, extra, facets,
  content='', contentless_delete=1, tokenize='ascii', detail=full
);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_sound (
  sound TEXT NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (sound, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_state (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE search_term (
  term TEXT PRIMARY KEY NOT NULL,
  documents INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  attachment_id TEXT REFERENCES attachment (id),
  captured_at TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  characters INTEGER NOT NULL,
  paragraphs INTEGER NOT NULL,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
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
) STRICT;

CREATE TABLE source_merge (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  kept_id TEXT NOT NULL REFERENCES source (id),
  merged_id TEXT NOT NULL REFERENCES source (id),
  record TEXT NOT NULL,
  CHECK (kept_id <> merged_id)
) STRICT;

CREATE TABLE source_origin (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  origin_id TEXT NOT NULL REFERENCES origin (id)
) STRICT;

CREATE TABLE suggestion_decision (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES source (id),
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'quotation', 'statement', 'event')),
  content_key TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  label TEXT NOT NULL,
  target_id TEXT,
  CHECK ((decision = 'accepted') = (target_id IS NOT NULL))
) STRICT;

CREATE TABLE tag (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL, name TEXT NOT NULL, folded_name TEXT NOT NULL, colour TEXT NOT NULL) STRICT;

CREATE TABLE tagging (
  id TEXT PRIMARY KEY NOT NULL,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  deleted_at TEXT,
  stamp TEXT NOT NULL,
  tag_id TEXT NOT NULL REFERENCES tag (id),
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL
) STRICT;

CREATE TABLE tombstone (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

import { record } from './record';

/**
 * What stands between nouns: relations of claims and of actors, what sources share as their origin, the dates that sources
 * give an event, and tables of competing hypotheses. Every table is one of `recordTables`.
 */
export const version = 6;

export const statements: readonly string[] = [
  // id: UUIDv5 of (from, to, kind). "conflicts" goes both ways and is kept with the smaller id first.
  `CREATE TABLE claim_relation (${record},
  from_id TEXT NOT NULL REFERENCES claim (id),
  to_id TEXT NOT NULL REFERENCES claim (id),
  kind TEXT NOT NULL CHECK (kind IN ('refines', 'entails', 'conflicts')),
  reason TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT`,
  `CREATE INDEX claim_relation_from ON claim_relation (from_id)`,
  `CREATE INDEX claim_relation_to ON claim_relation (to_id)`,

  // What several sources have their words from: they count once as evidence.
  `CREATE TABLE origin (${record},
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('wire', 'same-text', 'according-to', 'other')),
  note TEXT NOT NULL
) STRICT`,
  // id: UUIDv5 of (source, "origin"): a source has one origin, or none that is known.
  `CREATE TABLE source_origin (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  origin_id TEXT NOT NULL REFERENCES origin (id)
) STRICT`,
  `CREATE INDEX source_origin_source ON source_origin (source_id)`,
  `CREATE INDEX source_origin_origin ON source_origin (origin_id)`,
  // id: UUIDv5 of the pair, smaller id first. A person said that two like texts are not from one origin.
  `CREATE TABLE origin_refusal (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  other_id TEXT NOT NULL REFERENCES source (id)
) STRICT`,
  `CREATE INDEX origin_refusal_source ON origin_refusal (source_id)`,
  `CREATE INDEX origin_refusal_other ON origin_refusal (other_id)`,
  // Where this very passage has its words from ("according to the ministry"); comes before the source's own origin.
  `ALTER TABLE evidence ADD COLUMN origin_id TEXT REFERENCES origin (id)`,
  `CREATE INDEX evidence_origin ON evidence (origin_id) WHERE origin_id IS NOT NULL`,

  // Properties by kind, as JSON: shared/actors/properties.ts.
  `ALTER TABLE actor ADD COLUMN properties TEXT NOT NULL DEFAULT '{}'`,
  // SQLite cannot change a CHECK: the table is made anew, with previous names in it.
  `CREATE TABLE actor_name_next (${record},
  actor_id TEXT NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'weak-alias', 'previous-name')),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  script TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT`,
  `INSERT INTO actor_name_next SELECT id, created_at, modified_at, deleted_at, stamp, actor_id, kind, text, language, script, ordinal
  FROM actor_name`,
  `DROP TABLE actor_name`,
  `ALTER TABLE actor_name_next RENAME TO actor_name`,
  `CREATE INDEX actor_name_actor ON actor_name (actor_id)`,
  `CREATE TABLE actor_relation (${record},
  from_id TEXT NOT NULL REFERENCES actor (id),
  to_id TEXT NOT NULL REFERENCES actor (id),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  note TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT`,
  `CREATE INDEX actor_relation_from ON actor_relation (from_id)`,
  `CREATE INDEX actor_relation_to ON actor_relation (to_id)`,
  `CREATE TABLE actor_relation_excerpt (${record},
  relation_id TEXT NOT NULL REFERENCES actor_relation (id),
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id)
) STRICT`,
  `CREATE INDEX actor_relation_excerpt_relation ON actor_relation_excerpt (relation_id)`,
  `CREATE INDEX actor_relation_excerpt_excerpt ON actor_relation_excerpt (excerpt_id)`,

  // Other dates that sources give an event; event.date is the one that the researcher goes by.
  `CREATE TABLE event_date (${record},
  event_id TEXT NOT NULL REFERENCES event (id),
  date TEXT NOT NULL,
  excerpt_id TEXT REFERENCES excerpt (id),
  note TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT`,
  `CREATE INDEX event_date_event ON event_date (event_id)`,
  `CREATE INDEX event_date_excerpt ON event_date (excerpt_id)`,

  // Analysis of competing hypotheses: claims across, excerpts and claims down.
  `CREATE TABLE ach (${record}, title TEXT NOT NULL, note TEXT NOT NULL) STRICT`,
  // id: UUIDv5 of (table, claim).
  `CREATE TABLE ach_hypothesis (${record},
  ach_id TEXT NOT NULL REFERENCES ach (id),
  claim_id TEXT NOT NULL REFERENCES claim (id),
  ordinal INTEGER NOT NULL
) STRICT`,
  `CREATE INDEX ach_hypothesis_ach ON ach_hypothesis (ach_id)`,
  `CREATE INDEX ach_hypothesis_claim ON ach_hypothesis (claim_id)`,
  // id: UUIDv5 of (table, excerpt or claim).
  `CREATE TABLE ach_item (${record},
  ach_id TEXT NOT NULL REFERENCES ach (id),
  excerpt_id TEXT REFERENCES excerpt (id),
  claim_id TEXT REFERENCES claim (id),
  credibility TEXT NOT NULL CHECK (credibility IN ('low', 'medium', 'high')),
  relevance TEXT NOT NULL CHECK (relevance IN ('low', 'medium', 'high')),
  note TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  CHECK ((excerpt_id IS NULL) <> (claim_id IS NULL))
) STRICT`,
  `CREATE INDEX ach_item_ach ON ach_item (ach_id)`,
  `CREATE INDEX ach_item_excerpt ON ach_item (excerpt_id)`,
  `CREATE INDEX ach_item_claim ON ach_item (claim_id)`,
  // id: UUIDv5 of (hypothesis, item).
  `CREATE TABLE ach_rating (${record},
  hypothesis_id TEXT NOT NULL REFERENCES ach_hypothesis (id),
  item_id TEXT NOT NULL REFERENCES ach_item (id),
  rating TEXT NOT NULL CHECK (rating IN ('CC', 'C', 'N', 'I', 'II', 'NA'))
) STRICT`,
  `CREATE INDEX ach_rating_hypothesis ON ach_rating (hypothesis_id)`,
  `CREATE INDEX ach_rating_item ON ach_rating (item_id)`,
];

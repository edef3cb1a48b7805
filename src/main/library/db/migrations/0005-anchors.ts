import { record } from './record';

/** How excerpts stand in later snapshots of their source: what the machine finds, and what a person decided about it. */
export const version = 5;

export const statements: readonly string[] = [
  // id: UUIDv5 of (excerpt, snapshot). Never recomputed. verdict and words are what the person saw: the words of the place
  // they chose or, with keep and gone, of the best candidate they turned down ('' if there was none).
  `CREATE TABLE anchor_decision (${record},
  excerpt_id TEXT NOT NULL REFERENCES excerpt (id),
  snapshot_id TEXT NOT NULL REFERENCES snapshot (id),
  decision TEXT NOT NULL CHECK (decision IN ('place', 'keep', 'gone')),
  verdict TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  words TEXT NOT NULL,
  CHECK ((decision = 'place') = (start_offset IS NOT NULL AND end_offset IS NOT NULL)),
  CHECK (start_offset IS NULL OR (start_offset >= 0 AND end_offset > start_offset))
) STRICT`,
  `CREATE INDEX anchor_decision_excerpt ON anchor_decision (excerpt_id)`,
  `CREATE INDEX anchor_decision_snapshot ON anchor_decision (snapshot_id)`,

  // Derived: how each excerpt stands in the newest snapshot of its source, where that is not the one it was made in, and in
  // those that were the newest before. The place is the one chosen or else found; candidates are the found ones, as JSON.
  // method: the version of the rules that found them.
  `CREATE TABLE excerpt_standing (
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
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX excerpt_standing_needs_look ON excerpt_standing (excerpt_id) WHERE needs_look = 1`,
  `CREATE INDEX excerpt_standing_snapshot ON excerpt_standing (snapshot_id)`,
];

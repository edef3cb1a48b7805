import { record } from './record';

/** Sources that are the same: merged, or kept apart by somebody; and what importing a source again found to be different. */
export const version = 7;

export const statements: readonly string[] = [
  // id: UUIDv5 of the merged source. The merged source keeps its row, hidden (deleted_at is set) but not in the Trash, so that its
  // citation key and id go on standing for the kept one. record: what the merge did, as JSON (sources/merges/record.ts), so that
  // it can be taken back at any time.
  `CREATE TABLE source_merge (${record},
  kept_id TEXT NOT NULL REFERENCES source (id),
  merged_id TEXT NOT NULL REFERENCES source (id),
  record TEXT NOT NULL,
  CHECK (kept_id <> merged_id)
) STRICT`,
  `CREATE UNIQUE INDEX source_merge_merged ON source_merge (merged_id)`,
  `CREATE INDEX source_merge_kept ON source_merge (kept_id)`,

  // id: UUIDv5 of both ids; first_id is the lesser.
  `CREATE TABLE not_duplicate (${record},
  first_id TEXT NOT NULL REFERENCES source (id),
  second_id TEXT NOT NULL REFERENCES source (id),
  CHECK (first_id < second_id)
) STRICT`,
  `CREATE INDEX not_duplicate_first ON not_duplicate (first_id)`,
  `CREATE INDEX not_duplicate_second ON not_duplicate (second_id)`,

  // id: UUIDv5 of source and field. What a field would say by the latest import, where the source says something else. value: CSL-JSON.
  // dismissed: somebody saw it and kept theirs.
  `CREATE TABLE metadata_finding (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL,
  dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1))
) STRICT`,
  `CREATE INDEX metadata_finding_source ON metadata_finding (source_id)`,
];

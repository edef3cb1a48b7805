import { record } from './record';

/** Actors that are the same: merged, or kept apart by somebody. */
export const version = 8;

export const statements: readonly string[] = [
  // id: UUIDv5 of the merged actor, which keeps its row, hidden (deleted_at is set) but not in the Trash, so that its id goes on
  // standing for the kept one. record: what the merge did, as JSON (actors/merges/record.ts), so that it can be taken back.
  `CREATE TABLE actor_merge (${record},
  kept_id TEXT NOT NULL REFERENCES actor (id),
  merged_id TEXT NOT NULL REFERENCES actor (id),
  record TEXT NOT NULL,
  CHECK (kept_id <> merged_id)
) STRICT`,
  `CREATE UNIQUE INDEX actor_merge_merged ON actor_merge (merged_id)`,
  `CREATE INDEX actor_merge_kept ON actor_merge (kept_id)`,

  // id: UUIDv5 of both ids; first_id is the lesser. Somebody said that these two are different actors.
  `CREATE TABLE not_same_actor (${record},
  first_id TEXT NOT NULL REFERENCES actor (id),
  second_id TEXT NOT NULL REFERENCES actor (id),
  CHECK (first_id < second_id)
) STRICT`,
  `CREATE INDEX not_same_actor_first ON not_same_actor (first_id)`,
  `CREATE INDEX not_same_actor_second ON not_same_actor (second_id)`,
];

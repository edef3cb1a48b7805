import { record } from './record';

/** What somebody decided about what the app proposed from a source. */
export const version = 10;

export const statements: readonly string[] = [
  // id: UUIDv5 of source and content_key, which names the kind and the normalised content (shared/suggesting/keys.ts), so that the
  // same proposal from a later snapshot is the same row. label: what was proposed, to be shown without reading the text again.
  // target_id: the actor, excerpt or event that it became; null where it was rejected.
  `CREATE TABLE suggestion_decision (${record},
  source_id TEXT NOT NULL REFERENCES source (id),
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'quotation', 'statement', 'event')),
  content_key TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  label TEXT NOT NULL,
  target_id TEXT,
  CHECK ((decision = 'accepted') = (target_id IS NOT NULL))
) STRICT`,
  `CREATE INDEX suggestion_decision_source ON suggestion_decision (source_id)`,
];

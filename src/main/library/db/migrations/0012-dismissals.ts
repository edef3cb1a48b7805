import { record } from './record';

/** Findings about a memo that somebody let be, with the reason. */
export const version = 12;

export const statements: readonly string[] = [
  // id: UUIDv5 of memo and fingerprint, so that the same finding dismissed again is the same row. words: what it was about, to be
  // shown when the finding is no longer there.
  `CREATE TABLE finding_dismissal (${record},
  memo_id TEXT NOT NULL REFERENCES memo (id),
  fingerprint TEXT NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT`,
  `CREATE INDEX finding_dismissal_memo ON finding_dismissal (memo_id)`,
];

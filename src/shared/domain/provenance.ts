import * as v from 'valibot';
import { ruleIds, type Finding } from '../provenance/finding';
import type { Place } from '../provenance/passages';
import type { ClaimStatus } from './claims';
import { id, line, requiredLine } from './common';

/** Why somebody lets a finding be: kept with the memo, known again by the finding's fingerprint. */
export interface Dismissal {
  fingerprint: string;
  rule: string;
  /** The words it was about, as they were. */
  words: string;
  reason: string;
  createdAt: string;
}

export interface CheckedFinding extends Finding {
  /** Why it was dismissed; null while it stands. */
  dismissed: Dismissal | null;
}

/** What one sentence rests on. */
export interface CheckedSentence {
  place: Place;
  /** Whether it says something that may be so or not. */
  asserts: boolean;
  excerptIds: string[];
  /** Of what stands for the cited sources now. */
  sourceIds: string[];
  claimIds: string[];
  actorIds: string[];
}

/** What a memo rests on, and what in it does not hold, as it is stored. */
export interface ProvenanceReport {
  memoId: string;
  memoTitle: string;
  /** The save that was read. */
  version: number;
  findings: CheckedFinding[];
  /** Dismissals whose finding is no longer there. */
  past: Dismissal[];
  /** Whether nothing in it rests on anything yet. */
  isBare: boolean;
  /** Those that rest on something or assert something, in reading order; none unless they are asked for. */
  sentences: CheckedSentence[];
  claims: { id: string; statement: string; status: ClaimStatus }[];
  sources: { id: string; name: string; title: string; citationKey: string; trashed: boolean }[];
}

export const newDismissal = v.strictObject({
  memoId: id,
  fingerprint: v.pipe(line(100), v.regex(/^[a-z-]+:[0-9a-f]{16}(?:\.\d{1,6})?$/u)),
  rule: v.picklist(ruleIds),
  words: line(1000),
  reason: requiredLine(1000),
});
export const withdrawnDismissal = v.strictObject({ memoId: id, fingerprint: requiredLine(100) });

/** How one thing that a ledger names stands in a library. */
export interface LedgerFinding {
  kind: 'memo' | 'source' | 'snapshot' | 'excerpt' | 'quotation' | 'claim';
  id: string;
  /** What is wrong: it is not there, in the Trash, or not what the ledger says. */
  problem: 'missing' | 'trashed' | 'changed';
  message: string;
}

export interface LedgerReport {
  ok: boolean;
  memoTitle: string;
  asOf: string;
  /** How many of each were looked at. */
  checked: Record<'sources' | 'snapshots' | 'excerpts' | 'quotations' | 'claims', number>;
  findings: LedgerFinding[];
  /** What has changed since without making the ledger wrong: a claim's status, the memo's text. */
  notes: string[];
}

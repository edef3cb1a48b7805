import * as v from 'valibot';
import type { AnchorCandidate, Verdict } from '../../../shared/anchoring';
import type { AnchorChoice, ExcerptStanding } from '../../../shared/domain/anchors';
import { locatorOf } from '../common/rows';

/** A row of `excerpt_standing` as `standingColumnsSql` selects it; all null where an excerpt has none. */
export interface StandingRow {
  standing_snapshot_id: string | null;
  standing_verdict: string | null;
  standing_start: number | null;
  standing_end: number | null;
  standing_locator_label: string | null;
  standing_locator_value: string | null;
  standing_decision: string | null;
  standing_needs_look: number | null;
}

export function toStanding(row: StandingRow): ExcerptStanding | null {
  if (row.standing_snapshot_id === null) return null;
  return {
    snapshotId: row.standing_snapshot_id,
    verdict: row.standing_verdict as Verdict,
    place:
      row.standing_start === null || row.standing_end === null
        ? null
        : { start: row.standing_start, end: row.standing_end },
    locator: locatorOf(row.standing_locator_label, row.standing_locator_value),
    decision: row.standing_decision as AnchorChoice['decision'] | null,
    needsLook: row.standing_needs_look === 1,
  };
}

const candidateList = v.array(
  v.strictObject({ start: v.number(), end: v.number(), words: v.number(), context: v.number(), score: v.number() }),
);

/** Stored candidates. They are derived, so what cannot be read is none. */
export function parseCandidates(json: string): AnchorCandidate[] {
  try {
    const parsed = v.safeParse(candidateList, JSON.parse(json));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

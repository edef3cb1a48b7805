import type { LedgerPosition } from '../../../../shared/claims/ledger';
import { claimStatus, type StatusEvidence } from '../../../../shared/claims/status';
import type { ClaimStatus } from '../../../../shared/domain/claims';
import { groupBy, idList } from '../../common/rows';
import type { Reader } from '../../db/types';

/** What the status of a claim is made from. */
export interface ClaimMaterial {
  evidence: StatusEvidence[];
  positions: LedgerPosition[];
}

/** What there is of a claim, by its id. */
export type MaterialOf = (claimId: string) => ClaimMaterial;

/**
 * Evidence and positions of these claims, or of all: two statements, however many they are. What is in the Trash, or from a source
 * or of an actor there, does not count and is left out.
 * subtle: the pluses keep SQLite from beginning with all that is not in the Trash.
 */
export async function claimMaterial(db: Reader, ids: readonly string[] | null): Promise<MaterialOf> {
  const among = (column: string) => (ids === null ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`);
  const given = ids === null ? [] : [idList(ids)];
  const evidence = await db.all<StatusEvidence & { claimId: string }>(
    `SELECT v.claim_id AS claimId, v.stance, e.source_id AS sourceId, s.issued AS date,
       coalesce(v.origin_id, o.origin_id) AS originId
     FROM evidence v
     JOIN excerpt e ON e.id = v.excerpt_id AND +e.deleted_at IS NULL
     JOIN source s ON s.id = e.source_id AND +s.deleted_at IS NULL
     LEFT JOIN source_origin o ON o.source_id = s.id AND o.deleted_at IS NULL
     WHERE v.deleted_at IS NULL ${among('v.claim_id')}`,
    given,
  );
  const positions = await db.all<LedgerPosition>(
    `SELECT p.id, p.claim_id AS claimId, p.actor_id AS actorId, a.name AS actorName, p.stance, p.manner, p.date
     FROM position p
     JOIN actor a ON a.id = p.actor_id AND a.deleted_at IS NULL
     WHERE p.deleted_at IS NULL ${among('p.claim_id')} ORDER BY p.created_at, p.id`,
    given,
  );
  const evidenceOf = groupBy(evidence, (piece) => piece.claimId);
  const positionsOf = groupBy(positions, (position) => position.claimId);
  return (claimId) => ({ evidence: evidenceOf.get(claimId) ?? [], positions: positionsOf.get(claimId) ?? [] });
}

/** Statuses of these claims, or of all that are not in the Trash; they are worked out, never stored. */
export async function statusesOfClaims(db: Reader, ids: readonly string[] | null): Promise<Map<string, ClaimStatus>> {
  const among = ids === null ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  const given = ids === null ? [] : [idList(ids)];
  const claims = await db.all<{ id: string }>(`SELECT id FROM claim WHERE deleted_at IS NULL ${among}`, given);
  const materialOf = await claimMaterial(db, ids);
  return new Map(
    claims.map(({ id }) => {
      const { evidence, positions } = materialOf(id);
      return [id, claimStatus(evidence, positions)];
    }),
  );
}

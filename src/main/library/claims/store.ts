import type { ParsedInputOf } from '../../../shared/contract';
import { claimStatus, type StatusEvidence, type StatusPosition } from '../../../shared/claims/status';
import { compareEdtf } from '../../../shared/dates/edtf';
import type { ClaimDetail, ClaimSummary } from '../../../shared/domain/claims';
import type { Change } from '../changes/types';
import { missing } from '../common/errors';
import { groupBy, jsonList, times, wellFormed, type TimesRow } from '../common/rows';
import { requireLive, tagNamesSql } from '../common/store';
import { Where } from '../common/where';
import type { Reader, SqlRow } from '../db/types';
import { memoUses } from '../memos/references/store';
import { evidenceOf } from './evidence/store';
import { positionsOf } from './positions/store';

interface ClaimRow extends TimesRow {
  id: string;
  statement: string;
  note: string;
  tags: string;
}

const claimSql = `SELECT c.id, c.created_at, c.modified_at, c.deleted_at, c.statement, c.note,
  ${tagNamesSql('claim', 'c.id')} AS tags FROM claim c`;

function toSummary(
  row: ClaimRow,
  evidence: readonly StatusEvidence[],
  positions: readonly StatusPosition[],
): ClaimSummary {
  return {
    id: row.id,
    statement: row.statement,
    status: claimStatus(evidence, positions),
    supports: evidence.filter((piece) => piece.stance === 'supports').length,
    contradicts: evidence.filter((piece) => piece.stance === 'contradicts').length,
    positions: positions.length,
    tags: jsonList(row.tags),
    ...times(row),
  };
}

/** All claims, latest change first, each with its status: three statements, however many claims. */
export async function listClaims(db: Reader, input: ParsedInputOf<'claims.list'>): Promise<ClaimSummary[]> {
  const where = new Where();
  if (!input.includeTrashed) where.and('c.deleted_at IS NULL');
  if (input.tagId !== undefined) {
    where.and(
      `c.id IN (SELECT target_id FROM tagging WHERE tag_id = ? AND target_kind = 'claim' AND deleted_at IS NULL)`,
      input.tagId,
    );
  }
  const rows = await db.all<ClaimRow>(`${claimSql} ${where.sql} ORDER BY c.modified_at DESC, c.id`, where.params);
  const evidence = await db.all<StatusEvidence & { claimId: string }>(
    `SELECT v.claim_id AS claimId, v.stance, e.source_id AS sourceId
     FROM evidence v JOIN excerpt e ON e.id = v.excerpt_id JOIN source s ON s.id = e.source_id
     WHERE v.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL`,
  );
  const positions = await db.all<StatusPosition & { claimId: string }>(
    `SELECT p.claim_id AS claimId, p.actor_id AS actorId, p.stance, p.manner, p.date
     FROM position p JOIN actor a ON a.id = p.actor_id WHERE p.deleted_at IS NULL AND a.deleted_at IS NULL`,
  );
  const evidenceByClaim = groupBy(evidence, (piece) => piece.claimId);
  const positionsByClaim = groupBy(positions, (position) => position.claimId);
  return rows.map((row) => toSummary(row, evidenceByClaim.get(row.id) ?? [], positionsByClaim.get(row.id) ?? []));
}

/** One claim with evidence, positions in order of date, and the memos that mark it. @throws `not-found` */
export async function getClaim(db: Reader, id: string): Promise<ClaimDetail> {
  const row = await db.get<ClaimRow>(`${claimSql} WHERE c.id = ?`, [id]);
  if (row === undefined) throw missing('claim');
  const evidence = await evidenceOf(db, id);
  const positions = (await positionsOf(db, 'claim', id)).sort((a, b) => compareEdtf(a.date, b.date));
  const pieces = evidence.map(({ stance, excerpt }) => ({ stance, sourceId: excerpt.sourceId }));
  return {
    ...toSummary(row, pieces, positions),
    note: row.note,
    evidence,
    positionList: positions,
    usedIn: await memoUses(db, 'claim', id),
  };
}

export async function createClaim(change: Change, input: ParsedInputOf<'claims.create'>): Promise<ClaimDetail> {
  const id = await change.insert('claim', { statement: wellFormed(input.statement), note: wellFormed(input.note) });
  return getClaim(change, id);
}

export async function updateClaim(change: Change, input: ParsedInputOf<'claims.update'>): Promise<ClaimDetail> {
  await requireLive(change, 'claim', input.id);
  const fields: SqlRow = {};
  if (input.statement !== undefined) fields.statement = wellFormed(input.statement);
  if (input.note !== undefined) fields.note = wellFormed(input.note);
  await change.update('claim', input.id, fields);
  return getClaim(change, input.id);
}

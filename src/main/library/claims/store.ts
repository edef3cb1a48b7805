import type { ParsedInputOf } from '../../../shared/contract';
import { asOf } from '../../../shared/claims/as-of';
import { explainStatus } from '../../../shared/claims/explain';
import { ledgerOn } from '../../../shared/claims/ledger';
import { claimStatus } from '../../../shared/claims/status';
import { compareEdtf, isEdtf } from '../../../shared/dates/edtf';
import { roleAt } from '../../../shared/actors/roles';
import type { ClaimDetail, ClaimSummary, LedgerEntry } from '../../../shared/domain/claims';
import { rolesByActor } from '../actors/roles/store';
import type { Change } from '../changes/types';
import { badDate, missing } from '../common/errors';
import { jsonList, times, wellFormed, type TimesRow } from '../common/rows';
import { requireLive, tagNamesSql } from '../common/store';
import { Where } from '../common/where';
import type { Reader, SqlRow } from '../db/types';
import { memoUses } from '../memos/references/store';
import { evidenceOf } from './evidence/store';
import { claimMaterial, type ClaimMaterial, type MaterialOf } from './material/store';
import { positionsOf } from './positions/store';
import { relationsOf } from './relations/store';

interface ClaimRow extends TimesRow {
  id: string;
  statement: string;
  note: string;
  tags: string;
}

const claimSql = `SELECT c.id, c.created_at, c.modified_at, c.deleted_at, c.statement, c.note,
  ${tagNamesSql('claim', 'c.id')} AS tags FROM claim c`;

function toSummary(row: ClaimRow, { evidence, positions }: ClaimMaterial): ClaimSummary {
  const dates = [...evidence, ...positions].map(({ date }) => date).filter((date) => date !== '');
  return {
    id: row.id,
    statement: row.statement,
    status: claimStatus(evidence, positions),
    supports: evidence.filter((piece) => piece.stance === 'supports').length,
    contradicts: evidence.filter((piece) => piece.stance === 'contradicts').length,
    positions: positions.length,
    tags: jsonList(row.tags),
    firstAppearance: dates.sort(compareEdtf)[0] ?? '',
    ...times(row),
  };
}

/** What of it was there on a date; everything for ''. @throws `bad-input` for what is no EDTF date */
function materialOn({ evidence, positions }: ClaimMaterial, date: string): ClaimMaterial {
  return { evidence: asOf(evidence, date), positions: asOf(positions, date) };
}

function requireDate(date: string): void {
  if (!isEdtf(date)) throw badDate(date);
}

/** All claims, latest change first, each with its status, on a date or now: three statements, however many claims. What is known of them is not read again. */
export async function listClaims(
  db: Reader,
  input: ParsedInputOf<'claims.list'>,
  known?: MaterialOf,
): Promise<ClaimSummary[]> {
  requireDate(input.asOf);
  const where = new Where();
  if (!input.includeTrashed) where.and('c.deleted_at IS NULL');
  if (input.tagId !== undefined) {
    where.and(
      `c.id IN (SELECT target_id FROM tagging WHERE tag_id = ? AND target_kind = 'claim' AND deleted_at IS NULL)`,
      input.tagId,
    );
  }
  if (input.collectionId !== undefined) {
    where.and(
      `c.id IN (SELECT target_id FROM collection_item WHERE collection_id = ? AND target_kind = 'claim'
        AND deleted_at IS NULL)`,
      input.collectionId,
    );
  }
  const rows = await db.all<ClaimRow>(`${claimSql} ${where.sql} ORDER BY c.modified_at DESC, c.id`, where.params);
  const materialOf = known ?? (await claimMaterial(db, null));
  return rows.map((row) => toSummary(row, materialOn(materialOf(row.id), input.asOf)));
}

/**
 * One claim with evidence, positions in order of date, and the memos that mark it. Its status and what explains it are of the
 * date that is asked for; evidence and positions are all that there are. @throws `not-found`, `bad-input`
 */
export async function getClaim(db: Reader, id: string, date = ''): Promise<ClaimDetail> {
  requireDate(date);
  const row = await db.get<ClaimRow>(`${claimSql} WHERE c.id = ?`, [id]);
  if (row === undefined) throw missing('claim');
  const material = materialOn((await claimMaterial(db, [id]))(id), date);
  const summary = toSummary(row, material);
  return {
    ...summary,
    note: row.note,
    explanation: explainStatus({ status: summary.status, ...material }),
    relations: await relationsOf(db, id),
    evidence: await evidenceOf(db, id),
    positionList: (await positionsOf(db, 'claim', id)).sort((a, b) => compareEdtf(a.date, b.date)),
    usedIn: await memoUses(db, 'claim', id),
  };
}

/** Who held what on a date (now for ''), of one claim or actor or of all. @throws `bad-input` for what is no EDTF date */
export async function ledger(db: Reader, input: ParsedInputOf<'claims.ledger'>): Promise<LedgerEntry[]> {
  requireDate(input.asOf);
  const rows = await db.all<{ id: string; statement: string }>(
    `SELECT id, statement FROM claim WHERE deleted_at IS NULL AND (? = '' OR id = ?) ORDER BY created_at, id`,
    [input.claimId ?? '', input.claimId ?? ''],
  );
  const materialOf = await claimMaterial(db, input.claimId === undefined ? null : [input.claimId]);
  const entries = ledgerOn(
    rows.flatMap(({ id }) => materialOf(id).positions).filter(({ actorId }) => (input.actorId ?? actorId) === actorId),
    input.asOf,
  );
  const roles = await rolesByActor(
    db,
    entries.map(({ actorId }) => actorId),
  );
  const statements = new Map(rows.map(({ id, statement }) => [id, statement]));
  return entries.map((entry) => ({
    ...entry,
    statement: statements.get(entry.claimId) ?? '',
    roleThen: roleAt(roles.get(entry.actorId) ?? [], entry.latest?.date ?? ''),
  }));
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

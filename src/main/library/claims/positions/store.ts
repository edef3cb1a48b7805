import type { ParsedInputOf } from '../../../../shared/contract';
import { roleAt } from '../../../../shared/actors/roles';
import { isEdtf } from '../../../../shared/dates/edtf';
import type { Position, PositionManner, PositionStance } from '../../../../shared/domain/claims';
import { rolesByActor } from '../../actors/roles/store';
import type { Change } from '../../changes/types';
import { badDate, missing } from '../../common/errors';
import { wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { Reader, SqlRow } from '../../db/types';
import { excerptsById } from '../../excerpts/store';

interface PositionRow {
  id: string;
  claim_id: string;
  claim_statement: string;
  actor_id: string;
  actor_name: string;
  stance: string;
  manner: string;
  date: string;
  excerpt_id: string | null;
  note: string;
}

const positionSql = `SELECT p.id, p.claim_id, c.statement AS claim_statement, p.actor_id, a.name AS actor_name,
  p.stance, p.manner, p.date, p.excerpt_id, p.note
  FROM position p JOIN claim c ON c.id = p.claim_id JOIN actor a ON a.id = p.actor_id`;

async function toPositions(db: Reader, rows: readonly PositionRow[]): Promise<Position[]> {
  const ids = rows.map((row) => row.excerpt_id).filter((id) => id !== null);
  const excerpts = ids.length === 0 ? new Map() : await excerptsById(db, ids);
  const roles = await rolesByActor(
    db,
    rows.map((row) => row.actor_id),
  );
  return rows.map((row) => ({
    id: row.id,
    claimId: row.claim_id,
    claimStatement: row.claim_statement,
    actorId: row.actor_id,
    actorName: row.actor_name,
    roleThen: roleAt(roles.get(row.actor_id) ?? [], row.date),
    stance: row.stance as PositionStance,
    manner: row.manner as PositionManner,
    date: row.date,
    excerptId: row.excerpt_id,
    // An excerpt in the Trash is shown as such (deletedAt, sourceTrashed), so that nobody believes the position unfounded.
    excerpt: row.excerpt_id === null ? null : (excerpts.get(row.excerpt_id) ?? null),
    note: row.note,
  }));
}

/** The positions on a claim, or of an actor, as written. Those of trashed actors or on trashed claims are left out. */
export async function positionsOf(db: Reader, of: 'claim' | 'actor', id: string): Promise<Position[]> {
  const other = of === 'claim' ? 'a.deleted_at IS NULL' : 'c.deleted_at IS NULL';
  const rows = await db.all<PositionRow>(
    `${positionSql} WHERE p.${of}_id = ? AND p.deleted_at IS NULL AND ${other} ORDER BY p.created_at, p.id`,
    [id],
  );
  return toPositions(db, rows);
}

async function getPosition(db: Reader, id: string): Promise<Position> {
  const rows = await db.all<PositionRow>(`${positionSql} WHERE p.id = ?`, [id]);
  const [position] = await toPositions(db, rows);
  if (position === undefined) throw missing('position');
  return position;
}

/** @throws `not-found`, `bad-input` for what is no EDTF date */
export async function addPosition(change: Change, input: ParsedInputOf<'claims.addPosition'>): Promise<Position> {
  await requireLive(change, 'claim', input.claimId);
  await requireLive(change, 'actor', input.actorId);
  if (input.excerptId !== null) await requireLive(change, 'excerpt', input.excerptId);
  if (!isEdtf(input.date)) throw badDate(input.date);
  const id = await change.insert('position', {
    claim_id: input.claimId,
    actor_id: input.actorId,
    stance: input.stance,
    manner: input.manner,
    date: input.date,
    excerpt_id: input.excerptId,
    note: wellFormed(input.note),
  });
  return getPosition(change, id);
}

export async function updatePosition(change: Change, input: ParsedInputOf<'claims.updatePosition'>): Promise<Position> {
  const before = await getPosition(change, input.id);
  await requireLive(change, 'claim', before.claimId);
  const fields: SqlRow = {};
  if (input.stance !== undefined) fields.stance = input.stance;
  if (input.manner !== undefined) fields.manner = input.manner;
  if (input.date !== undefined) {
    if (!isEdtf(input.date)) throw badDate(input.date);
    fields.date = input.date;
  }
  if (input.excerptId !== undefined) {
    if (input.excerptId !== null) await requireLive(change, 'excerpt', input.excerptId);
    fields.excerpt_id = input.excerptId;
  }
  if (input.note !== undefined) fields.note = wellFormed(input.note);
  await change.update('position', input.id, fields);
  return getPosition(change, input.id);
}

export async function removePosition(change: Change, id: string): Promise<void> {
  const { claimId } = await getPosition(change, id);
  await requireLive(change, 'claim', claimId);
  await change.erase('position', id);
}

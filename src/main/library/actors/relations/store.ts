import { compareEdtf } from '../../../../shared/dates/edtf';
import type { ActorKind, ActorRelation } from '../../../../shared/domain/actors';
import { relationKinds } from '../../../../shared/actors/relations';
import { missing } from '../../common/errors';
import { groupBy, idList } from '../../common/rows';
import type { Reader } from '../../db/types';
import { excerptsById } from '../../excerpts/store';

interface RelationRow {
  id: string;
  from_id: string;
  from_name: string;
  from_kind: string;
  to_id: string;
  to_name: string;
  to_kind: string;
  kind: string;
  label: string;
  from_date: string;
  to_date: string;
  note: string;
}

const relationSql = `SELECT r.id, r.from_id, f.name AS from_name, f.kind AS from_kind, r.to_id, t.name AS to_name,
  t.kind AS to_kind, r.kind, r.label, r.from_date, r.to_date, r.note
  FROM actor_relation r JOIN actor f ON f.id = r.from_id JOIN actor t ON t.id = r.to_id`;
const live = 'r.deleted_at IS NULL AND f.deleted_at IS NULL AND t.deleted_at IS NULL';

/** The relations of an actor, from either side, in order of their beginning; all of them where no actor is named. */
export async function relationsOf(db: Reader, actorId?: string): Promise<ActorRelation[]> {
  const rows = await db.all<RelationRow>(
    `${relationSql} WHERE ${live} ${actorId === undefined ? '' : 'AND (r.from_id = ? OR r.to_id = ?)'}
     ORDER BY r.created_at, r.id`,
    actorId === undefined ? [] : [actorId, actorId],
  );
  return (await toRelations(db, rows)).sort((a, b) => compareEdtf(a.from, b.from));
}

/** @throws `not-found` */
export async function getRelation(db: Reader, id: string): Promise<ActorRelation> {
  const rows = await db.all<RelationRow>(`${relationSql} WHERE r.id = ? AND ${live}`, [id]);
  const [relation] = await toRelations(db, rows);
  if (relation === undefined) throw missing('actor_relation');
  return relation;
}

/** The excerpts a relation rests on, whether they can be seen or not. */
export async function excerptLinksOf(db: Reader, id: string): Promise<{ id: string; excerpt_id: string }[]> {
  return db.all('SELECT id, excerpt_id FROM actor_relation_excerpt WHERE relation_id = ?', [id]);
}

async function toRelations(db: Reader, rows: readonly RelationRow[]): Promise<ActorRelation[]> {
  const links = await db.all<{ relation_id: string; excerpt_id: string }>(
    `SELECT relation_id, excerpt_id FROM actor_relation_excerpt
     WHERE deleted_at IS NULL AND relation_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`,
    [idList(rows.map((row) => row.id))],
  );
  const ids = links.map((link) => link.excerpt_id);
  const excerpts = ids.length === 0 ? new Map() : await excerptsById(db, ids);
  const byRelation = groupBy(links, (link) => link.relation_id);
  return rows.map((row) => ({
    id: row.id,
    fromId: row.from_id,
    fromName: row.from_name,
    fromKind: row.from_kind as ActorKind,
    toId: row.to_id,
    toName: row.to_name,
    toKind: row.to_kind as ActorKind,
    // What a later version, or somebody else, calls it is shown as “linked to”.
    kind: relationKinds.find((kind) => kind === row.kind) ?? 'other',
    label: row.label,
    from: row.from_date,
    to: row.to_date,
    note: row.note,
    excerpts: (byRelation.get(row.id) ?? [])
      .map((link) => excerpts.get(link.excerpt_id))
      .filter((excerpt) => excerpt !== undefined && excerpt.deletedAt === null && !excerpt.sourceTrashed),
  }));
}

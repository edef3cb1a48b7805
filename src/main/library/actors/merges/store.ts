import type { MergedActor } from '../../../../shared/domain/actors';
import { standInIds } from '../../common/merges/store';
import { idList } from '../../common/rows';
import type { Reader, SqlRow } from '../../db/types';

/** A row as it is stored. */
export type StoredRow = SqlRow & { id: string; modified_at: string };

/** The actor that stands for each of these now; those that were not merged are not in the answer. */
export function currentActorIds(db: Reader, ids: Iterable<string>): Promise<Map<string, string>> {
  return standInIds(db, 'actor_merge', ids);
}

/** The actor that stands for this one: itself, unless it was merged. */
export async function currentActorId(db: Reader, id: string): Promise<string> {
  return (await currentActorIds(db, [id])).get(id) ?? id;
}

/** The actors merged straight into this one, the latest first. */
export async function mergedInto(db: Reader, keptId: string): Promise<MergedActor[]> {
  return db.all<MergedActor>(
    `SELECT a.id, a.name, a.kind, m.created_at AS mergedAt FROM actor_merge m JOIN actor a ON a.id = m.merged_id
     WHERE m.kept_id = ? AND m.deleted_at IS NULL ORDER BY m.created_at DESC, m.id DESC`,
    [keptId],
  );
}

/** What an actor is as a row. */
export async function actorRow(
  db: Reader,
  id: string,
): Promise<{ kind: string; name: string; properties: string; modified_at: string } | undefined> {
  return db.get('SELECT kind, name, properties, modified_at FROM actor WHERE id = ?', [id]);
}

/** Columns by which rows belong to an actor and move with it. */
export const belongings = {
  actor_name: 'actor_id',
  actor_role: 'actor_id',
  position: 'actor_id',
  note: 'target_id',
} as const;
export type Belonging = keyof typeof belongings;

/** An actor's rows of a table, whole. */
export async function belongingsOf(db: Reader, table: Belonging, actorId: string): Promise<StoredRow[]> {
  const ofActor = table === 'note' ? `target_kind = 'actor' AND ` : '';
  const order = table === 'actor_name' || table === 'actor_role' ? 'ordinal, id' : 'id';
  return db.all(`SELECT * FROM ${table} WHERE ${ofActor}${belongings[table]} = ? ORDER BY ${order}`, [actorId]);
}

/** Relations of one actor at one end, but for those to the other actor. */
export async function relationsAt(
  db: Reader,
  end: 'from_id' | 'to_id',
  actorId: string,
  otherId: string,
): Promise<string[]> {
  const far = end === 'from_id' ? 'to_id' : 'from_id';
  const rows = await db.all<{ id: string }>(
    `SELECT id FROM actor_relation WHERE ${end} = ? AND ${far} <> ? ORDER BY id`,
    [actorId, otherId],
  );
  return rows.map(({ id }) => id);
}

/** Those of the rows whose column says so, with when they were last edited. */
export async function rowsWhere(
  db: Reader,
  table: Belonging | 'actor_relation',
  column: 'actor_id' | 'target_id' | 'from_id' | 'to_id',
  value: string,
  ids: readonly string[],
): Promise<StoredRow[]> {
  return db.all(`SELECT * FROM ${table} WHERE ${column} = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id`, [
    value,
    idList(ids),
  ]);
}

/** Links of an actor whose id is made of what they link: the row for another actor is another row. */
const links = {
  actor_mention: `SELECT * FROM actor_mention WHERE actor_id = ?`,
  event_actor: `SELECT * FROM event_actor WHERE actor_id = ?`,
  tagging: `SELECT * FROM tagging WHERE target_kind = 'actor' AND target_id = ?`,
  collection_item: `SELECT * FROM collection_item WHERE target_kind = 'actor' AND target_id = ?`,
} as const;
export type LinkTable = keyof typeof links;

export async function linksOf(db: Reader, table: LinkTable, actorId: string): Promise<StoredRow[]> {
  return db.all(`${links[table]} AND deleted_at IS NULL ORDER BY id`, [actorId]);
}

/** Memos that mention one of these actors under its own id. */
export async function memosMentioning(db: Reader, ids: Iterable<string>): Promise<{ id: string; document: string }[]> {
  return db.all(
    `SELECT id, document FROM memo WHERE EXISTS (SELECT 1 FROM json_each(?) j WHERE instr(memo.document, j.value) > 0)`,
    [idList(ids)],
  );
}

/** Pairs of actors that somebody said are different, or that stand in a relation to each other: "smaller greater". */
export async function pairsApart(db: Reader): Promise<Set<string>> {
  const rows = await db.all<{ pair: string }>(
    `SELECT first_id || ' ' || second_id AS pair FROM not_same_actor WHERE deleted_at IS NULL
     UNION SELECT min(from_id, to_id) || ' ' || max(from_id, to_id) FROM actor_relation WHERE deleted_at IS NULL`,
  );
  return new Set(rows.map(({ pair }) => pair));
}

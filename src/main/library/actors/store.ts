import type { ActorDetail, ActorKind, ActorName, ActorRole, ActorSummary } from '../../../shared/domain/actors';
import { compareEdtf, edtfBounds } from '../../../shared/dates/edtf';
import type { ActorProperties } from '../../../shared/actors/properties';
import { positionsOf } from '../claims/positions/store';
import { missing } from '../common/errors';
import { groupBy, jsonList, times, type TimesRow } from '../common/rows';
import { tagNamesSql } from '../common/store';
import type { Reader } from '../db/types';
import { liveExcerptsIn } from '../excerpts/store';
import { currentActorId, mergedInto } from './merges/store';
import { relationsOf } from './relations/store';
import { rolesByActor } from './roles/store';

interface ActorRow extends TimesRow {
  id: string;
  kind: string;
  name: string;
  description: string;
  properties: string;
  tags: string;
  excerpt_count: number;
  position_count: number;
}
type NameRow = ActorName & { actor_id: string };

const actorSql = `SELECT a.id, a.created_at, a.modified_at, a.deleted_at, a.kind, a.name, a.description, a.properties,
  ${tagNamesSql('actor', 'a.id')} AS tags,
  (SELECT count(*) FROM actor_mention m JOIN excerpt e ON e.id = m.excerpt_id JOIN source s ON s.id = e.source_id
    WHERE m.actor_id = a.id AND m.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL) AS excerpt_count,
  (SELECT count(*) FROM position p JOIN claim c ON c.id = p.claim_id
    WHERE p.actor_id = a.id AND p.deleted_at IS NULL AND c.deleted_at IS NULL) AS position_count
  FROM actor a`;
const nameSql = 'SELECT actor_id, id, kind, text, language, script FROM actor_name WHERE deleted_at IS NULL';

function toSummary(row: ActorRow, names: readonly NameRow[], roles: readonly ActorRole[]): ActorSummary {
  return {
    id: row.id,
    kind: row.kind as ActorKind,
    name: row.name,
    names: names.map(({ actor_id: _, ...name }) => name),
    tags: jsonList(row.tags),
    aliases: [...new Set(names.map((name) => name.text))].filter((text) => text !== row.name),
    role: currentRole(roles),
    excerptCount: row.excerpt_count,
    positionCount: row.position_count,
    ...times(row),
  };
}

/** The role held last, for display: one that has not ended before one that has, then the later beginning. */
function currentRole(roles: readonly ActorRole[]): string {
  const end = (role: ActorRole) => edtfBounds(role.to)?.[1] ?? Infinity;
  const beginning = (role: ActorRole) => edtfBounds(role.from)?.[0] ?? -Infinity;
  let latest: ActorRole | undefined;
  for (const role of roles) {
    if (latest === undefined || end(role) > end(latest)) latest = role;
    else if (end(role) === end(latest) && beginning(role) > beginning(latest)) latest = role;
  }
  if (latest === undefined) return '';
  return latest.organisation === '' ? latest.title : `${latest.title}, ${latest.organisation}`;
}

/** All actors by name. */
export async function listActors(
  db: Reader,
  input: { kind?: ActorKind; includeTrashed: boolean },
): Promise<ActorSummary[]> {
  const rows = await db.all<ActorRow>(
    `${actorSql} WHERE (? OR a.deleted_at IS NULL) AND (? = '' OR a.kind = ?) ORDER BY a.name COLLATE NOCASE, a.id`,
    [input.includeTrashed ? 1 : 0, input.kind ?? '', input.kind ?? ''],
  );
  const names = groupBy(await db.all<NameRow>(`${nameSql} ORDER BY ordinal, id`), (name) => name.actor_id);
  const roles = await rolesByActor(db);
  return rows.map((row) => toSummary(row, names.get(row.id) ?? [], roles.get(row.id) ?? []));
}

/** One actor, or the one it was merged into, with names, roles, relations, excerpts and positions. @throws `not-found` */
export async function getActor(db: Reader, wantedId: string): Promise<ActorDetail> {
  const id = await currentActorId(db, wantedId);
  const row = await db.get<ActorRow>(`${actorSql} WHERE a.id = ?`, [id]);
  if (row === undefined) throw missing('actor');
  const names = await db.all<NameRow>(`${nameSql} AND actor_id = ? ORDER BY ordinal, id`, [id]);
  const roles = (await rolesByActor(db, [id])).get(id) ?? [];
  const excerpts = await liveExcerptsIn(
    db,
    'SELECT excerpt_id FROM actor_mention WHERE actor_id = ? AND deleted_at IS NULL',
    [id],
  );
  return {
    ...toSummary(row, names, roles),
    description: row.description,
    properties: JSON.parse(row.properties) as ActorProperties,
    roles,
    relations: await relationsOf(db, id),
    excerpts,
    merged: await mergedInto(db, id),
    positions: (await positionsOf(db, 'actor', id)).sort((a, b) => compareEdtf(a.date, b.date)),
  };
}

/** Ids of an actor's names or roles, in order. */
export async function partsOf(
  db: Reader,
  table: 'actor_name' | 'actor_role',
  actorId: string,
): Promise<{ id: string; text: string }[]> {
  return db.all(
    `SELECT id, ${table === 'actor_name' ? 'text' : 'title AS text'} FROM ${table}
     WHERE actor_id = ? AND deleted_at IS NULL ORDER BY ordinal, id`,
    [actorId],
  );
}

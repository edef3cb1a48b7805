import type { ActorRole } from '../../../../shared/domain/actors';
import { idList } from '../../common/rows';
import type { Reader } from '../../db/types';

/** The roles of some actors, or of all, in their order, by actor. */
export async function rolesByActor(db: Reader, actorIds?: readonly string[]): Promise<Map<string, ActorRole[]>> {
  const of = actorIds === undefined ? '' : 'AND actor_id IN (SELECT value FROM json_each(?))';
  const rows = await db.all<ActorRole & { actor_id: string }>(
    `SELECT actor_id, id, title, organisation, from_date AS "from", to_date AS "to" FROM actor_role
     WHERE deleted_at IS NULL ${of} ORDER BY ordinal, id`,
    actorIds === undefined ? [] : [idList(actorIds)],
  );
  const roles = new Map<string, ActorRole[]>();
  for (const { actor_id: actorId, ...role } of rows) roles.set(actorId, [...(roles.get(actorId) ?? []), role]);
  return roles;
}

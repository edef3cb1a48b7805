import { relationKinds } from '../../../../shared/actors/relations';
import type { ActorKind } from '../../../../shared/domain/actors';
import type { ActorNetwork, ActorTie, NetworkActor } from '../../../../shared/domain/network';
import { jsonList } from '../../common/rows';
import { tagNamesSql } from '../../common/store';
import type { Reader } from '../../db/types';

/** Heavier ties than these many are not left out. */
const mostTies = 20_000;

interface PairRow {
  a: string;
  b: string;
  n: number;
}

/**
 * Pairs of living actors that `together` has in one: a table of (actor, thing). Every actor stands once with a thing,
 * however often it is there. The table is ours, never input.
 */
function pairsSql(together: string, focus: boolean): string {
  const near = focus ? 'AND (x.actor_id = ?1 OR y.actor_id = ?1)' : '';
  return `WITH t AS MATERIALIZED (SELECT DISTINCT t.actor_id, t.thing FROM (${together}) t JOIN actor a ON a.id = t.actor_id
    WHERE a.deleted_at IS NULL)
  SELECT x.actor_id AS a, y.actor_id AS b, count(*) AS n
  FROM t x JOIN t y ON y.thing = x.thing AND x.actor_id < y.actor_id ${near} GROUP BY 1, 2`;
}

const inExcerpts = `SELECT m.actor_id, m.excerpt_id AS thing FROM actor_mention m JOIN excerpt e ON e.id = m.excerpt_id
  JOIN source s ON s.id = e.source_id
  WHERE m.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL`;
const onClaims = `SELECT p.actor_id, p.claim_id AS thing FROM position p JOIN claim c ON c.id = p.claim_id
  WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL`;
const atEvents = `SELECT r.actor_id, r.event_id AS thing FROM event_actor r JOIN event v ON v.id = r.event_id
  WHERE r.deleted_at IS NULL AND v.deleted_at IS NULL`;

/** Who stands together with whom: all actors, or one and those tied to it. */
export async function actorNetwork(db: Reader, actorId?: string): Promise<ActorNetwork> {
  const ties = new Map<string, ActorTie>();
  const tieOf = (one: string, other: string): ActorTie => {
    const [a, b] = one < other ? [one, other] : [other, one];
    let tie = ties.get(`${a} ${b}`);
    if (tie === undefined) {
      tie = { a, b, excerpts: 0, claims: 0, events: 0, relations: [], weight: 0 };
      ties.set(`${a} ${b}`, tie);
    }
    return tie;
  };
  const focus = actorId !== undefined;
  for (const [field, together] of [
    ['excerpts', inExcerpts],
    ['claims', onClaims],
    ['events', atEvents],
  ] as const) {
    const rows = await db.all<PairRow>(pairsSql(together, focus), focus ? [actorId] : []);
    for (const { a, b, n } of rows) tieOf(a, b)[field] = n;
  }
  const relations = await db.all<{ id: string; from_id: string; to_id: string; kind: string; label: string }>(
    `SELECT r.id, r.from_id, r.to_id, r.kind, r.label FROM actor_relation r JOIN actor f ON f.id = r.from_id
     JOIN actor t ON t.id = r.to_id WHERE r.deleted_at IS NULL AND f.deleted_at IS NULL AND t.deleted_at IS NULL
     ${focus ? 'AND (r.from_id = ?1 OR r.to_id = ?1)' : ''} ORDER BY r.created_at, r.id`,
    focus ? [actorId] : [],
  );
  for (const { id, from_id: from, to_id: to, kind, label } of relations) {
    const known = relationKinds.find((each) => each === kind) ?? 'other';
    tieOf(from, to).relations.push({ id, from, kind: known, label });
  }
  for (const tie of ties.values()) tie.weight = tie.excerpts + tie.claims + tie.events + tie.relations.length;
  const order = (tie: ActorTie) => `${tie.a} ${tie.b}`;
  const sorted = [...ties.values()].sort((x, y) => y.weight - x.weight || (order(x) < order(y) ? -1 : 1));
  const kept = sorted.slice(0, mostTies);
  const actors = await liveActors(db);
  const tied = new Set(kept.flatMap(({ a, b }) => [a, b]));
  return {
    actors: actors.filter(({ id }) => tied.has(id)),
    ties: kept,
    alone: actors.length - tied.size,
    left: sorted.length - kept.length,
  };
}

async function liveActors(db: Reader): Promise<NetworkActor[]> {
  const rows = await db.all<{ id: string; name: string; kind: string; tags: string }>(
    `SELECT a.id, a.name, a.kind, ${tagNamesSql('actor', 'a.id')} AS tags FROM actor a WHERE a.deleted_at IS NULL
     ORDER BY a.name COLLATE NOCASE, a.id`,
  );
  return rows.map(({ id, name, kind, tags }) => ({ id, name, kind: kind as ActorKind, tags: jsonList(tags) }));
}

import type { PositionManner, PositionStance, EvidenceStance, ClaimStatus } from '../../../../shared/domain/claims';
import { claimStatus } from '../../../../shared/claims/status';
import { idList } from '../../common/rows';
import type { Reader } from '../../db/types';
import { currentIds } from '../../sources/merges/store';

export interface NamedRow {
  id: string;
  name: string;
}

export function tagRows(db: Reader): Promise<NamedRow[]> {
  return db.all<NamedRow>(`SELECT id, name FROM tag WHERE deleted_at IS NULL`);
}

export function collectionRows(db: Reader): Promise<NamedRow[]> {
  return db.all<NamedRow>(`SELECT id, name FROM collection WHERE deleted_at IS NULL`);
}

const exactly = {
  actor: `SELECT id FROM actor WHERE replace(name, '"', '') = ? AND deleted_at IS NULL LIMIT 20`,
  source: `SELECT id FROM source WHERE citation_key = ?`,
  claim: `SELECT id FROM claim WHERE replace(statement, '"', '') = ? AND deleted_at IS NULL LIMIT 20`,
};

/** Ids of what is called exactly so: an actor's name, a source's citation key, a claim's sentence. */
export async function namedExactly(db: Reader, kind: keyof typeof exactly, name: string): Promise<string[]> {
  const ids = (await db.all<{ id: string }>(exactly[kind], [name])).map(({ id }) => id);
  return kind === 'source' ? livingSources(db, ids) : ids;
}

/** The sources that are not in the Trash; of one that was merged, what it was merged into. */
async function livingSources(db: Reader, ids: readonly string[]): Promise<string[]> {
  const now = await currentIds(db, ids);
  const rows = await db.all<{ id: string }>(
    'SELECT id FROM source WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    [idList(ids.map((id) => now.get(id) ?? id))],
  );
  return rows.map(({ id }) => id);
}

/**
 * Statuses of these claims, or of all; they are worked out, never stored.
 * subtle: the pluses keep SQLite from beginning with all that is not in the Trash.
 */
export async function statusesOfClaims(db: Reader, ids: readonly string[] | null): Promise<Map<string, ClaimStatus>> {
  const among = (column: string) => (ids === null ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`);
  const given = ids === null ? [] : [JSON.stringify(ids)];
  const claims = await db.all<{ id: string }>(`SELECT id FROM claim WHERE deleted_at IS NULL ${among('id')}`, given);
  const evidence = await db.all<{ claim_id: string; stance: EvidenceStance; source_id: string }>(
    `SELECT v.claim_id, v.stance, e.source_id FROM evidence v
     JOIN excerpt e ON e.id = v.excerpt_id AND +e.deleted_at IS NULL
     JOIN source s ON s.id = e.source_id AND +s.deleted_at IS NULL
     WHERE v.deleted_at IS NULL ${among('v.claim_id')}`,
    given,
  );
  const positions = await db.all<{
    claim_id: string;
    actor_id: string;
    stance: PositionStance;
    manner: PositionManner;
    date: string;
  }>(
    `SELECT p.claim_id, p.actor_id, p.stance, p.manner, p.date FROM position p
     JOIN actor a ON a.id = p.actor_id AND a.deleted_at IS NULL
     WHERE p.deleted_at IS NULL ${among('p.claim_id')}`,
    given,
  );
  const evidenceOf = grouped(evidence);
  const positionsOf = grouped(positions);
  return new Map(
    claims.map(({ id }) => {
      const pieces = (evidenceOf.get(id) ?? []).map(({ stance, source_id }) => ({ stance, sourceId: source_id }));
      const stands = (positionsOf.get(id) ?? []).map(({ actor_id, ...position }) => ({
        ...position,
        actorId: actor_id,
      }));
      return [id, claimStatus(pieces, stands)];
    }),
  );
}

/** Claims that have this status now. */
export async function claimsWithStatus(db: Reader, status: ClaimStatus): Promise<string[]> {
  return [...(await statusesOfClaims(db, null))].filter(([, one]) => one === status).map(([id]) => id);
}

function grouped<Row extends { claim_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.claim_id);
    if (group === undefined) groups.set(row.claim_id, [row]);
    else group.push(row);
  }
  return groups;
}

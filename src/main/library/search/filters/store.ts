import type { ClaimStatus } from '../../../../shared/domain/claims';
import { statusesOfClaims } from '../../claims/material/store';
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

/** Claims that have this status now. */
export async function claimsWithStatus(db: Reader, status: ClaimStatus): Promise<string[]> {
  return [...(await statusesOfClaims(db, null))].filter(([, one]) => one === status).map(([id]) => id);
}

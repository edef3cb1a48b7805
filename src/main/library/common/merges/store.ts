import { idList } from '../rows';
import type { Reader } from '../../db/types';

/** Tables that say which row was merged into which. */
export type MergeTable = 'source_merge' | 'actor_merge';

/**
 * Which row stands for each of these now: of those that were merged, the one at the end of the line. Others are not in
 * the answer. subtle: UNION, not UNION ALL, so that a circle in a damaged library ends.
 */
export async function standInIds(db: Reader, table: MergeTable, ids: Iterable<string>): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; now: string }>(
    `WITH RECURSIVE line (id, now) AS (
       SELECT value, value FROM json_each(?)
       UNION SELECT line.id, m.kept_id FROM line JOIN ${table} m ON m.merged_id = line.now AND m.deleted_at IS NULL)
     SELECT id, now FROM line WHERE id <> now
       AND NOT EXISTS (SELECT 1 FROM ${table} m WHERE m.merged_id = line.now AND m.deleted_at IS NULL)`,
    [idList(ids)],
  );
  return new Map(rows.map(({ id, now }) => [id, now]));
}

/** How a row was merged into another. */
export interface MergeRow {
  id: string;
  keptId: string;
  mergedId: string;
  /** What the merge did, as JSON. */
  record: string;
}
const mergeColumns = 'id, kept_id AS keptId, merged_id AS mergedId, record';

/** How this row was merged; undefined if it was not. */
export async function mergeOf(db: Reader, table: MergeTable, mergedId: string): Promise<MergeRow | undefined> {
  return db.get<MergeRow>(`SELECT ${mergeColumns} FROM ${table} WHERE merged_id = ? AND deleted_at IS NULL`, [
    mergedId,
  ]);
}

/** Every merge straight into this row. */
export async function mergesInto(db: Reader, table: MergeTable, keptId: string): Promise<MergeRow[]> {
  return db.all<MergeRow>(`SELECT ${mergeColumns} FROM ${table} WHERE kept_id = ? AND deleted_at IS NULL`, [keptId]);
}

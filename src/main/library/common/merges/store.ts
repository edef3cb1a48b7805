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

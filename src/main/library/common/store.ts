import type { RecordTable } from '../changes/types';
import type { Reader } from '../db/types';
import { inTrash, missing } from './errors';

/** Throws `not-found` unless the row exists, in the Trash or not. */
export async function requireRow(db: Reader, table: RecordTable, id: string): Promise<{ deleted_at: string | null }> {
  const row = await db.get<{ deleted_at: string | null }>(`SELECT deleted_at FROM ${table} WHERE id = ?`, [id]);
  if (row === undefined) throw missing(table);
  return row;
}

/** Throws `not-found` unless the row exists and is not in the Trash: what may be changed or linked to. */
export async function requireLive(db: Reader, table: RecordTable, id: string): Promise<void> {
  if ((await requireRow(db, table, id)).deleted_at !== null) throw inTrash(table);
}

/**
 * SQL for the names of a noun's tags as a JSON array, in order. `kind` and `idColumn` are ours, never input.
 */
export function tagNamesSql(kind: string, idColumn: string): string {
  return `(SELECT json_group_array(t.name ORDER BY t.folded_name) FROM tagging g JOIN tag t ON t.id = g.tag_id
    WHERE g.target_kind = '${kind}' AND g.target_id = ${idColumn} AND g.deleted_at IS NULL AND t.deleted_at IS NULL)`;
}

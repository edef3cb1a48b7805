import { nounKinds, type NounKind } from '../../../shared/domain/common';
import type { RecordTable } from '../changes/types';
import type { Reader } from '../db/types';
import { CommonplaceError } from '../../../shared/result';
import { inTrash, missing } from './errors';

type TrashedRow = { deleted_at: string | null };

/** A row, in the Trash or not; undefined if there is none. */
export async function findRow(db: Reader, table: RecordTable, id: string): Promise<TrashedRow | undefined> {
  return db.get<TrashedRow>(`SELECT deleted_at FROM ${table} WHERE id = ?`, [id]);
}

/** Throws `not-found` unless the row exists, in the Trash or not. */
export async function requireRow(db: Reader, table: RecordTable, id: string): Promise<TrashedRow> {
  const row = await findRow(db, table, id);
  if (row === undefined) throw missing(table);
  return row;
}

/** Throws `not-found` unless the row exists and is not in the Trash: what may be changed or linked to. */
export async function requireLive(db: Reader, table: RecordTable, id: string): Promise<void> {
  if ((await requireRow(db, table, id)).deleted_at === null) return;
  if (table === 'source' || table === 'actor') await refuseMerged(db, table, id);
  throw inTrash(table);
}

/** Throws `conflict` if the source or actor was merged into another one. */
export async function refuseMerged(db: Reader, table: 'source' | 'actor', id: string): Promise<void> {
  const called = table === 'source' ? `'@' || k.citation_key` : `'“' || k.name || '”'`;
  const kept = await db.get<{ called: string }>(
    `SELECT ${called} AS called FROM ${table}_merge m JOIN ${table} k ON k.id = m.kept_id
     WHERE m.merged_id = ? AND m.deleted_at IS NULL`,
    [id],
  );
  if (kept === undefined) return;
  throw new CommonplaceError(
    'conflict',
    `This ${table} was merged into ${kept.called}. Work on that one, or unmerge this one first.`,
  );
}

/**
 * SQL for how many nouns the rows of a link table name that are not in the Trash, nor in a source that is. `condition`
 * chooses the rows, called `link`. Table and condition are ours, never input.
 */
export function liveTargetCountSql(linkTable: 'collection_item' | 'tagging', condition: string): string {
  const exists = nounKinds.map((kind) =>
    kind === 'excerpt'
      ? `WHEN 'excerpt' THEN EXISTS (SELECT 1 FROM excerpt n JOIN source s ON s.id = n.source_id
          WHERE n.id = link.target_id AND n.deleted_at IS NULL AND s.deleted_at IS NULL)`
      : `WHEN '${kind}' THEN EXISTS (SELECT 1 FROM ${kind} n WHERE n.id = link.target_id AND n.deleted_at IS NULL)`,
  );
  return `(SELECT count(*) FROM ${linkTable} link WHERE ${condition} AND link.deleted_at IS NULL
    AND CASE link.target_kind ${exists.join(' ')} ELSE 0 END)`;
}

/** SQL for the names of a noun's tags as a JSON array, in order. `kind` and `idColumn` are ours, never input. */
export function tagNamesSql(kind: NounKind, idColumn: string): string {
  return `(SELECT json_group_array(t.name ORDER BY t.folded_name) FROM tagging g JOIN tag t ON t.id = g.tag_id
    WHERE g.target_kind = '${kind}' AND g.target_id = ${idColumn} AND g.deleted_at IS NULL AND t.deleted_at IS NULL)`;
}

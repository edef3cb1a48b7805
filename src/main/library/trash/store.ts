import type { TrashItem } from '../../../shared/domain/collections';
import type { TrashKind } from '../../../shared/domain/common';
import type { Reader } from '../db/types';

const notMerged = (kind: 'source' | 'actor') =>
  ` AND id NOT IN (SELECT merged_id FROM ${kind}_merge WHERE deleted_at IS NULL)`;

/** Everything in the Trash, latest first. What hangs on a trashed row is not listed by itself. */
export async function listTrash(db: Reader): Promise<TrashItem[]> {
  const titles: Record<TrashKind, string> = {
    source: 'title',
    excerpt: 'text',
    claim: 'statement',
    actor: 'name',
    event: 'title',
    memo: 'title',
    tag: 'name',
    collection: 'name',
    note: 'text',
  };
  const selects = Object.entries(titles).map(
    ([kind, column]) =>
      `SELECT '${kind}' AS kind, id, substr(${column}, 1, 300) AS title, deleted_at FROM ${kind} WHERE deleted_at IS NOT NULL${kind === 'source' || kind === 'actor' ? notMerged(kind) : ''}`,
  );
  const rows = await db.all<{ kind: TrashKind; id: string; title: string; deleted_at: string }>(
    `${selects.join(' UNION ALL ')} ORDER BY deleted_at DESC, id`,
  );
  return rows.map((row) => ({
    target: { kind: row.kind, id: row.id },
    title: row.title.replace(/\s+/gu, ' ').trim(),
    deletedAt: row.deleted_at,
  }));
}

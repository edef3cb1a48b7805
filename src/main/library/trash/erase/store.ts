import type { TrashKind } from '../../../../shared/domain/common';
import type { Change, RecordTable } from '../../changes/types';
import { idList } from '../../common/rows';
import { shownPictures } from '../../memos/images/store';
import { standInIds } from '../../common/merges/store';

/** Parts and links that point at a row by a column, in the order in which they must go. */
const parts: Partial<Record<RecordTable, readonly [table: RecordTable, column: string][]>> = {
  source: [
    ['source_merge', 'merged_id'],
    ['source_merge', 'kept_id'],
    ['not_duplicate', 'first_id'],
    ['not_duplicate', 'second_id'],
    ['metadata_finding', 'source_id'],
    ['suggestion_decision', 'source_id'],
    ['excerpt', 'source_id'],
    ['snapshot', 'source_id'],
    ['attachment', 'source_id'],
    ['source_origin', 'source_id'],
    ['origin_refusal', 'source_id'],
    ['origin_refusal', 'other_id'],
  ],
  excerpt: [
    ['anchor_decision', 'excerpt_id'],
    ['evidence', 'excerpt_id'],
    ['event_excerpt', 'excerpt_id'],
    ['actor_mention', 'excerpt_id'],
    ['actor_relation_excerpt', 'excerpt_id'],
    ['ach_item', 'excerpt_id'],
  ],
  actor: [
    ['actor_merge', 'merged_id'],
    ['actor_merge', 'kept_id'],
    ['not_same_actor', 'first_id'],
    ['not_same_actor', 'second_id'],
    ['actor_name', 'actor_id'],
    ['actor_role', 'actor_id'],
    ['actor_mention', 'actor_id'],
    ['position', 'actor_id'],
    ['event_actor', 'actor_id'],
    ['actor_relation', 'from_id'],
    ['actor_relation', 'to_id'],
  ],
  actor_relation: [['actor_relation_excerpt', 'relation_id']],
  claim: [
    ['claim_relation', 'from_id'],
    ['claim_relation', 'to_id'],
    ['ach_hypothesis', 'claim_id'],
    ['ach_item', 'claim_id'],
    ['evidence', 'claim_id'],
    ['position', 'claim_id'],
  ],
  event: [
    ['event_actor', 'event_id'],
    ['event_excerpt', 'event_id'],
    ['event_date', 'event_id'],
  ],
  ach: [
    ['ach_hypothesis', 'ach_id'],
    ['ach_item', 'ach_id'],
  ],
  ach_hypothesis: [['ach_rating', 'hypothesis_id']],
  ach_item: [['ach_rating', 'item_id']],
  memo: [
    ['memo_revision', 'memo_id'],
    ['memo_export', 'memo_id'],
    ['finding_dismissal', 'memo_id'],
  ],
  tag: [['tagging', 'tag_id']],
  collection: [
    ['collection', 'parent_id'],
    ['collection_item', 'collection_id'],
  ],
};

/** Tables whose rows can be tagged, collected and noted. */
const targets = new Set<RecordTable>(['source', 'excerpt', 'claim', 'actor', 'event', 'memo']);

/** What is in the Trash itself, not what hangs on it. A source or actor that was merged goes where the one it was merged into goes. */
export async function trashedIds(db: Change, kind: TrashKind): Promise<string[]> {
  const rows = await db.all<{ id: string }>(`SELECT id FROM ${kind} WHERE deleted_at IS NOT NULL`);
  const ids = rows.map((row) => row.id);
  if (kind !== 'source' && kind !== 'actor') return ids;
  const standIns = await standInIds(db, `${kind}_merge`, ids);
  const trashed = new Set(ids);
  return ids.filter((id) => trashed.has(standIns.get(id) ?? id));
}

/**
 * Erases rows with everything that hangs on them, parts before wholes. A position or a date that rested on an erased excerpt
 * stays: it is the actor's, the claim's or the event's, and only loses its place. Answers the number of rows of the table itself.
 */
export async function eraseWhole(change: Change, table: RecordTable, ids: readonly string[]): Promise<number> {
  const present = await change.all<{ id: string }>(
    `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    [idList(ids)],
  );
  const rows = present.map((row) => row.id);
  if (rows.length === 0) return 0;
  const list = idList(rows);
  for (const [part, column] of parts[table] ?? [])
    await eraseWhole(change, part, await idsBy(change, part, column, list));
  if (table === 'excerpt') {
    for (const resting of ['position', 'event_date'] as const) {
      for (const id of await idsBy(change, resting, 'excerpt_id', list)) {
        await change.update(resting, id, { excerpt_id: null });
      }
    }
  }
  if (targets.has(table)) {
    for (const part of ['tagging', 'collection_item', 'note'] as const) {
      const found = await change.all<{ id: string }>(
        `SELECT id FROM ${part} WHERE target_kind = ? AND target_id IN (SELECT value FROM json_each(?))`,
        [table, list],
      );
      for (const { id } of found) await change.erase(part, id);
    }
  }
  // Derived, but a foreign key holds it to its memo.
  if (table === 'memo') {
    await change.run('DELETE FROM memo_reference WHERE memo_id IN (SELECT value FROM json_each(?))', [list]);
  }
  for (const id of rows) await change.erase(table, id);
  return rows.length;
}

async function idsBy(change: Change, table: RecordTable, column: string, list: string): Promise<string[]> {
  const rows = await change.all<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
    [list],
  );
  return rows.map((row) => row.id);
}

/** Hashes of the files that these sources keep. */
export async function attachmentHashes(change: Change, sourceIds: readonly string[]): Promise<string[]> {
  const rows = await change.all<{ sha256: string }>(
    'SELECT DISTINCT sha256 FROM attachment WHERE source_id IN (SELECT value FROM json_each(?))',
    [idList(sourceIds)],
  );
  return rows.map((row) => row.sha256);
}

/** Those of the hashes that no attachment names any more, and no memo shows. */
export async function unusedHashes(change: Change, hashes: readonly string[]): Promise<string[]> {
  const rows = await change.all<{ sha256: string }>(
    'SELECT DISTINCT sha256 FROM attachment WHERE sha256 IN (SELECT value FROM json_each(?))',
    [idList(hashes)],
  );
  const used = new Set([...rows.map((row) => row.sha256), ...(await shownPictures(change)).keys()]);
  return hashes.filter((hash) => !used.has(hash));
}

/** Takes what erased rows held out of the log of changes: it keeps that they were there, not what they said. */
export async function forgetErased(change: Change): Promise<void> {
  await change.run(
    `UPDATE change_log SET before = NULL WHERE before IS NOT NULL
     AND EXISTS (SELECT 1 FROM tombstone t WHERE t.table_name = change_log.table_name AND t.row_id = change_log.row_id)`,
  );
}

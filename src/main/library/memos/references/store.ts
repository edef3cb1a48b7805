import type { MemoUse } from '../../../../shared/domain/claims';
import type { Finding } from '../../../../shared/domain/library';
import { withSources } from '../../../../shared/memo/clusters';
import { parseDocument } from '../../../../shared/memo/load';
import { documentReferences, type ReferenceKind } from '../../../../shared/memo/references';
import type { Derived } from '../../changes/types';
import type { Reader, Writer } from '../../db/types';
import { currentActorIds, memosMentioning } from '../../actors/merges/store';
import { currentIds, memosCiting } from '../../sources/merges/store';

/** The memos, not in the Trash, that cite, quote, mark or mention something, most often first. */
export async function memoUses(db: Reader, kind: ReferenceKind, targetId: string): Promise<MemoUse[]> {
  return db.all<MemoUse>(
    `SELECT r.memo_id AS memoId, m.title AS memoTitle, r.count
     FROM memo_reference r JOIN memo m ON m.id = r.memo_id
     WHERE r.kind = ? AND r.target_id = ? AND m.deleted_at IS NULL ORDER BY r.count DESC, m.title, m.id`,
    [kind, targetId],
  );
}

interface ReferenceRow {
  kind: ReferenceKind;
  target_id: string;
  count: number;
}

/** What a stored document refers to; nothing, if it is damaged. A source or actor that was merged is what it was merged into. */
async function referencesOf(db: Reader, json: string): Promise<ReferenceRow[]> {
  const document = parseDocument(json);
  if (!document.ok) return [];
  const stated = documentReferences(document.value);
  const now = await currentIds(db, stated.source.keys());
  const actorsNow = await currentActorIds(db, stated.actor.keys());
  const references = documentReferences(withSources(document.value, now));
  return Object.entries({ ...references, actor: standingFor(references.actor, actorsNow) }).flatMap(([kind, counts]) =>
    [...(counts as Map<string, number>)].map(([target_id, count]) => ({
      kind: kind as ReferenceKind,
      target_id,
      count,
    })),
  );
}

/** Counts under the ids that stand for these now. */
function standingFor(counts: ReadonlyMap<string, number>, now: ReadonlyMap<string, string>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [id, count] of counts) {
    const current = now.get(id) ?? id;
    sums.set(current, (sums.get(current) ?? 0) + count);
  }
  return sums;
}

async function writeReferences(db: Writer, memoId: string, json: string): Promise<void> {
  await db.run('DELETE FROM memo_reference WHERE memo_id = ?', [memoId]);
  await db.run(
    `INSERT INTO memo_reference (memo_id, kind, target_id, count)
     SELECT ?, value ->> 'kind', value ->> 'target_id', value ->> 'count' FROM json_each(?)`,
    [memoId, JSON.stringify(await referencesOf(db, json))],
  );
}

/**
 * `memo_reference`: what each memo refers to. Derived from the document in every action that writes a memo, undo and redo
 * too. Must stand before the search index, which reads it.
 */
export const memoReferences: Derived = {
  async derive(db, touched) {
    for (const { table, id, row, erased } of touched) {
      if (table === 'source_merge') {
        // Those citing either of the two by whichever id: after an unmerge, some cite the merged one again.
        for (const memo of await memosCiting(db, [String(row.kept_id), String(row.merged_id)])) {
          await writeReferences(db, memo.id, memo.document);
        }
      }
      if (table === 'actor_merge') {
        for (const memo of await memosMentioning(db, [String(row.kept_id), String(row.merged_id)])) {
          await writeReferences(db, memo.id, memo.document);
        }
      }
      if (table !== 'memo') continue;
      if (erased) await db.run('DELETE FROM memo_reference WHERE memo_id = ?', [id]);
      else await writeReferences(db, id, String(row.document));
    }
  },
  rebuild: (database) =>
    database.write(async (db) => {
      const memos = await db.all<{ id: string }>('SELECT id FROM memo');
      for (const { id } of memos) {
        const row = await db.get<{ document: string }>('SELECT document FROM memo WHERE id = ?', [id]);
        await writeReferences(db, id, row?.document ?? '');
      }
    }),
  async verify(db) {
    const stored = new Map<string, string>();
    const rows = await db.all<{ memo_id: string; list: string }>(
      `SELECT memo_id, json_group_array(kind || ' ' || target_id || ' ' || count) AS list FROM memo_reference GROUP BY memo_id`,
    );
    for (const row of rows) stored.set(row.memo_id, (JSON.parse(row.list) as string[]).sort().join());
    const memos = await db.all<{ id: string; document: string }>('SELECT id, document FROM memo');
    const findings: Finding[] = [];
    for (const { id, document } of memos) {
      const expected = (await referencesOf(db, document)).map((row) => `${row.kind} ${row.target_id} ${row.count}`);
      if (expected.sort().join() === (stored.get(id) ?? '')) continue;
      findings.push({ check: 'memo-references', message: 'A memo’s list of what it cites is out of date.', rowId: id });
    }
    return findings;
  },
};

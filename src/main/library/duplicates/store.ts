import type { DuplicateSide } from '../../../shared/domain/duplicates';
import { CommonplaceError } from '../../../shared/result';
import { idList, jsonList } from '../common/rows';
import { requireLive } from '../common/store';
import type { Change } from '../changes/types';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

export interface StampedRow {
  id: string;
  stamp: string;
}

/** How many rows are read at once: what the driver makes of them it makes in one go. */
const pageSize = 2000;

/** Ids and stamps of the living sources after `after`, in the order of their ids. */
export async function stampedSources(db: Reader, after: string): Promise<StampedRow[]> {
  return db.all<StampedRow>(
    `SELECT id, stamp FROM source WHERE id > ? AND +deleted_at IS NULL ORDER BY id LIMIT ${pageSize}`,
    [after],
  );
}

export interface ComparedRow extends StampedRow {
  created_at: string;
  csl: string;
}

export async function comparedSources(db: Reader, ids: readonly string[]): Promise<ComparedRow[]> {
  return db.all<ComparedRow>(
    'SELECT id, stamp, created_at, csl FROM source WHERE id IN (SELECT value FROM json_each(?))',
    [idList(ids)],
  );
}

/** Groups of living sources with the same file, or the same text. */
export async function sharedHashes(db: Reader, table: 'attachment' | 'snapshot'): Promise<string[][]> {
  const rows = await db.all<{ ids: string }>(
    `SELECT json_group_array(DISTINCT x.source_id) AS ids FROM ${table} x
     JOIN source s ON s.id = x.source_id AND +s.deleted_at IS NULL
     WHERE x.deleted_at IS NULL AND x.sha256 IN (SELECT sha256 FROM ${table} GROUP BY sha256 HAVING count(*) > 1)
     GROUP BY x.sha256 HAVING count(DISTINCT x.source_id) > 1`,
  );
  return rows.map(({ ids }) => jsonList(ids));
}

/** The pairs that somebody keeps apart, both living; the latest first. */
export async function keptApart(db: Reader): Promise<{ firstId: string; secondId: string }[]> {
  return db.all(
    `SELECT d.first_id AS firstId, d.second_id AS secondId FROM not_duplicate d
     JOIN source a ON a.id = d.first_id AND a.deleted_at IS NULL
     JOIN source b ON b.id = d.second_id AND b.deleted_at IS NULL
     WHERE d.deleted_at IS NULL ORDER BY d.created_at DESC, d.id`,
  );
}

/** Where the log of changes ends, and whether what duplicates are found by was written after `since`. */
export async function changedSince(db: Reader, since: number): Promise<{ end: number; changed: boolean }> {
  const row = await db.get<{ end: number | null; changed: number }>(
    `SELECT (SELECT max(rowid) FROM change_log) AS end, EXISTS (SELECT 1 FROM change_log WHERE rowid > ?
       AND table_name IN ('source', 'attachment', 'snapshot', 'not_duplicate', 'source_merge')) AS changed`,
    [since],
  );
  return { end: row?.end ?? 0, changed: row?.changed === 1 };
}

/** What a list shows of sources, by id. */
export async function sides(db: Reader, ids: Iterable<string>): Promise<Map<string, DuplicateSide>> {
  const rows = await db.all<DuplicateSide>(
    `SELECT s.id, s.citation_key AS citationKey, s.title, s.authors, s.publisher, s.issued,
       (SELECT count(*) FROM excerpt e WHERE e.source_id = s.id AND e.deleted_at IS NULL) AS excerptCount
     FROM source s WHERE s.deleted_at IS NULL AND s.id IN (SELECT value FROM json_each(?))`,
    [idList(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function ordered(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

/** Keeps that two sources are not the same: they are not proposed again. @throws `not-found` */
export async function keepApart(change: Change, linkId: LibraryContext['linkId'], a: string, b: string): Promise<void> {
  const [first, second] = ordered(a, b);
  if (first === second) throw new CommonplaceError('bad-input', 'These are one source. Choose two.');
  for (const id of [first, second]) await requireLive(change, 'source', id);
  const id = linkId('not-duplicate', first, second);
  await change.insert('not_duplicate', { id, first_id: first, second_id: second });
}

/** Forgets that decision, if there is one. */
export async function proposeAgain(
  change: Change,
  linkId: LibraryContext['linkId'],
  a: string,
  b: string,
): Promise<void> {
  const id = linkId('not-duplicate', ...ordered(a, b));
  const row = await change.get<{ id: string }>('SELECT id FROM not_duplicate WHERE id = ?', [id]);
  if (row) await change.erase('not_duplicate', row.id);
}

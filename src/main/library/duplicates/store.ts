import type { DuplicateSide } from '../../../shared/domain/duplicates';
import { CommonplaceError } from '../../../shared/result';
import { idList, jsonList } from '../common/rows';
import { requireLive } from '../common/store';
import type { Change } from '../changes/types';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

export interface ComparedRow {
  id: string;
  created_at: string;
  csl: string;
}

/** How many rows are read at once: what the driver makes of them it makes in one go. */
const pageSize = 1000;

/** The living sources after `after`, in the order of their ids. */
export async function sourcesAfter(db: Reader, after: string): Promise<ComparedRow[]> {
  return db.all<ComparedRow>(
    `SELECT id, created_at, csl FROM source WHERE id > ? AND +deleted_at IS NULL ORDER BY id LIMIT ${pageSize}`,
    [after],
  );
}

/** Those of these sources that are living. */
export async function comparedSources(db: Reader, ids: readonly string[]): Promise<ComparedRow[]> {
  return db.all<ComparedRow>(
    'SELECT id, created_at, csl FROM source WHERE +deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    [idList(ids)],
  );
}

/** Groups of living sources with the same file, or the same text: all of them, or those that these sources are in. */
export async function sharedHashes(
  db: Reader,
  table: 'attachment' | 'snapshot',
  sourceIds: readonly string[] | null,
): Promise<string[][]> {
  const wanted =
    sourceIds === null
      ? `SELECT sha256 FROM ${table} GROUP BY sha256 HAVING count(*) > 1`
      : `SELECT sha256 FROM ${table} WHERE source_id IN (SELECT value FROM json_each(?))`;
  const rows = await db.all<{ ids: string }>(
    `SELECT json_group_array(DISTINCT x.source_id) AS ids FROM ${table} x
     JOIN source s ON s.id = x.source_id AND +s.deleted_at IS NULL
     WHERE x.deleted_at IS NULL AND x.sha256 IN (${wanted})
     GROUP BY x.sha256 HAVING count(DISTINCT x.source_id) > 1`,
    sourceIds === null ? [] : [idList(sourceIds)],
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

/** Where the log of changes ends. */
export async function logEnd(db: Reader): Promise<number> {
  const row = await db.get<{ end: number | null }>('SELECT max(rowid) AS end FROM change_log');
  return row?.end ?? 0;
}

/**
 * Sources that were written after `since`, and those whose files and texts were; at most `limit`. An erased file or text is passed
 * over: its source was erased with it, or moved.
 */
export async function changesSince(db: Reader, since: number, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `SELECT DISTINCT CASE l.table_name WHEN 'source' THEN l.row_id
         WHEN 'attachment' THEN (SELECT source_id FROM attachment WHERE id = l.row_id)
         ELSE (SELECT source_id FROM snapshot WHERE id = l.row_id) END AS id
     FROM change_log l WHERE l.rowid > ? AND l.table_name IN ('source', 'attachment', 'snapshot') LIMIT ${limit}`,
    [since],
  );
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
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

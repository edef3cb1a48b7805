import type { Reader } from '../../db/types';

/**
 * Row ids of an FTS5 expression's matches, newest first: read in index order, so that it stops at the limit. Not in bm25
 * order, which walks the whole list of every word, common ones too. The expression is recall.ts's, never a user's.
 */
export async function matchingIds(db: Reader, expression: string, limit: number): Promise<number[]> {
  const row = await db.get<{ ids: string | null }>(
    `SELECT group_concat(rowid) AS ids FROM (SELECT rowid FROM search_index WHERE search_index MATCH ?
     ORDER BY rowid DESC LIMIT ${Math.trunc(limit)})`,
    [expression],
  );
  return row?.ids ? row.ids.split(',').map(Number) : [];
}

/** What the matching documents are hits of, newest first: for finding the ids of nouns by their words. */
export async function matchingHits(db: Reader, expression: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ hit_id: string }>(
    `SELECT DISTINCT hit_id FROM search_document WHERE id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?
     ORDER BY rowid DESC LIMIT ${Math.trunc(limit)})`,
    [expression],
  );
  return rows.map((row) => row.hit_id);
}

/** The newest documents' ids: what a query without words looks through. */
export async function newestIds(db: Reader, limit: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    `SELECT id FROM search_document ORDER BY id DESC LIMIT ${Math.trunc(limit)}`,
  );
  return rows.map(({ id }) => id);
}

import type { PastSearch } from '../../../../shared/search/types';
import type { Reader, Writer } from '../../db/types';

/** Older ones are forgotten. */
const kept = 200;

/** What was searched for, the latest first. */
export async function pastSearches(db: Reader, limit: number): Promise<PastSearch[]> {
  return db.all<PastSearch>(
    `SELECT query, searched_at AS searchedAt FROM past_search ORDER BY searched_at DESC, folded_query LIMIT ${Math.trunc(limit)}`,
  );
}

/** Puts a query at the top of the list; the same words in other letters are the same query. */
export async function rememberSearch(db: Writer, query: string, foldedQuery: string, now: string): Promise<void> {
  await db.run(
    `INSERT INTO past_search (folded_query, query, searched_at) VALUES (?, ?, ?)
     ON CONFLICT (folded_query) DO UPDATE SET query = excluded.query, searched_at = excluded.searched_at`,
    [foldedQuery, query, now],
  );
  await db.run(
    `DELETE FROM past_search WHERE folded_query NOT IN
       (SELECT folded_query FROM past_search ORDER BY searched_at DESC LIMIT ${kept})`,
  );
}

/** Forgets one query, or all of them. */
export async function forgetSearches(db: Writer, foldedQuery: string | null): Promise<void> {
  if (foldedQuery === null) await db.run(`DELETE FROM past_search`);
  else await db.run(`DELETE FROM past_search WHERE folded_query = ?`, [foldedQuery]);
}

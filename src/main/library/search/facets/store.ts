import type { Reader } from '../../db/types';

/** The facet words of all these documents, separated by spaces. */
export async function facetWordsOf(db: Reader, ids: readonly number[]): Promise<string> {
  const row = await db.get<{ words: string | null }>(
    `SELECT group_concat(facets, ' ') AS words FROM search_document WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return row?.words ?? '';
}

export interface FacetName {
  id: string;
  /** What people read. */
  label: string;
  /** What the query language calls it by. */
  name: string;
}

/** What the living ones among these tags, actors and sources are called. */
export async function facetLabels(
  db: Reader,
  ids: Record<'tag' | 'actor' | 'source', readonly string[]>,
): Promise<Map<string, FacetName>> {
  // subtle: CROSS JOIN keeps the order, or SQLite reads every row that is not in the Trash.
  const wanted = `FROM json_each(?) w CROSS JOIN`;
  const rows = await db.all<FacetName>(
    `SELECT t.id, t.name AS label, t.name ${wanted} tag t ON t.id = w.value AND t.deleted_at IS NULL
     UNION ALL SELECT a.id, a.name, a.name ${wanted} actor a ON a.id = w.value AND a.deleted_at IS NULL
     UNION ALL SELECT s.id, s.title, s.citation_key ${wanted} source s ON s.id = w.value AND s.deleted_at IS NULL`,
    [ids.tag, ids.actor, ids.source].map((list) => JSON.stringify(list)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

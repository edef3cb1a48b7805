import type { Reader } from '../../db/types';

export interface CompletionRow {
  /** What the query language calls it by. */
  name: string;
  label: string;
  detail: string;
}

/** Tags or collections by name. */
export async function labelRows(db: Reader, table: 'tag' | 'collection'): Promise<CompletionRow[]> {
  return db.all<CompletionRow>(
    `SELECT name, name AS label, '' AS detail FROM ${table} WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE`,
  );
}

const selected = {
  actor: `name, name AS label, kind AS detail FROM actor`,
  claim: `statement AS name, statement AS label, '' AS detail FROM claim`,
  source: `citation_key AS name, title AS label, short_citation AS detail FROM source`,
  author: `authors AS name, authors AS label, '' AS detail FROM source`,
};

/** Nouns by id, in the ids' order. */
export async function completionRows(
  db: Reader,
  kind: keyof typeof selected,
  ids: readonly string[],
): Promise<CompletionRow[]> {
  const rows = await db.all<CompletionRow & { id: string }>(
    `SELECT id, ${selected[kind]} n WHERE id IN (SELECT value FROM json_each(?)) AND +deleted_at IS NULL`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Those of the FTS5 expressions that something matches. */
export async function matchedExpressions(db: Reader, expressions: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ expression: string }>(
    `SELECT value AS expression FROM json_each(?)
     WHERE EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH value)`,
    [JSON.stringify(expressions)],
  );
  return rows.map(({ expression }) => expression);
}

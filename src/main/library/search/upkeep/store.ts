import type { Reader, Writer } from '../../db/types';
import { clearTerms } from '../words/store';

/**
 * Where the index stands, in `search_state`: its format; its generation, another one after every rebuild; how far a rebuild
 * has come; whether its segments are being merged; and long texts that are indexed a piece at a time.
 */
const longPrefix = 'long:';
export type StateName = 'format' | 'generation' | 'rebuilt' | 'merging' | `${typeof longPrefix}${string}`;

/** What must be known of the index before it is asked: read in one go with every question. */
export interface IndexFacts {
  format: string | null;
  generation: string | null;
  /** Whether some of it is still being made. */
  unfinished: 0 | 1;
  lastTerm: number;
  /** The highest id: about how many there are. */
  documents: number;
}

export async function indexFacts(db: Reader): Promise<IndexFacts> {
  const row = await db.get<IndexFacts>(
    `SELECT (SELECT value FROM search_state WHERE name = 'format') AS format,
       (SELECT value FROM search_state WHERE name = 'generation') AS generation,
       EXISTS (SELECT 1 FROM search_state WHERE name = 'rebuilt' OR name LIKE '${longPrefix}%') AS unfinished,
       (SELECT coalesce(max(number), 0) FROM search_term) AS lastTerm,
       (SELECT coalesce(max(id), 0) FROM search_document) AS documents`,
  );
  return row!;
}

export async function readState(db: Reader, name: StateName): Promise<string | null> {
  return (await db.get<{ value: string }>(`SELECT value FROM search_state WHERE name = ?`, [name]))?.value ?? null;
}

/** Null takes it away. */
export async function writeState(db: Writer, name: StateName, value: string | null): Promise<void> {
  if (value === null) await db.run(`DELETE FROM search_state WHERE name = ?`, [name]);
  else
    await db.run(
      `INSERT INTO search_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [name, value],
    );
}

export const longText = (snapshotId: string): StateName => `${longPrefix}${snapshotId}`;

/** Snapshots of which some is still to be indexed or taken out. */
export async function longTexts(db: Reader): Promise<string[]> {
  const rows = await db.all<{ name: string }>(`SELECT name FROM search_state WHERE name LIKE '${longPrefix}%'`);
  return rows.map(({ name }) => name.slice(longPrefix.length));
}

/** Empties the index. */
export async function clearIndex(db: Writer): Promise<void> {
  await db.run(`INSERT INTO search_index (search_index) VALUES ('delete-all')`);
  await db.run(`DELETE FROM search_document`);
  await db.run(`DELETE FROM search_state WHERE name LIKE '${longPrefix}%'`);
  await clearTerms(db);
}

/** Ids that one of the two tables of the index has and the other has not. */
export async function unpairedDocuments(db: Reader): Promise<number> {
  const row = await db.get<{ count: number }>(
    `SELECT (SELECT count(*) FROM search_document WHERE id NOT IN (SELECT id FROM search_index_docsize))
       + (SELECT count(*) FROM search_index_docsize WHERE id NOT IN (SELECT id FROM search_document)) AS count`,
  );
  return row?.count ?? 0;
}

/** Owners that have documents, after `after`, in order. */
export async function ownersAfter(db: Reader, after: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ owner_id: string }>(
    `SELECT DISTINCT owner_id FROM search_document WHERE owner_id > ? ORDER BY owner_id LIMIT ${Math.trunc(limit)}`,
    [after],
  );
  return rows.map((row) => row.owner_id);
}

/**
 * Puts so many pages of the index's segments together towards a single one, which is quicker to ask than many; the first time
 * says which segments that concerns. False when nothing was left to do.
 */
export async function mergeIndex(db: Writer, pages: number, first: boolean): Promise<boolean> {
  const changes = async () => (await db.get<{ count: number }>(`SELECT total_changes() AS count`))!.count;
  const before = await changes();
  await db.run(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)`, [first ? -pages : pages]);
  return (await changes()) - before > 1;
}

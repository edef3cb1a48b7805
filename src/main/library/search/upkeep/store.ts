import type { Reader, Writer } from '../../db/types';
import { clearTerms } from '../words/store';

/** What must be known of the index before it is asked: read in one go with every question. */
export interface IndexFacts {
  format: string | null;
  /** Another one after every rebuild. */
  generation: string | null;
  lastTerm: number;
  /** The highest id: about how many there are. */
  documents: number;
}

export async function indexFacts(db: Reader): Promise<IndexFacts> {
  const row = await db.get<IndexFacts>(
    `SELECT (SELECT value FROM search_state WHERE name = 'format') AS format,
       (SELECT value FROM search_state WHERE name = 'generation') AS generation,
       (SELECT coalesce(max(number), 0) FROM search_term) AS lastTerm,
       (SELECT coalesce(max(id), 0) FROM search_document) AS documents`,
  );
  return row!;
}

export async function readState(db: Reader, name: string): Promise<string | null> {
  return (await db.get<{ value: string }>(`SELECT value FROM search_state WHERE name = ?`, [name]))?.value ?? null;
}

export async function writeState(db: Writer, name: string, value: string): Promise<void> {
  await db.run(
    `INSERT INTO search_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, value],
  );
}

/** Empties the index. */
export async function clearIndex(db: Writer): Promise<void> {
  await db.run(`INSERT INTO search_index (search_index) VALUES ('delete-all')`);
  await db.run(`DELETE FROM search_document`);
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

/** Puts the index's segments into one, which is quicker to ask: for after a rebuild. */
export async function optimiseIndex(db: Writer): Promise<void> {
  await db.run(`INSERT INTO search_index (search_index) VALUES ('optimize')`);
}

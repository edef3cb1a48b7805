import type { NounKind } from '../../../shared/domain/common';
import { wordsOf } from '../../../shared/search/tokens';
import type { SearchKind } from '../../../shared/search/types';
import type { Reader, Writer } from '../db/types';
import type { SearchDocument } from './documents';

/** A row of `search_document`. */
export interface StoredDocument extends SearchDocument {
  id: number;
}

interface DocumentRow {
  id: number;
  owner_id: string;
  kind: SearchKind;
  part: number;
  hit_id: string;
  opens_kind: NounKind;
  opens_id: string;
  source_id: string | null;
  title: string;
  text: string;
  extra: string;
  facets: string;
  date: string;
  modified_at: string;
  snapshot_id: string | null;
  start_offset: number | null;
  end_offset: number | null;
}

const columns = `id, owner_id, kind, part, hit_id, opens_kind, opens_id, source_id, title, text, extra, facets, date,
  modified_at, snapshot_id, start_offset, end_offset`;

/** One statement takes at most so many documents, and so many UTF-16 code units of their text. */
const batchDocuments = 400;
const batchLength = 2_000_000;

/** Replaces all documents of the given owners by the given ones; what has not changed is not written. */
export async function replaceDocuments(
  db: Writer,
  ownerIds: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> {
  const before = new Map((await documentsOfOwners(db, ownerIds)).map((document) => [keyOf(document), document]));
  const removed: StoredDocument[] = [];
  const added: StoredDocument[] = [];
  let nextId = documents.length === 0 ? 0 : await nextDocumentId(db);
  for (const document of documents) {
    const key = keyOf(document);
    const old = before.get(key);
    before.delete(key);
    if (old !== undefined && sameDocument(old, document)) continue;
    if (old !== undefined) removed.push(old);
    // A changed document keeps its id, and with it its age.
    added.push({ ...document, id: old?.id ?? nextId++ });
  }
  for (const old of before.values()) removed.push(old);
  await write(db, removed, added);
}

/** Adds documents that are known to be new; for rebuilding. */
export async function addDocuments(db: Writer, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  let nextId = await nextDocumentId(db);
  await write(
    db,
    [],
    documents.map((document) => ({ ...document, id: nextId++ })),
  );
}

async function write(db: Writer, removed: readonly StoredDocument[], added: readonly StoredDocument[]): Promise<void> {
  if (removed.length > 0) {
    const ids = [JSON.stringify(removed.map(({ id }) => id))];
    await db.run(`DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))`, ids);
    await db.run(`DELETE FROM search_document WHERE id IN (SELECT value FROM json_each(?))`, ids);
  }
  const terms = new Map<string, number>();
  const count = (words: Iterable<string>, by: number) => {
    for (const word of new Set(words)) terms.set(word, (terms.get(word) ?? 0) + by);
  };
  for (const { title, text, extra } of removed) count([...wordsOf(title), ...wordsOf(text), ...wordsOf(extra)], -1);
  for (const batch of batches(added)) {
    const folded = batch.map((document) => {
      const title = wordsOf(document.title);
      const text = wordsOf(document.text);
      const extra = wordsOf(document.extra);
      count([...title, ...text, ...extra], 1);
      return [document.id, title.join(' '), text.join(' '), extra.join(' '), document.facets];
    });
    await db.run(`INSERT INTO search_document (${columns}) SELECT ${places(17)} FROM json_each(?)`, [
      JSON.stringify(batch.map(valuesOf)),
    ]);
    await db.run(`INSERT INTO search_index (rowid, title, text, extra, facets) SELECT ${places(5)} FROM json_each(?)`, [
      JSON.stringify(folded),
    ]);
  }
  const changed = [...terms].filter(([, by]) => by !== 0);
  if (changed.length > 0) {
    await db.run(
      `INSERT INTO search_term (term, documents) SELECT ${places(2)} FROM json_each(?) WHERE true
       ON CONFLICT (term) DO UPDATE SET documents = max(0, documents + excluded.documents)`,
      [JSON.stringify(changed)],
    );
  }
}

const places = (count: number) => Array.from({ length: count }, (_, place) => `value ->> ${place}`).join(', ');

function* batches(documents: readonly StoredDocument[]): Generator<StoredDocument[]> {
  let batch: StoredDocument[] = [];
  let length = 0;
  for (const document of documents) {
    batch.push(document);
    length += document.text.length;
    if (batch.length >= batchDocuments || length >= batchLength) {
      yield batch;
      batch = [];
      length = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function valuesOf(document: StoredDocument): (string | number | null)[] {
  return [
    document.id,
    document.ownerId,
    document.kind,
    document.part,
    document.hitId,
    document.opensKind,
    document.opensId,
    document.sourceId,
    document.title,
    document.text,
    document.extra,
    document.facets,
    document.date,
    document.modifiedAt,
    document.snapshotId,
    document.start,
    document.end,
  ];
}

const keyOf = ({ ownerId, kind, part }: SearchDocument) => `${ownerId} ${kind} ${part}`;

export function sameDocument(a: SearchDocument, b: SearchDocument): boolean {
  return (
    a.title === b.title &&
    a.text === b.text &&
    a.extra === b.extra &&
    a.facets === b.facets &&
    a.hitId === b.hitId &&
    a.opensId === b.opensId &&
    a.date === b.date &&
    a.modifiedAt === b.modifiedAt &&
    a.start === b.start &&
    a.end === b.end
  );
}

async function nextDocumentId(db: Reader): Promise<number> {
  const row = await db.get<{ next: number }>(`SELECT coalesce(max(id), 0) + 1 AS next FROM search_document`);
  return row?.next ?? 1;
}

function documentOf(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    ownerId: row.owner_id,
    kind: row.kind,
    part: row.part,
    hitId: row.hit_id,
    opensKind: row.opens_kind,
    opensId: row.opens_id,
    sourceId: row.source_id,
    title: row.title,
    text: row.text,
    extra: row.extra,
    facets: row.facets,
    date: row.date,
    modifiedAt: row.modified_at,
    snapshotId: row.snapshot_id,
    start: row.start_offset,
    end: row.end_offset,
  };
}

export async function documentsOfOwners(db: Reader, ownerIds: readonly string[]): Promise<StoredDocument[]> {
  if (ownerIds.length === 0) return [];
  const rows = await db.all<DocumentRow>(
    `SELECT ${columns} FROM search_document WHERE owner_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ownerIds)],
  );
  return rows.map(documentOf);
}

/**
 * The documents of these ids, in the ids' order. One row of JSON, not a row each: handing hundreds of rows with many
 * columns across from SQLite takes several times as long as finding them.
 */
export async function documentsById(db: Reader, ids: readonly number[]): Promise<StoredDocument[]> {
  if (ids.length === 0) return [];
  const row = await db.get<{ documents: string }>(
    `SELECT json_group_array(json_array(${columns})) AS documents FROM search_document
     WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  const names = columns.split(/,\s*/u);
  const byId = new Map<number, StoredDocument>();
  for (const values of JSON.parse(row?.documents ?? '[]') as (string | number | null)[][]) {
    const fields = Object.fromEntries(names.map((name, place) => [name, values[place]])) as unknown as DocumentRow;
    byId.set(fields.id, documentOf(fields));
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Titles of sources, for hits in their text. */
export async function sourceTitles(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.all<{ id: string; title: string }>(
    `SELECT id, title FROM source WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/**
 * Row ids of an FTS5 expression's matches, newest first: read in index order, so that it stops at the limit. Not in bm25
 * order, which walks the whole list of every word, common ones too. The expression is recall.ts's, never a user's.
 */
export async function matchingIds(db: Reader, expression: string, limit: number): Promise<number[]> {
  const rows = await db.all<{ rowid: number }>(
    `SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ${Math.trunc(limit)}`,
    [expression],
  );
  return rows.map(({ rowid }) => rowid);
}

/** The newest documents' ids: what a query without words looks through. */
export async function newestIds(db: Reader, limit: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    `SELECT id FROM search_document ORDER BY id DESC LIMIT ${Math.trunc(limit)}`,
  );
  return rows.map(({ id }) => id);
}

export async function documentCount(db: Reader): Promise<number> {
  return (await db.get<{ count: number }>(`SELECT coalesce(max(id), 0) AS count FROM search_document`))?.count ?? 0;
}

/** The whole vocabulary in order, read many words to a row, because a row each takes seconds for a large library. */
export async function orderedTerms(db: Reader): Promise<{ lastId: number; terms: string[]; documents: number[] }> {
  const lastId = await lastTermId(db);
  const terms: string[] = [];
  const documents: number[] = [];
  for (let after = ''; ;) {
    const row = await db.get<{ terms: string | null; documents: string | null }>(
      `SELECT group_concat(term, ' ') AS terms, group_concat(documents, ' ') AS documents
       FROM (SELECT term, documents FROM search_term WHERE term > ? AND id <= ? ORDER BY term LIMIT 20000)`,
      [after, lastId],
    );
    if (!row?.terms) break;
    const page = row.terms.split(' ');
    after = page.at(-1)!;
    for (const term of page) terms.push(term);
    for (const count of (row.documents ?? '').split(' ')) documents.push(Number(count));
  }
  // subtle: SQLite orders by code point, JavaScript by UTF-16 unit; they differ beyond U+FFFF only.
  for (let at = 1; at < terms.length; at++) {
    if (terms[at - 1]! < terms[at]!) continue;
    const order = terms.map((_, place) => place).sort((x, y) => (terms[x]! < terms[y]! ? -1 : 1));
    return { lastId, terms: order.map((place) => terms[place]!), documents: order.map((place) => documents[place]!) };
  }
  return { lastId, terms, documents };
}

/** The id of the word that came last, 0 without any. */
export async function lastTermId(db: Reader): Promise<number> {
  return (await db.get<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM search_term`))?.id ?? 0;
}

/** Words that came after the one of that id, in order of id. */
export async function newTerms(db: Reader, after: number): Promise<{ id: number; term: string; documents: number }[]> {
  return db.all(`SELECT id, term, documents FROM search_term WHERE id > ? ORDER BY id`, [after]);
}

/** How many documents have each word now. */
export async function termCounts(db: Reader, terms: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.all<{ term: string; documents: number }>(
    `SELECT term, documents FROM search_term WHERE term IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(terms)],
  );
  return new Map(rows.map(({ term, documents }) => [term, documents]));
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
  await db.run(`DELETE FROM search_term`);
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

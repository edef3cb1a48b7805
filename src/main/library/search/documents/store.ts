import type { NounKind } from '../../../../shared/domain/common';
import { wordsOf } from '../../../../shared/search/tokens';
import type { SearchKind } from '../../../../shared/search/types';
import type { Reader, Writer } from '../../db/types';
import { beginningsOf } from '../words/beginnings';
import { countTerms } from '../words/store';
import { batches, countWords, keyOf, sameDocument } from './batches';
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

/** subtle: passages are kept without the title, so that renaming a source with a long text writes nothing. */
const shownColumns = columns.replace(
  ' title,',
  ` iif(kind = 'snapshot', (SELECT s.title FROM source s WHERE s.id = hit_id AND s.deleted_at IS NULL), title),`,
);

/** One statement takes at most so many documents, and so many UTF-16 code units of their text. */
const batchDocuments = 400;
const batchLength = 1_000_000;
/** Words whose counts wait in memory to be written together. */
const countedWords = 200_000;

/** Replaces all documents of the given owners by the given ones; what has not changed is not written. */
export async function replaceDocuments(
  db: Writer,
  ownerIds: readonly string[],
  documents: Iterable<SearchDocument>,
): Promise<void> {
  const before = new Map((await documentsOfOwners(db, ownerIds)).map((document) => [keyOf(document), document]));
  const removed: StoredDocument[] = [];
  const added: (SearchDocument & { id?: number })[] = [];
  for (const document of documents) {
    const key = keyOf(document);
    const old = before.get(key);
    before.delete(key);
    if (old !== undefined && sameDocument(old, document)) continue;
    if (old !== undefined) removed.push(old);
    // A changed document keeps its id, and with it its age.
    added.push({ ...document, ...(old === undefined ? {} : { id: old.id }) });
  }
  for (const old of before.values()) removed.push(old);
  await remove(db, removed);
  // subtle: the highest id of all may be one that a changed document keeps; what is new must not get it.
  const kept = added.reduce((highest, { id = 0 }) => Math.max(highest, id), 0);
  await addDocuments(db, added, kept);
}

/** Adds documents that are not there; those without an id get the next ones, above `taken`. */
export async function addDocuments(
  db: Writer,
  documents: Iterable<SearchDocument & { id?: number }>,
  taken = 0,
): Promise<void> {
  const adding = new AddingDocuments(db, taken);
  await adding.add(documents);
  await adding.end();
}

/** Adds any number of documents in bounded batches. Words are counted in memory, as far as that goes, until `end`. */
export class AddingDocuments {
  #nextId: number | undefined;
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly db: Writer,
    private readonly taken = 0,
  ) {}

  async add(documents: Iterable<SearchDocument & { id?: number }>): Promise<void> {
    for (const batch of batches(documents, batchDocuments, batchLength)) {
      this.#nextId ??= Math.max(await nextDocumentId(this.db), this.taken + 1);
      const numbered: StoredDocument[] = [];
      for (const document of batch) numbered.push({ ...document, id: document.id ?? this.#nextId++ });
      await insert(this.db, numbered, this.#counts);
      if (this.#counts.size > countedWords) await this.end();
    }
  }

  async end(): Promise<void> {
    await countTerms(this.db, this.#counts);
    this.#counts.clear();
  }
}

/** Takes all documents of the owners out. */
export async function removeOwners(db: Writer, ownerIds: readonly string[]): Promise<void> {
  await remove(db, await documentsOfOwners(db, ownerIds));
}

/** Takes so many documents of an owner out; false when there are none left. */
export async function removeSome(db: Writer, ownerId: string, most: number): Promise<boolean> {
  const rows = await db.all<DocumentRow>(
    `SELECT ${columns} FROM search_document WHERE owner_id = ? ORDER BY kind, part DESC LIMIT ${Math.trunc(most)}`,
    [ownerId],
  );
  await remove(db, rows.map(documentOf));
  return rows.length === most;
}

async function remove(db: Writer, removed: readonly StoredDocument[]): Promise<void> {
  if (removed.length === 0) return;
  const ids = [JSON.stringify(removed.map(({ id }) => id))];
  await db.run(`DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))`, ids);
  await db.run(`DELETE FROM search_document WHERE id IN (SELECT value FROM json_each(?))`, ids);
  const counts = new Map<string, number>();
  for (const { title, text, extra } of removed)
    countWords(counts, new Set([...wordsOf(title), ...wordsOf(text), ...wordsOf(extra)]), -1);
  await countTerms(db, counts);
}

async function insert(db: Writer, added: readonly StoredDocument[], counts: Map<string, number>): Promise<void> {
  const folded = added.map((document) => {
    const title = wordsOf(document.title);
    const text = wordsOf(document.text);
    const extra = wordsOf(document.extra);
    const words = new Set([...title, ...text, ...extra]);
    countWords(counts, words, 1);
    const facets = [document.facets, ...beginningsOf(words)].join(' ');
    return [document.id, title.join(' '), text.join(' '), extra.join(' '), facets];
  });
  await db.run(`INSERT INTO search_document (${columns}) SELECT ${places(17)} FROM json_each(?)`, [
    JSON.stringify(added.map(valuesOf)),
  ]);
  await db.run(`INSERT INTO search_index (rowid, title, text, extra, facets) SELECT ${places(5)} FROM json_each(?)`, [
    JSON.stringify(folded),
  ]);
}

const places = (count: number) => Array.from({ length: count }, (_, place) => `value ->> ${place}`).join(', ');

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

/** Which of the owners have documents. */
export async function ownersIndexed(db: Reader, ownerIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.all<{ id: string }>(
    `SELECT value AS id FROM json_each(?) WHERE EXISTS (SELECT 1 FROM search_document WHERE owner_id = value)`,
    [JSON.stringify(ownerIds)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** How many passages of a snapshot there are, which are the first ones, and the date they were indexed with. */
export async function passagesStored(db: Reader, snapshotId: string): Promise<{ count: number; date: string | null }> {
  const row = await db.get<{ count: number; date: string | null }>(
    `SELECT count(*) AS count, max(date) AS date FROM search_document WHERE owner_id = ?`,
    [snapshotId],
  );
  return row ?? { count: 0, date: null };
}

/** Passages of a snapshot by their numbers, in order. */
export async function passagesBetween(
  db: Reader,
  snapshotId: string,
  from: number,
  to: number,
): Promise<StoredDocument[]> {
  const rows = await db.all<DocumentRow>(
    `SELECT ${columns} FROM search_document WHERE owner_id = ? AND kind = 'snapshot' AND part BETWEEN ? AND ?
     ORDER BY part`,
    [snapshotId, from, to],
  );
  return rows.map(documentOf);
}

/**
 * The documents of these ids, in the ids' order. One row of JSON, not a row each: handing hundreds of rows with many
 * columns across from SQLite takes several times as long as finding them. A passage gets its source's title, and is left out
 * if that is in the Trash.
 */
export async function documentsById(db: Reader, ids: readonly number[]): Promise<StoredDocument[]> {
  if (ids.length === 0) return [];
  const row = await db.get<{ documents: string }>(
    `SELECT json_group_array(json_array(${shownColumns})) AS documents FROM search_document
     WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  const names = columns.split(/,\s*/u);
  const byId = new Map<number, StoredDocument>();
  for (const values of JSON.parse(row?.documents ?? '[]') as (string | number | null)[][]) {
    const fields = Object.fromEntries(names.map((name, place) => [name, values[place]]));
    // A long text in the Trash leaves the index by and by.
    if (fields['title'] !== null) byId.set(Number(fields['id']), documentOf(fields as unknown as DocumentRow));
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

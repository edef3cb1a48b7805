import type { MergedSource } from '../../../../shared/domain/sources';
import type { Change } from '../../changes/types';
import { standInIds } from '../../common/merges/store';
import { idList } from '../../common/rows';
import type { Reader } from '../../db/types';

/** What belongs to a source by a column, and moves with it. */
const belongings = {
  snapshot: 'source_id',
  attachment: 'source_id',
  note: 'target_id',
} as const;
export type Belonging = keyof typeof belongings;

/** Which source stands for each of these now; those that were not merged are not in the answer. */
export function currentIds(db: Reader, ids: Iterable<string>): Promise<Map<string, string>> {
  return standInIds(db, 'source_merge', ids);
}

/** The source that stands for this one: itself, unless it was merged. */
export async function currentId(db: Reader, id: string): Promise<string> {
  return (await currentIds(db, [id])).get(id) ?? id;
}

/** SQL for the line of sources merged into one, as a table `line (id, into)`. `idColumn` is ours, never input. */
const lineSql = (idColumn: string) =>
  `WITH RECURSIVE line (id, kept) AS (
     SELECT merged_id, kept_id FROM source_merge WHERE kept_id = ${idColumn} AND deleted_at IS NULL
     UNION SELECT m.merged_id, m.kept_id FROM line JOIN source_merge m ON m.kept_id = line.id AND m.deleted_at IS NULL)`;

/** SQL for the citation keys of what was merged into a source, as a JSON array. `idColumn` is ours, never input. */
export const aliasesSql = (idColumn: string) =>
  `(${lineSql(idColumn)} SELECT json_group_array(a.citation_key ORDER BY a.citation_key) FROM line JOIN source a ON a.id = line.id)`;

/** The sources merged into this one, also by way of others; the latest first. */
export async function mergedInto(db: Reader, keptId: string): Promise<MergedSource[]> {
  return db.all<MergedSource>(
    `${lineSql('?')} SELECT s.id, s.citation_key AS citationKey, s.title, m.created_at AS mergedAt, m.kept_id AS keptId
     FROM line JOIN source s ON s.id = line.id JOIN source_merge m ON m.merged_id = line.id
     ORDER BY m.created_at DESC, m.id DESC`,
    [keptId],
  );
}

/** Citation keys that go on standing for another source: key → that source. */
export async function aliasKeys(db: Reader): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; citation_key: string }>(
    'SELECT s.id, s.citation_key FROM source_merge m JOIN source s ON s.id = m.merged_id WHERE m.deleted_at IS NULL',
  );
  const now = await currentIds(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(rows.flatMap(({ id, citation_key: key }) => (now.has(id) ? [[key, now.get(id) ?? id]] : [])));
}

/** Memos that cite, under its own id, a source that was merged into one of these, or one of these. */
export async function memosCiting(db: Reader, ids: Iterable<string>): Promise<{ id: string; document: string }[]> {
  return db.all(
    `SELECT id, document FROM memo WHERE id IN (SELECT memo_id FROM memo_reference
       WHERE kind = 'source' AND target_id IN (SELECT value FROM json_each(?)))`,
    [idList(ids)],
  );
}

export interface MetadataRow {
  csl: string;
  metadata_origin: string;
  modified_at: string;
  citation_key: string;
  title: string;
}

export async function metadataRow(db: Reader, id: string): Promise<MetadataRow | undefined> {
  return db.get<MetadataRow>('SELECT csl, metadata_origin, modified_at, citation_key, title FROM source WHERE id = ?', [
    id,
  ]);
}

/** Ids of what a source has, in the Trash or not. */
export async function belongingIds(db: Reader, table: Belonging, sourceId: string): Promise<string[]> {
  const ofSource = table === 'note' ? `target_kind = 'source' AND ` : '';
  const rows = await db.all<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${ofSource}${belongings[table]} = ? ORDER BY id`,
    [sourceId],
  );
  return rows.map(({ id }) => id);
}

/** Gives those of the rows that are `from`'s to `to`. When they were last edited stays as it is: nobody edited them. */
export async function moveBelongings(
  change: Change,
  table: Belonging,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  const column = belongings[table];
  const rows = await change.all<{ id: string; modified_at: string }>(
    `SELECT id, modified_at FROM ${table} WHERE ${column} = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [from, idList(ids)],
  );
  for (const { id, modified_at } of rows) await change.update(table, id, { [column]: to, modified_at });
}

/** Excerpts are where their snapshot is, those in the Trash too. */
export async function moveExcerpts(change: Change, snapshotIds: readonly string[], to: string): Promise<void> {
  const rows = await change.all<{ id: string; modified_at: string }>(
    `SELECT e.id, e.modified_at FROM excerpt e JOIN snapshot n ON n.id = e.snapshot_id
     WHERE n.source_id = ? AND e.snapshot_id IN (SELECT value FROM json_each(?)) ORDER BY e.id`,
    [to, idList(snapshotIds)],
  );
  for (const { id, modified_at } of rows) await change.update('excerpt', id, { source_id: to, modified_at });
}

/** Links of a source: its tags, or the collections it is in. */
const links = { tagging: 'tag_id', collection_item: 'collection_id' } as const;
export type LinkTable = keyof typeof links;
export const linkColumn = (table: LinkTable) => links[table];

/** What a source is tagged with, or in: ids of tags or collections, those in the Trash too. */
export async function linkedIds(db: Reader, table: LinkTable, sourceId: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `SELECT ${links[table]} AS id FROM ${table}
     WHERE target_kind = 'source' AND target_id = ? AND deleted_at IS NULL ORDER BY ${links[table]}`,
    [sourceId],
  );
  return rows.map(({ id }) => id);
}

/** Which of these links are still there: link → tag or collection. */
export async function presentLinks(db: Reader, table: LinkTable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; owner: string }>(
    `SELECT id, ${links[table]} AS owner FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    [idList(ids)],
  );
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}

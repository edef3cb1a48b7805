import type { ParsedInputOf } from '../../../shared/contract';
import type { Collection, CollectionItem } from '../../../shared/domain/collections';
import { nounKinds, type NounKind, type Target } from '../../../shared/domain/common';
import { CommonplaceError } from '../../../shared/result';
import type { Change } from '../changes/types';
import { missing } from '../common/errors';
import { times, wellFormed, type TimesRow } from '../common/rows';
import { liveTargetCountSql, requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

interface CollectionRow extends TimesRow {
  id: string;
  name: string;
  parent_id: string | null;
  item_count: number;
}

// What is in the Trash is still in its collections, but not counted.
const collectionSql = `SELECT c.id, c.created_at, c.modified_at, c.deleted_at, c.name, c.parent_id,
  ${liveTargetCountSql('collection_item', 'link.collection_id = c.id')} AS item_count
  FROM collection c`;

function toCollection(row: CollectionRow): Collection {
  return { id: row.id, name: row.name, parentId: row.parent_id, itemCount: row.item_count, ...times(row) };
}

/** All collections whose parents are not in the Trash either, by name; the tree is the caller's to build. */
export async function listCollections(db: Reader): Promise<Collection[]> {
  // subtle: UNION, not UNION ALL, so that a loop in a damaged library ends.
  const rows = await db.all<CollectionRow>(
    `WITH RECURSIVE shown (id) AS (
       SELECT id FROM collection WHERE parent_id IS NULL AND deleted_at IS NULL
       UNION SELECT c.id FROM collection c JOIN shown ON c.parent_id = shown.id WHERE c.deleted_at IS NULL)
     ${collectionSql} WHERE c.id IN (SELECT id FROM shown) ORDER BY c.name COLLATE NOCASE, c.id`,
  );
  return rows.map(toCollection);
}

async function getCollection(db: Reader, id: string): Promise<Collection> {
  const row = await db.get<CollectionRow>(`${collectionSql} WHERE c.id = ?`, [id]);
  if (row === undefined) throw missing('collection');
  return toCollection(row);
}

/** What was put into a collection and is not in the Trash: by kind in the order of the nouns, then by title. */
export async function listItems(db: Reader, collectionId: string): Promise<CollectionItem[]> {
  await getCollection(db, collectionId);
  const rows = await db.all<{ kind: NounKind; id: string; title: string; detail: string }>(
    `SELECT 'source' AS kind, n.id, CASE n.title WHEN '' THEN n.citation_key ELSE n.title END AS title, n.short_citation AS detail
       FROM collection_item i JOIN source n ON n.id = i.target_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL
     UNION ALL SELECT 'excerpt', n.id, substr(n.text, 1, 300), s.short_citation
       FROM collection_item i JOIN excerpt n ON n.id = i.target_id JOIN source s ON s.id = n.source_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL AND s.deleted_at IS NULL
     UNION ALL SELECT 'claim', n.id, n.statement, '' FROM collection_item i JOIN claim n ON n.id = i.target_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL
     UNION ALL SELECT 'actor', n.id, n.name, '' FROM collection_item i JOIN actor n ON n.id = i.target_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL
     UNION ALL SELECT 'event', n.id, n.title, '' FROM collection_item i JOIN event n ON n.id = i.target_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL
     UNION ALL SELECT 'memo', n.id, n.title, '' FROM collection_item i JOIN memo n ON n.id = i.target_id
       WHERE i.collection_id = ? AND i.deleted_at IS NULL AND n.deleted_at IS NULL
     ORDER BY 3 COLLATE NOCASE, 2`,
    nounKinds.map(() => collectionId),
  );
  return rows
    .map(({ kind, id, title, detail }) => ({ target: { kind, id }, title: title.replace(/\s+/gu, ' ').trim(), detail }))
    .sort((a, b) => nounKinds.indexOf(a.target.kind) - nounKinds.indexOf(b.target.kind));
}

export async function createCollection(
  change: Change,
  input: ParsedInputOf<'collections.create'>,
): Promise<Collection> {
  if (input.parentId !== null) await requireLive(change, 'collection', input.parentId);
  const id = await change.insert('collection', { name: wellFormed(input.name), parent_id: input.parentId });
  return getCollection(change, id);
}

/** The collection at a path of names from the outermost inwards, made where it is missing. */
export async function collectionAt(change: Change, path: readonly string[]): Promise<string> {
  let parentId: string | null = null;
  for (const name of path) {
    const row: { id: string } | undefined = await change.get(
      'SELECT id FROM collection WHERE name = ? AND parent_id IS ? AND deleted_at IS NULL ORDER BY created_at, id',
      [wellFormed(name), parentId],
    );
    parentId = row?.id ?? (await createCollection(change, { name, parentId })).id;
  }
  if (parentId === null) throw missing('collection');
  return parentId;
}

/** Renames or moves. @throws `bad-input` when a collection would come to lie inside itself */
export async function updateCollection(
  change: Change,
  input: ParsedInputOf<'collections.update'>,
): Promise<Collection> {
  await requireLive(change, 'collection', input.id);
  if (input.name !== undefined) await change.update('collection', input.id, { name: wellFormed(input.name) });
  if (input.parentId !== undefined) {
    if (input.parentId !== null) {
      await requireLive(change, 'collection', input.parentId);
      const inside = await change.get(
        `WITH RECURSIVE above (id, parent_id) AS (
           SELECT id, parent_id FROM collection WHERE id = ?
           UNION SELECT c.id, c.parent_id FROM collection c JOIN above ON c.id = above.parent_id)
         SELECT 1 AS found FROM above WHERE id = ?`,
        [input.parentId, input.id],
      );
      if (inside !== undefined) {
        throw new CommonplaceError('bad-input', 'A collection cannot be inside itself. Choose another place for it.');
      }
    }
    await change.update('collection', input.id, { parent_id: input.parentId });
  }
  return getCollection(change, input.id);
}

/** Puts nouns into a collection; those that are in it already stay. */
export async function addItems(
  change: Change,
  linkId: LibraryContext['linkId'],
  collectionId: string,
  items: readonly Target[],
): Promise<void> {
  await requireLive(change, 'collection', collectionId);
  for (const item of items) {
    await requireLive(change, item.kind, item.id);
    await change.insert('collection_item', {
      id: linkId(collectionId, item.id),
      collection_id: collectionId,
      target_kind: item.kind,
      target_id: item.id,
    });
  }
}

/** Takes nouns out of a collection; those that are not in it are passed over. */
export async function removeItems(change: Change, collectionId: string, items: readonly Target[]): Promise<void> {
  await requireLive(change, 'collection', collectionId);
  for (const item of items) {
    const row = await change.get<{ id: string }>(
      'SELECT id FROM collection_item WHERE collection_id = ? AND target_kind = ? AND target_id = ?',
      [collectionId, item.kind, item.id],
    );
    if (row !== undefined) await change.erase('collection_item', row.id);
  }
}

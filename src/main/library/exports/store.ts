import { withSources } from '../../../shared/memo/clusters';
import { documentReferences } from '../../../shared/memo/references';
import type { ExportedSource } from '../../annotations/w3c';
import { listExcerpts } from '../excerpts/store';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { parseDocument } from '../../../shared/memo/load';
import { unwrap } from '../../../shared/result';
import type { Locator, LocatorLabel } from '../../../shared/domain/common';
import type { MemoDocument } from '../../../shared/memo/document';
import type { Collection } from '../../../shared/domain/collections';
import type { Reference } from '../../../shared/domain/references';
import { listCollections } from '../collections/store';
import { currentIds } from '../sources/merges/store';
import { missingOrTrashed } from '../common/errors';
import { idList, jsonList, locatorOf } from '../common/rows';
import { tagNamesSql } from '../common/store';
import type { Reader } from '../db/types';
import { parseCsl } from '../sources/read';

export interface StoredMemo {
  title: string;
  styleId: string;
  locale: string;
  document: MemoDocument;
}

/** A memo to export, citing what stands for its sources now. @throws CommonplaceError `not-found`, `library-damaged` */
export async function exportedMemo(db: Reader, id: string): Promise<StoredMemo> {
  const row = await db.get<{ title: string; styleId: string; locale: string; document: string }>(
    'SELECT title, style_id AS styleId, locale, document FROM memo WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (!row) throw missingOrTrashed('memo');
  const document = unwrap(parseDocument(row.document, 'This memo'));
  const now = await currentIds(db, documentReferences(document).source.keys());
  return { ...row, document: withSources(document, now) };
}

export interface QuotedExcerpt {
  sourceId: string;
  locator: Locator | null;
}

/** Where quoted excerpts come from, by their id. Those in the Trash too: a memo that quotes one still says its source. */
export async function quotedExcerpts(db: Reader, ids: readonly string[]): Promise<Map<string, QuotedExcerpt>> {
  const rows = await db.all<{ id: string; sourceId: string; label: LocatorLabel | null; value: string | null }>(
    `SELECT id, source_id AS sourceId, locator_label AS label, locator_value AS value
     FROM excerpt WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, sourceId, label, value }) => [id, { sourceId, locator: locatorOf(label, value) }]));
}

/**
 * Sources for a bibliography by citation key, with where they are filed: those named, or all that are not in the Trash.
 * Notes only where they are asked for.
 */
export async function bibliographyReferences(
  db: Reader,
  { sourceIds, notes }: { sourceIds?: readonly string[] | undefined; notes: boolean },
): Promise<Reference[]> {
  const now = await currentIds(db, sourceIds ?? []);
  const chosen = sourceIds === undefined ? '' : 'AND s.id IN (SELECT value FROM json_each(?))';
  const notesSql = `(SELECT json_group_array(n.text ORDER BY n.created_at, n.id) FROM note n
    WHERE n.target_kind = 'source' AND n.target_id = s.id AND n.deleted_at IS NULL)`;
  const rows = await db.all<{ citationKey: string; csl: string; tags: string; notes: string; collections: string }>(
    `SELECT s.citation_key AS citationKey, s.csl, ${tagNamesSql('source', 's.id')} AS tags,
       ${notes ? notesSql : "'[]'"} AS notes,
       (SELECT json_group_array(i.collection_id) FROM collection_item i
         WHERE i.target_kind = 'source' AND i.target_id = s.id AND i.deleted_at IS NULL) AS collections
     FROM source s WHERE s.deleted_at IS NULL ${chosen} ORDER BY s.citation_key`,
    sourceIds === undefined ? [] : [idList(sourceIds.map((id) => now.get(id) ?? id))],
  );
  const paths = collectionPaths(await listCollections(db));
  return rows.map((row) => ({
    citationKey: row.citationKey,
    csl: parseCsl(row.csl),
    tags: jsonList(row.tags),
    notes: jsonList(row.notes),
    collections: jsonList(row.collections).flatMap((id) => {
      const path = paths.get(id);
      return path === undefined ? [] : [path];
    }),
  }));
}

/** The names of each collection and of those around it, from the outermost inwards. */
function collectionPaths(collections: readonly Collection[]): Map<string, string[]> {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return new Map(
    collections.map(({ id }) => {
      const path: string[] = [];
      // subtle: bounded, in case a damaged library has a collection inside itself.
      for (let at = byId.get(id); at !== undefined && path.length < 100; at = byId.get(at.parentId ?? ''))
        path.unshift(at.name);
      return [id, path];
    }),
  );
}

export interface ExportedAttachment {
  citationKey: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** The originals of sources that are not in the Trash, by citation key. */
export async function exportedAttachments(
  db: Reader,
  sourceIds: readonly string[] | undefined,
): Promise<ExportedAttachment[]> {
  const chosen = sourceIds === undefined ? '' : 'AND s.id IN (SELECT value FROM json_each(?))';
  return db.all<ExportedAttachment>(
    `SELECT s.citation_key AS citationKey, a.file_name AS fileName, a.media_type AS mediaType, a.bytes, a.sha256
     FROM attachment a JOIN source s ON s.id = a.source_id
     WHERE a.deleted_at IS NULL AND s.deleted_at IS NULL ${chosen} ORDER BY s.citation_key, a.created_at, a.id`,
    sourceIds === undefined ? [] : [JSON.stringify(sourceIds)],
  );
}

/** Live excerpts in the order of their texts, of one source or of all. */
export async function liveExcerptsOf(db: Reader, sourceId: string | undefined): Promise<Excerpt[]> {
  const excerpts: Excerpt[] = [];
  for (;;) {
    const { total, items } = await listExcerpts(db, {
      offset: excerpts.length,
      limit: 1000,
      sort: 'source',
      descending: false,
      includeTrashed: false,
      ...(sourceId === undefined ? {} : { sourceId }),
    });
    excerpts.push(...items);
    if (items.length === 0 || excerpts.length >= total) return excerpts;
  }
}

/** The same with the sources that they are from. */
export async function annotatedExcerpts(
  db: Reader,
  sourceId: string | undefined,
): Promise<{ excerpts: Excerpt[]; sources: ExportedSource[] }> {
  const excerpts = await liveExcerptsOf(db, sourceId);
  const ids = [...new Set(excerpts.map((excerpt) => excerpt.sourceId))];
  const rows = await db.all<{ sourceId: string; citationKey: string; csl: string }>(
    `SELECT id AS sourceId, citation_key AS citationKey, csl FROM source
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY citation_key`,
    [JSON.stringify(ids)],
  );
  return { excerpts, sources: rows.map((row) => ({ ...row, csl: parseCsl(row.csl) })) };
}

import type { ParsedInputOf } from '../../../shared/contract';
import type { Page } from '../../../shared/domain/common';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { sourceLanguageSql } from '../sources/languages/store';
import { needsLookSql, standingColumnsSql, standingJoinSql } from '../anchors/store';
import { missing } from '../common/errors';
import { idList } from '../common/rows';
import { tagNamesSql } from '../common/store';
import { Where } from '../common/where';
import type { Reader, SqlValue } from '../db/types';
import { toExcerpt, type ExcerptRow } from './read';

/** Columns and joins of an excerpt for display; what belongs to it comes in the same statement, not in one each. */
const excerptSql = `SELECT e.*, s.citation_key, s.short_citation, s.title AS source_title,
  s.deleted_at AS source_deleted_at, ${standingColumnsSql}, ${sourceLanguageSql} AS source_language,
  (SELECT language FROM snapshot WHERE id = e.snapshot_id) AS snapshot_language,
  ${tagNamesSql('excerpt', 'e.id')} AS tags,
  (SELECT json_group_array(a.id ORDER BY a.name) FROM actor_mention m JOIN actor a ON a.id = m.actor_id
    WHERE m.excerpt_id = e.id AND m.deleted_at IS NULL AND a.deleted_at IS NULL) AS actor_ids,
  (SELECT json_group_array(c.id ORDER BY c.created_at, c.id) FROM claim c WHERE c.deleted_at IS NULL AND c.id IN (
    SELECT claim_id FROM evidence WHERE excerpt_id = e.id AND deleted_at IS NULL
    UNION SELECT claim_id FROM position WHERE excerpt_id = e.id AND deleted_at IS NULL)) AS claim_ids
  FROM excerpt e JOIN source s ON s.id = e.source_id ${standingJoinSql}`;

const orders = {
  modified: (direction: string) => `e.modified_at ${direction}`,
  added: (direction: string) => `e.created_at ${direction}`,
  // By source and then in the order of the text, whichever way the sources go.
  source: (direction: string) =>
    `s.short_citation COLLATE NOCASE ${direction}, e.source_id, e.snapshot_id, e.start_offset`,
} as const;

/** One page of excerpts. Trashed ones, and those of trashed sources, only when asked for. */
export async function listExcerpts(db: Reader, input: ParsedInputOf<'excerpts.list'>): Promise<Page<Excerpt>> {
  const where = new Where();
  if (!input.includeTrashed) where.and('e.deleted_at IS NULL').and('s.deleted_at IS NULL');
  if (input.sourceId !== undefined) where.and('e.source_id = ?', input.sourceId);
  if (input.snapshotId !== undefined) where.and('e.snapshot_id = ?', input.snapshotId);
  if (input.needsLook) where.and(needsLookSql);
  if (input.kind !== undefined) where.and('e.kind = ?', input.kind);
  if (input.colour !== undefined) where.and('e.colour = ?', input.colour);
  if (input.tagId !== undefined) {
    where.and(
      `e.id IN (SELECT target_id FROM tagging WHERE tag_id = ? AND target_kind = 'excerpt' AND deleted_at IS NULL)`,
      input.tagId,
    );
  }
  if (input.actorId !== undefined) {
    where.and(
      'e.id IN (SELECT excerpt_id FROM actor_mention WHERE actor_id = ? AND deleted_at IS NULL)',
      input.actorId,
    );
  }
  if (input.claimId !== undefined) {
    where.and(
      `e.id IN (SELECT excerpt_id FROM evidence WHERE claim_id = ? AND deleted_at IS NULL
        UNION SELECT excerpt_id FROM position WHERE claim_id = ? AND excerpt_id IS NOT NULL AND deleted_at IS NULL)`,
      input.claimId,
      input.claimId,
    );
  }
  if (input.collectionId !== undefined) {
    // A collected source brings its excerpts with it.
    where.and(
      `e.id IN (SELECT target_id FROM collection_item WHERE collection_id = ? AND target_kind = 'excerpt' AND deleted_at IS NULL)
        OR e.source_id IN (SELECT target_id FROM collection_item WHERE collection_id = ? AND target_kind = 'source' AND deleted_at IS NULL)`,
      input.collectionId,
      input.collectionId,
    );
  }
  where.words(input.filter, ['e.text', 'e.note', 's.short_citation', 's.title']);
  const order = orders[input.sort](input.descending ? 'DESC' : 'ASC');
  const total = await db.get<{ total: number }>(
    `SELECT count(*) AS total FROM excerpt e JOIN source s ON s.id = e.source_id ${where.sql}`,
    where.params,
  );
  // subtle: the page is cut first, by index where there is one, and joined after, or SQLite would gather tags and links
  // of every row it sorts.
  const rows = await db.all<ExcerptRow>(
    `${excerptSql} WHERE e.id IN (
       SELECT e.id FROM excerpt e JOIN source s ON s.id = e.source_id ${where.sql}
       ORDER BY ${order}, e.id LIMIT ? OFFSET ?
     ) ORDER BY ${order}, e.id`,
    [...where.params, input.limit, input.offset],
  );
  return { total: total?.total ?? 0, offset: input.offset, items: rows.map(toExcerpt) };
}

/** One excerpt, in the Trash or not. @throws `not-found` */
export async function getExcerpt(db: Reader, id: string): Promise<Excerpt> {
  const row = await db.get<ExcerptRow>(`${excerptSql} WHERE e.id = ?`, [id]);
  if (row === undefined) throw missing('excerpt');
  return toExcerpt(row);
}

/** Excerpts by id, those in the Trash too; unknown ids are left out. */
export async function excerptsById(db: Reader, ids: Iterable<string>): Promise<Map<string, Excerpt>> {
  const rows = await db.all<ExcerptRow>(`${excerptSql} WHERE e.id IN (SELECT value FROM json_each(?))`, [idList(ids)]);
  return new Map(rows.map((row) => [row.id, toExcerpt(row)]));
}

/** Live excerpts of live sources whose id is in a subselect, by source and place: what a page of an actor or event shows. */
export async function liveExcerptsIn(db: Reader, subselect: string, params: readonly SqlValue[]): Promise<Excerpt[]> {
  const rows = await db.all<ExcerptRow>(
    `${excerptSql} WHERE e.deleted_at IS NULL AND s.deleted_at IS NULL AND e.id IN (${subselect})
     ORDER BY s.short_citation COLLATE NOCASE, e.source_id, e.snapshot_id, e.start_offset, e.id`,
    params,
  );
  return rows.map(toExcerpt);
}

/** Whether there is an excerpt of that id, in the Trash or not. */
export async function hasExcerpt(db: Reader, id: string): Promise<boolean> {
  return (await db.get('SELECT 1 FROM excerpt WHERE id = ?', [id])) !== undefined;
}

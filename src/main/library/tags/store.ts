import type { ParsedInputOf } from '../../../shared/contract';
import type { Tag } from '../../../shared/domain/collections';
import type { TagColour, Target } from '../../../shared/domain/common';
import { CommonplaceError } from '../../../shared/result';
import { fold } from '../../../shared/search/fold';
import type { Change } from '../changes/types';
import { missing } from '../common/errors';
import { times, wellFormed, type TimesRow } from '../common/rows';
import { liveTargetCountSql, requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

interface TagRow extends TimesRow {
  id: string;
  name: string;
  colour: string;
  use_count: number;
}

// A use counts while its noun is not in the Trash.
const tagSql = `SELECT t.id, t.created_at, t.modified_at, t.deleted_at, t.name, t.colour,
  ${liveTargetCountSql('tagging', 'link.tag_id = t.id')} AS use_count
  FROM tag t`;

function toTag(row: TagRow): Tag {
  return { id: row.id, name: row.name, colour: row.colour as TagColour, useCount: row.use_count, ...times(row) };
}

/** A name as it is stored: one line, single spaces. Names that differ only in case or marks are one tag. */
function tagName(name: string): { name: string; folded_name: string } {
  const clean = wellFormed(name).replace(/\s+/gu, ' ').trim();
  // subtle: a name of marks or signs alone folds to nothing; it is then its own fold.
  return { name: clean, folded_name: fold(clean).trim() || clean };
}

/** All tags by name. */
export async function listTags(db: Reader): Promise<Tag[]> {
  const rows = await db.all<TagRow>(`${tagSql} WHERE t.deleted_at IS NULL ORDER BY t.folded_name, t.id`);
  return rows.map(toTag);
}

async function getTag(db: Reader, id: string): Promise<Tag> {
  const row = await db.get<TagRow>(`${tagSql} WHERE t.id = ?`, [id]);
  if (row === undefined) throw missing('tag');
  return toTag(row);
}

async function findByName(db: Reader, foldedName: string): Promise<{ id: string; name: string } | undefined> {
  return db.get('SELECT id, name FROM tag WHERE folded_name = ? AND deleted_at IS NULL', [foldedName]);
}

function taken(name: string): CommonplaceError {
  return new CommonplaceError('duplicate', `There is already a tag “${name}”. Use that one, or choose another name.`);
}

export async function createTag(change: Change, input: ParsedInputOf<'tags.create'>): Promise<Tag> {
  const columns = tagName(input.name);
  const other = await findByName(change, columns.folded_name);
  if (other !== undefined) throw taken(other.name);
  return getTag(change, await change.insert('tag', { ...columns, colour: input.colour }));
}

export async function updateTag(change: Change, input: ParsedInputOf<'tags.update'>): Promise<Tag> {
  await requireLive(change, 'tag', input.id);
  if (input.name !== undefined) {
    const columns = tagName(input.name);
    const other = await findByName(change, columns.folded_name);
    if (other !== undefined && other.id !== input.id) throw taken(other.name);
    await change.update('tag', input.id, columns);
  }
  if (input.colour !== undefined) await change.update('tag', input.id, { colour: input.colour });
  return getTag(change, input.id);
}

/** Throws `duplicate` if restoring this tag would make two of one name. */
export async function requireFreeName(db: Reader, id: string): Promise<void> {
  const row = await db.get<{ folded_name: string }>('SELECT folded_name FROM tag WHERE id = ?', [id]);
  if (row === undefined) throw missing('tag');
  const other = await findByName(db, row.folded_name);
  if (other !== undefined && other.id !== id) {
    throw new CommonplaceError('duplicate', `There is a newer tag “${other.name}”. Rename it, then restore this one.`);
  }
}

/** Makes `names` the whole list of a noun's tags; unknown names become new tags. @throws `not-found` */
export async function setTags(
  change: Change,
  linkId: LibraryContext['linkId'],
  target: Target,
  names: readonly string[],
): Promise<void> {
  await requireLive(change, target.kind, target.id);
  const wanted = new Set<string>();
  for (const name of names) {
    const columns = tagName(name);
    if (columns.name === '') continue;
    const tag = await findByName(change, columns.folded_name);
    wanted.add(tag?.id ?? (await change.insert('tag', { ...columns, colour: 'none' })));
  }
  const present = await change.all<{ id: string; tag_id: string }>(
    `SELECT g.id, g.tag_id FROM tagging g JOIN tag t ON t.id = g.tag_id
     WHERE g.target_kind = ? AND g.target_id = ? AND g.deleted_at IS NULL AND t.deleted_at IS NULL`,
    [target.kind, target.id],
  );
  for (const tagging of present) if (!wanted.has(tagging.tag_id)) await change.erase('tagging', tagging.id);
  const had = new Set(present.map((tagging) => tagging.tag_id));
  for (const tagId of wanted) {
    if (had.has(tagId)) continue;
    await change.insert('tagging', {
      id: linkId(tagId, target.id),
      tag_id: tagId,
      target_kind: target.kind,
      target_id: target.id,
    });
  }
}

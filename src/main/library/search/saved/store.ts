import type { SavedSearch } from '../../../../shared/domain/searches';
import type { Change } from '../../changes/types';
import { missing } from '../../common/errors';
import { times, wellFormed, type TimesRow } from '../../common/rows';
import type { Reader } from '../../db/types';

interface SavedSearchRow extends TimesRow {
  id: string;
  name: string;
  query: string;
}

const columns = 'id, created_at, modified_at, deleted_at, name, query';

function toSavedSearch(row: SavedSearchRow): SavedSearch {
  return { id: row.id, name: row.name, query: row.query, ...times(row) };
}

/** All saved searches by name. */
export async function listSavedSearches(db: Reader): Promise<SavedSearch[]> {
  const rows = await db.all<SavedSearchRow>(
    `SELECT ${columns} FROM saved_search WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id`,
  );
  return rows.map(toSavedSearch);
}

export async function getSavedSearch(db: Reader, id: string): Promise<SavedSearch> {
  const row = await db.get<SavedSearchRow>(`SELECT ${columns} FROM saved_search WHERE id = ? AND deleted_at IS NULL`, [
    id,
  ]);
  if (row === undefined) throw missing('saved_search');
  return toSavedSearch(row);
}

export async function createSavedSearch(
  change: Change,
  { name, query }: { name: string; query: string },
): Promise<SavedSearch> {
  const id = await change.insert('saved_search', { name: wellFormed(name), query: wellFormed(query) });
  return getSavedSearch(change, id);
}

export async function updateSavedSearch(
  change: Change,
  { id, name, query }: { id: string; name?: string | undefined; query?: string | undefined },
): Promise<SavedSearch> {
  await getSavedSearch(change, id);
  await change.update('saved_search', id, {
    ...(name === undefined ? {} : { name: wellFormed(name) }),
    ...(query === undefined ? {} : { query: wellFormed(query) }),
  });
  return getSavedSearch(change, id);
}

/** Erases it: there is nothing in it that Undo does not bring back. */
export async function deleteSavedSearch(change: Change, id: string): Promise<void> {
  await getSavedSearch(change, id);
  await change.erase('saved_search', id);
}

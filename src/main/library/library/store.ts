import type { NounKind } from '../../../shared/domain/common';
import { nounKinds } from '../../../shared/domain/common';
import type { LibraryInfo } from '../../../shared/domain/library';
import type { Reader, Writer } from '../db/types';

export interface LibraryRow {
  id: string;
  name: string;
  createdAt: string;
  /** The device that made it, and that writes where no other is given. */
  device: string;
}

export async function insertLibrary(db: Writer, row: LibraryRow): Promise<void> {
  await db.run('INSERT INTO library (singleton, id, name, created_at, device) VALUES (1, ?, ?, ?, ?)', [
    row.id,
    row.name,
    row.createdAt,
    row.device,
  ]);
}

export function findLibrary(db: Reader): Promise<LibraryRow | undefined> {
  return db.get<LibraryRow>('SELECT id, name, created_at AS createdAt, device FROM library WHERE singleton = 1');
}

/** How many rows of each kind there are, and how many nouns are in the Trash. */
export async function countNouns(db: Reader): Promise<LibraryInfo['counts']> {
  const counts: Partial<LibraryInfo['counts']> = {};
  let trash = 0;
  for (const kind of [...nounKinds, 'tag', 'collection'] as const satisfies readonly (
    NounKind | 'tag' | 'collection'
  )[]) {
    // Excerpts of a source in the Trash are in no list.
    const elsewhere =
      kind === 'excerpt' ? 'AND source_id NOT IN (SELECT id FROM source WHERE deleted_at IS NOT NULL)' : '';
    const row = await db.get<{ present: number; trashed: number }>(
      `SELECT count(*) FILTER (WHERE deleted_at IS NULL ${elsewhere}) AS present, count(deleted_at) AS trashed
         FROM "${kind}"`,
    );
    counts[kind] = row?.present ?? 0;
    if (kind !== 'tag' && kind !== 'collection') trash += row?.trashed ?? 0;
  }
  return { ...(counts as LibraryInfo['counts']), trash };
}

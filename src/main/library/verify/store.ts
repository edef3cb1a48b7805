import type { Finding } from '../../../shared/domain/library';
import type { Reader } from '../db/types';

export interface SnapshotText {
  id: string;
  text: string;
  sha256: string;
}

export interface ExcerptText {
  id: string;
  snapshotId: string;
  kind: string;
  text: string;
  exact: string;
  start: number;
  end: number;
  textSha256: string;
  snapshotSha256: string;
}

/** What SQLite itself finds wrong with the file. It may also throw. */
export async function integrity(db: Reader): Promise<Finding[]> {
  const rows = await db.all<Record<string, string>>('PRAGMA integrity_check(100)');
  return rows
    .map((row) => String(Object.values(row)[0]))
    .filter((answer) => answer !== 'ok')
    .map((message) => ({ check: 'integrity', message }));
}

export async function brokenForeignKeys(db: Reader): Promise<Finding[]> {
  const rows = await db.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check');
  return rows.map(({ table, rowid, parent }) => ({
    check: 'foreign-key',
    message: `Row ${rowid ?? '?'} of “${table}” points at something missing in “${parent}”.`,
  }));
}

/** Every snapshot, one in memory at a time. */
export async function* snapshotsFrom(db: Reader): AsyncGenerator<SnapshotText> {
  let after = '';
  for (;;) {
    const next = await db.get<SnapshotText>('SELECT id, text, sha256 FROM snapshot WHERE id > ? ORDER BY id LIMIT 1', [
      after,
    ]);
    if (!next) return;
    yield next;
    after = next.id;
  }
}

/** Every excerpt, by snapshot. `onSnapshot` is given the snapshot of those that follow. */
export async function* excerptsFrom(
  db: Reader,
  onSnapshot: (snapshot: SnapshotText | undefined) => void,
): AsyncGenerator<ExcerptText> {
  const used = await db.all<{ id: string }>('SELECT DISTINCT snapshot_id AS id FROM excerpt');
  for (const { id } of used) {
    onSnapshot(await db.get<SnapshotText>('SELECT id, text, sha256 FROM snapshot WHERE id = ?', [id]));
    yield* await db.all<ExcerptText>(
      `SELECT id, snapshot_id AS snapshotId, kind, text, exact, start_offset AS start, end_offset AS "end",
              text_sha256 AS textSha256, snapshot_sha256 AS snapshotSha256
       FROM excerpt WHERE snapshot_id = ?`,
      [id],
    );
  }
}

/** Attachments in use, each file once. */
export async function attachmentsFrom(db: Reader): Promise<{ id: string; sha256: string; bytes: number }[]> {
  return db.all('SELECT min(id) AS id, sha256, bytes FROM attachment GROUP BY sha256, bytes');
}

import { missing } from '../common/errors';
import type { Reader } from '../db/types';

/** The hash of an attachment that is not in the Trash. @throws `not-found` */
export async function attachmentHash(db: Reader, id: string): Promise<string> {
  const row = await db.get<{ sha256: string }>('SELECT sha256 FROM attachment WHERE id = ? AND deleted_at IS NULL', [
    id,
  ]);
  if (row === undefined) throw missing('attachment');
  return row.sha256;
}

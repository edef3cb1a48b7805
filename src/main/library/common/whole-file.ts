import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommonplaceError } from '../../../shared/result';
import { syncPath } from '../db/migrate';

/**
 * Writes a file that appears whole or not at all: under another name first, which takes its place once all of it is on the disk.
 * @param what it is, for what is said when it fails: "archive"
 * @param write to the path that it is given
 * @throws CommonplaceError `disk-full`, `cancelled`
 */
export async function writeWhole<T>(
  path: string,
  what: string,
  write: (partial: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const partial = `${path}.partial`;
  try {
    const written = await write(partial);
    await syncPath(partial);
    await rename(partial, path);
    await syncPath(dirname(path));
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    if (signal?.aborted) throw new CommonplaceError('cancelled', `The ${what} was cancelled. Nothing was written.`);
    if ((error as { code?: unknown }).code === 'ENOSPC')
      throw new CommonplaceError('disk-full', `The disk is full and the ${what} was not written. Free some space.`);
    throw error;
  }
}

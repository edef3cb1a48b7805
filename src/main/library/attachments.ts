import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommonplaceError } from '../../shared/result';
import { sha256 } from './common/rows';
import { syncPath } from './db/migrate';
import { libraryPaths } from './open';

/** Where the file of that hash is, whether or not it is there: `attachments/ab/abcd…`. */
export function attachmentPath(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new CommonplaceError('bad-input', 'This is no SHA-256 of an attachment.');
  return join(libraryPaths(folder).attachments, hash.slice(0, 2), hash);
}

/**
 * Keeps an original file in the library's folder, once, under its SHA-256. On the disk before this resolves, so that a
 * row that names it is never committed first. A file that no row names afterwards is harmless.
 * @returns the hash
 * @throws CommonplaceError `disk-full`, `read-only`
 */
export async function storeAttachment(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const path = attachmentPath(folder, hash);
  const present = await lstat(path).catch(() => undefined);
  // A file of the right size may still be damaged; then storing it again repairs it.
  const isThere = present?.isFile() === true && present.size === bytes.byteLength;
  if (isThere && sha256(await readFile(path)) === hash) return hash;
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
    await syncPath(dirname(path));
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw asStorageFailure(error);
  }
  return hash;
}

/**
 * An attachment's bytes, checked against its hash.
 * @throws CommonplaceError `not-found` if the file is gone, `library-damaged` if its bytes are not what was stored
 */
export async function readAttachment(folder: string, hash: string): Promise<Uint8Array> {
  const path = attachmentPath(folder, hash);
  let bytes: Uint8Array;
  try {
    // subtle: a library from elsewhere may have a link or a pipe there, which would lead out of it, or never end.
    if (!(await lstat(path)).isFile()) throw attachmentChanged();
    bytes = await readFile(path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw attachmentMissing();
  }
  if (sha256(bytes) !== hash) throw attachmentChanged();
  return bytes;
}

/** The file that a row names is not there. */
export function attachmentMissing(): CommonplaceError {
  return new CommonplaceError(
    'not-found',
    'The original file is missing from the library’s attachments folder. Restore it from a backup.',
  );
}

/** What is there is not the file that was stored. */
export function attachmentChanged(): CommonplaceError {
  return new CommonplaceError(
    'library-damaged',
    'The original file was changed or damaged on the disk. Restore it from a backup.',
  );
}

function asStorageFailure(error: unknown): unknown {
  switch ((error as { code?: unknown } | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommonplaceError(
        'disk-full',
        'The disk is full and the file was not saved. Free some space and try again.',
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new CommonplaceError(
        'read-only',
        'This library can only be read here. Copy it to a place you can write to.',
      );
    default:
      return error;
  }
}

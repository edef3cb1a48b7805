import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { attachmentChanged, attachmentMissing, attachmentPath } from '../attachments';

/** A part of a file, and the size of the whole, in bytes. */
export interface FilePart {
  bytes: Uint8Array;
  total: number;
}

/** Reads at most `length` bytes from `offset` on; none beyond the end. */
export type PartReader = (hash: string, offset: number, length: number) => Promise<FilePart>;

/** Files whose check is remembered, at most. */
const mostChecked = 100;

/**
 * Reads attachments in parts. The whole file is checked against its hash before the first part of it is given out, and again
 * whenever the file system says that it is another file, or has been written to.
 * @param folder of the library
 * @throws CommonplaceError from the reader: `not-found` if the file is gone, `library-damaged` if it is not what was stored
 */
export function partReader(folder: string): PartReader {
  const checked = new Map<string, string>();

  async function check(hash: string, file: FileHandle): Promise<void> {
    const stamp = await stampOf(file);
    if (checked.get(hash) === stamp) return;
    checked.delete(hash);
    if ((await hashOf(file)) !== hash) throw attachmentChanged();
    const [oldest] = checked.keys();
    if (checked.size >= mostChecked && oldest !== undefined) checked.delete(oldest);
    checked.set(hash, stamp);
  }

  return async (hash, offset, length) => {
    const file = await openFile(attachmentPath(folder, hash));
    try {
      const { size } = await plainFile(file);
      await check(hash, file);
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await file.read(bytes, done, bytes.length - done, offset + done);
        if (bytesRead === 0) throw attachmentChanged();
        done += bytesRead;
      }
      return { bytes, total: size };
    } finally {
      await file.close();
    }
  };
}

/** subtle: not following links, and not waiting for pipes: a library from elsewhere may have either there. */
async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw attachmentMissing();
    if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') throw attachmentChanged();
    throw error;
  }
}

async function plainFile(file: FileHandle) {
  const stats = await file.stat();
  if (!stats.isFile()) throw attachmentChanged();
  return stats;
}

async function stampOf(file: FileHandle): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(1 << 20);
  for (let position = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

import { readFile, stat } from 'node:fs/promises';
import { CommonplaceError } from '../../shared/result';

/**
 * A file's bytes; folders, devices and missing files get a sentence each. Nothing above `limit` bytes is read.
 * @throws CommonplaceError `bad-input`, `too-large`, `not-found`, `unreadable`
 */
export async function readInput(file: string, limit: number): Promise<Uint8Array> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory())
      throw new CommonplaceError('bad-input', `“${file}” is a folder. Name the files in it, for example: ${file}/*`);
    if (!facts.isFile()) throw new CommonplaceError('bad-input', `“${file}” is not an ordinary file and is not read.`);
    if (facts.size > limit) {
      const size = Math.round(facts.size / 1_000_000);
      throw new CommonplaceError(
        'too-large',
        `“${file}” has ${size} MB; up to ${Math.round(limit / 1_000_000)} MB are read. Split it, or try “--large”.`,
      );
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof CommonplaceError) throw error;
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CommonplaceError('not-found', `There is no file “${file}”. Check its name and folder.`);
    if (code === 'EACCES' || code === 'EPERM') {
      throw new CommonplaceError('unreadable', `You may not read “${file}”. Change its permissions and try again.`);
    }
    throw new CommonplaceError(
      'unreadable',
      `“${file}” could not be read (${String(code)}). Check the disk and try again.`,
    );
  }
}

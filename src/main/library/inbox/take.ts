import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportOutcome } from '../../../shared/domain/imports';
import { CommonplaceError, failureFrom, ok, type Result } from '../../../shared/result';
import { readInput } from '../../importing/read-input';
import { ordinaryCaps } from '../../importing/run';
import { broughtIn, refused, setAside } from './files';

export type ImportFile = (fileName: string, bytes: Uint8Array) => Promise<ImportOutcome>;

/**
 * Brings one file of the inbox into the library and moves it aside. One that was cancelled stays where it is; a refused
 * one is set apart, so that it is not tried again and again. Never throws.
 */
export async function takeFile(inbox: string, name: string, importFile: ImportFile): Promise<Result<ImportOutcome>> {
  let result: Result<ImportOutcome>;
  try {
    const path = join(inbox, name);
    if ((await lstat(path)).isSymbolicLink()) {
      throw new CommonplaceError('bad-input', `“${name}” is a link, which is not followed. Put the file itself there.`);
    }
    const bytes = await readInput(path, ordinaryCaps.limits.bytes);
    result = ok(await importFile(name, bytes));
  } catch (error) {
    result = { ok: false, error: failureFrom(error) };
  }
  // A full disk or a library that cannot be written to is not the file's fault.
  const isSettled = result.ok || !['cancelled', 'disk-full', 'read-only', 'not-found'].includes(result.error.code);
  try {
    if (isSettled) await setAside(inbox, name, result.ok ? broughtIn : refused);
  } catch (error) {
    if (result.ok) result.value.warnings.push(`It is still in the inbox: ${failureFrom(error).message}`);
  }
  return result;
}

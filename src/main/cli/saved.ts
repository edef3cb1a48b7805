import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ExportedFile, ExportOutcome } from '../../shared/domain/exports';
import { CommonplaceError } from '../../shared/result';
import type { CommandContext } from './command';
import { shown } from './output';

/** Writes an export: to the file named, with what belongs to it beside it, or to the standard output for "-". */
export async function saved(
  { output, result, options }: CommandContext,
  outcome: ExportOutcome,
  to: string | undefined,
): Promise<0> {
  for (const warning of outcome.warnings) output.err(`${shown(warning)}\n`);
  const [main, ...others] = outcome.files;
  if (!main) throw new CommonplaceError('internal', 'The export made no file. Try another format.');
  if (to === '-') {
    output.bytes(main.bytes);
    return 0;
  }
  const target = resolve(to ?? main.fileName);
  // What the main file refers to by name (its CSL-JSON) keeps that name.
  const files: [string, ExportedFile][] = [
    [target, main],
    ...others.map((file): [string, ExportedFile] => [join(dirname(target), basename(file.fileName)), file]),
  ];
  // All are looked at before any is written, so that a refusal leaves everything as it was.
  for (const [path] of options.force ? [] : files) await refuseToReplace(path);
  for (const [path, file] of files) await save(path, file.bytes);
  const list = files.map(([path, file]) => ({ file: path, mediaType: file.mediaType, bytes: file.bytes.byteLength }));
  result({ ok: true, files: list, warnings: outcome.warnings }, () => list.map(({ file }) => shown(file)).join('\n'));
  return 0;
}

/** What is there already may be somebody's work. An empty file, as `mktemp` makes one, and a device or pipe hold none. */
export async function refuseToReplace(path: string): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile() || facts.size === 0) return;
  throw new CommonplaceError(
    'conflict',
    `There is a file “${path}” already, and nothing was written. Name another file with -o, or replace it with --force.`,
  );
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const reason: Record<string, string> = {
      ENOENT: 'its folder does not exist',
      EISDIR: 'it is a folder',
      EACCES: 'you may not write there',
      EROFS: 'you may not write there',
      ENOSPC: 'the disk is full',
    };
    throw new CommonplaceError(
      'unavailable',
      `“${path}” could not be written: ${reason[String(code)] ?? String(code)}. Name another file with -o.`,
    );
  }
}

import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { duplicatePolicies, importFormatNames, type ImportOutcome } from '../../../shared/domain/imports';
import { CommonplaceError, failureFrom, type Failure } from '../../../shared/result';
import type { Call } from '../../core/session';
import { largeCaps, ordinaryCaps } from '../../importing/run';
import type { Command } from '../command';
import { oneOf, usage } from '../options';
import { shown } from '../output';

type Imported = { file: string; ok: true } & ImportOutcome;
type Refused = { file: string; ok: false; error: Failure };

export const importFiles: Command = {
  name: 'import',
  synopsis: 'import FILE… [--on-duplicate skip|add|snapshot] [--large]',
  summary: `sources from ${importFormatNames}`,
  options: ['on-duplicate', 'large'],
  writes: true,
  async run({ words, options, output, open, onProgress }) {
    if (words.length === 0) throw usage('Name the files to import, for example: commonplace import article.html');
    const onDuplicate = oneOf(options['on-duplicate'] ?? 'skip', duplicatePolicies, '--on-duplicate');
    const large = options.large ?? false;
    const call = await open();
    let done = 0;
    onProgress((stage, fileName) => {
      if (output.interactive) output.err(`[${done + 1}/${words.length}] ${stage} ${shown(fileName)}\n`);
    });
    let failed = 0;
    for (const file of words) {
      const line = await importOne(call, file, { onDuplicate, large });
      done += 1;
      if (!line.ok) failed += 1;
      // One line a file, as soon as it is known: the list may be long.
      if (options.json) output.out(`${JSON.stringify(line)}\n`);
      if (line.ok) {
        if (!options.json) output.out(`${describe(line)}\n`);
        for (const warning of line.warnings) output.err(`${shown(file)}: ${shown(warning)}\n`);
      } else output.err(`${shown(file)}: ${shown(line.error.message)}\n`);
    }
    return failed > 0 ? 2 : 0;
  },
};

async function importOne(
  call: Call,
  file: string,
  options: { onDuplicate: (typeof duplicatePolicies)[number]; large: boolean },
): Promise<Imported | Refused> {
  try {
    const bytes = await readInput(file, (options.large ? largeCaps : ordinaryCaps).limits.bytes);
    const outcome = await call('imports.file', { jobId: randomUUID(), fileName: basename(file), bytes, ...options });
    return { file, ok: true, ...outcome };
  } catch (error) {
    return { file, ok: false, error: failureFrom(error) };
  }
}

function describe({ status, citationKey, csl, snapshot }: Imported): string {
  const words = { added: 'added', 'already-there': 'there already', 'snapshot-added': 'new snapshot' }[status];
  return `@${citationKey}  ${shown(String(csl.title ?? ''))}  (${words}; ${snapshot.blocks} blocks, ${snapshot.characters} characters)`;
}

/** A file's bytes; folders, devices and missing files get a sentence each. Nothing above `limit` bytes is read. */
export async function readInput(file: string, limit: number): Promise<Uint8Array> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) throw usage(`“${file}” is a folder. Name the files in it, for example: ${file}/*`);
    if (!facts.isFile()) throw usage(`“${file}” is not an ordinary file and is not read.`);
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

import { readdir, rmdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CommonplaceError } from '../../../shared/result';
import { createSession } from '../../core/session';
import { libraryHandlers } from '../../library/handlers';
import { silentLog } from '../../library/open';
import { writeSample } from '../../library/sample/write';
import type { Command } from '../command';
import { usage } from '../options';
import { shown } from '../output';

export const init: Command = {
  name: 'init',
  synopsis: 'init DIR [--sample] [--name NAME]',
  summary: 'make a new library in the folder DIR, or the sample one',
  options: ['sample', 'name'],
  writes: true,
  async run({ words, options, result, output }) {
    const given = words[0] ?? options.library;
    if (given === undefined || words.length > 1)
      throw usage('Name one folder for the new library, for example: commonplace init Dossier.commonplace');
    const folder = resolve(given);
    await removeIfEmpty(folder);
    const name = options.name?.trim() || basename(folder).replace(/\.commonplace$/u, '') || 'Library';
    const session = await createSession(folder, { clock: Date.now, log: silentLog, handlers: libraryHandlers, name });
    try {
      if (options.sample) {
        if (output.interactive) output.err('Writing the sample library …\n');
        await writeSample(session.call);
      }
      const { id } = session.library.library;
      result({ ok: true, id, name, folder }, () => `Made the library “${shown(name)}” in ${shown(folder)}`);
      return 0;
    } finally {
      await session.close();
    }
  },
};

/** `init $(mktemp -d)` is what scripts write: an empty folder may be taken. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) await rmdir(folder);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOTDIR') throw new CommonplaceError('library-exists', `“${folder}” is a file. Choose another name.`);
    // Not there, or not ours to look into: making the library says what is wrong.
  }
}

export const verify: Command = {
  name: 'verify',
  synopsis: 'verify',
  summary: 'check integrity, foreign keys, hashes and the search index; exit 1 if anything is wrong',
  options: [],
  writes: false,
  async run({ open, result }) {
    const report = await (await open())('library.verify', {});
    result(report, () => {
      const counts = Object.entries(report.checked).map(([what, count]) => `${count} ${what}`);
      const checked = `Checked: ${counts.join(', ')}.`;
      if (report.ok) return `${checked}\nThe library is sound.`;
      return [checked, ...report.findings.map((finding) => `${finding.check}: ${shown(finding.message)}`)].join('\n');
    });
    return report.ok ? 0 : 1;
  },
};

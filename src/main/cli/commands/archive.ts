import { basename, resolve } from 'node:path';
import { restoreArchive } from '../../library/archive/restore';
import { writeArchive } from '../../library/archive/write';
import { openLibrary, silentLog } from '../../library/open';
import type { Command } from '../command';
import { required, usage } from '../options';
import { shown } from '../output';

export const archive: Command = {
  name: 'archive',
  synopsis: 'archive -o FILE',
  summary: 'the whole library as one file of open formats, to keep or to give away',
  options: ['output'],
  writes: false,
  async run({ options, result, folder }) {
    const file = resolve(required(options, 'output', 'commonplace archive -o Border.zip'));
    const library = await openLibrary(folder(), { clock: Date.now, log: silentLog, readOnly: true });
    try {
      const written = await writeArchive(library.context, file);
      result({ ok: written.missing.length === 0, file, ...written }, () => {
        const lost = written.missing.map((hash) => `Missing from the library, so not in the archive: ${hash}`);
        const counts = `${written.records} records and ${written.attachments} original files`;
        return [`Archived ${counts} in ${shown(file)}`, `Content: ${written.content}`, ...lost].join('\n');
      });
      return written.missing.length === 0 ? 0 : 1;
    } finally {
      await library.close();
    }
  },
};

export const restore: Command = {
  name: 'restore',
  synopsis: 'restore FILE DIR',
  summary: 'make a new library in the folder DIR from an archive',
  options: [],
  writes: true,
  async run({ words, result }) {
    const [file, given] = words;
    if (file === undefined || given === undefined || words.length > 2)
      throw usage(
        'Name the archive and the new folder, for example: commonplace restore Border.zip Border.commonplace',
      );
    const folder = resolve(given);
    const restored = await restoreArchive(resolve(file), folder, { clock: Date.now, log: silentLog });
    result({ ok: restored.report.ok, folder, ...restored }, () => {
      const counts = `${restored.records} records and ${restored.attachments} original files`;
      const findings = restored.report.findings.map(({ check, message }) => `${check}: ${shown(message)}`);
      return [`Restored “${shown(restored.name)}” in ${shown(basename(folder))}: ${counts}`, ...findings].join('\n');
    });
    return restored.report.ok ? 0 : 1;
  },
};

import { resolve } from 'node:path';
import { memoFormats } from '../../../shared/domain/exports';
import { writeBundle } from '../../library/bundle/write';
import { openLibrary, silentLog } from '../../library/open';
import type { Command } from '../command';
import { findMemo } from '../find';
import { oneOf, required, usage } from '../options';
import { shown } from '../output';
import { refuseToReplace } from '../saved';

const example = 'commonplace bundle "My memo" -o Evidence.zip';

export const bundle: Command = {
  name: 'bundle',
  synopsis: `bundle MEMO [--to ${memoFormats.join(',')}] -o FILE [--force]`,
  summary:
    'the memo with its ledger, the texts and originals it cites, and pages that open each cited passage without the app, as one zip',
  options: ['to', 'output', 'force'],
  writes: false,
  async run({ words, options, open, output, result, folder }) {
    if (words.length === 0) throw usage(`Name the memo by its id or title, for example: ${example}`);
    const formats = (options.to ?? 'docx,pdf')
      .split(',')
      .filter((format) => format !== '')
      .map((format) => oneOf(format.trim(), memoFormats, '--to'));
    const file = resolve(required(options, 'output', example));
    if (!options.force) await refuseToReplace(file);
    const memo = await findMemo(await open(), words.join(' '));
    const library = await openLibrary(folder(), { clock: Date.now, log: silentLog, readOnly: true });
    try {
      const written = await writeBundle(library.context, { memoId: memo.id, formats }, file, {
        onProgress: (done, total) => {
          if (done % 50 === 0 || done === total) output.err(`${done} of ${total} files\n`);
        },
      });
      for (const warning of written.warnings) output.err(`${shown(warning)}\n`);
      result({ ok: true, file, ...written }, () => {
        const size = `${(written.bytes / 1_000_000).toFixed(1)} MB`;
        return `${shown(file)}: ${written.files} files, ${written.sources} sources, ${written.passages} passages, ${size}`;
      });
      return 0;
    } finally {
      await library.close();
    }
  },
};

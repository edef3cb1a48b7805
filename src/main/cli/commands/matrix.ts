import { matrixRows } from '../../../shared/claims/matrix';
import { matrixAcross, matrixFormats } from '../../../shared/domain/matrix';
import type { Command } from '../command';
import { oneOf, usage } from '../options';
import { table } from '../output';
import { saved } from '../saved';

export const matrix: Command = {
  name: 'matrix',
  synopsis: `matrix [--across actors|sources] [--as-of DATE] [--to ${matrixFormats.join('|')}] [-o FILE] [--force]`,
  summary: 'claims against actors or sources, now or on a date; with --to as a spreadsheet or a cited document',
  options: ['across', 'as-of', 'to', 'output', 'style', 'locale', 'force'],
  writes: false,
  async run(context) {
    const { words, options, result, open } = context;
    if (words.length > 0) throw usage(`“${words.join(' ')}” is not part of the command; it shows all claims.`);
    const question = {
      across: oneOf(options.across ?? 'actors', matrixAcross, '--across'),
      asOf: options['as-of'] ?? '',
    };
    const format = options.to === undefined ? undefined : oneOf(options.to, matrixFormats, '--to');
    const call = await open();
    if (format === undefined) {
      const shown = await call('matrix.get', question);
      result(shown, () => table(matrixRows(shown)));
      return 0;
    }
    const outcome = await call('exports.matrix', {
      ...question,
      format,
      ...(options.style ? { styleId: options.style } : {}),
      ...(options.locale ? { locale: options.locale } : {}),
    });
    return saved(context, outcome, options.output);
  },
};

import { achRows } from '../../../shared/ach/table';
import type { AchSummary } from '../../../shared/domain/ach';
import { CommonplaceError } from '../../../shared/result';
import type { Call } from '../../core/session';
import type { Command } from '../command';
import { usage } from '../options';
import { table } from '../output';
import { filtered } from './lists';

export const ach: Command = {
  name: 'ach',
  synopsis: 'ach [--filter WORDS]',
  summary: 'list the tables of competing hypotheses',
  options: ['filter'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length > 0) throw usage('“ach” takes no further words; “ach show” shows one table.');
    const items = filtered(await (await open())('ach.list', {}), options, ({ title }) => title);
    result(items, () =>
      table(items.map((one) => [one.id, `${one.hypotheses} hypotheses`, `${one.items} lines`, one.title])),
    );
    return 0;
  },
};

export const achShow: Command = {
  name: 'ach show',
  synopsis: 'ach show TABLE',
  summary: 'one table of competing hypotheses, with ratings and scores, the least inconsistent first',
  options: [],
  writes: false,
  async run({ words, result, open }) {
    if (words.length === 0) throw usage('Name the table by its id or by how its title begins.');
    const call = await open();
    const { id } = await findAch(call, words.join(' '));
    const shown = await call('ach.get', { id });
    result(shown, () => `${shown.title}\n\n${table(achRows(shown))}`);
    return 0;
  },
};

async function findAch(call: Call, given: string): Promise<AchSummary> {
  const all = await call('ach.list', {});
  const begin = given.toLowerCase();
  const found = all.filter(({ id, title }) => id === given || title.toLowerCase().startsWith(begin));
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  throw new CommonplaceError(
    'not-found',
    one === undefined
      ? `No table of hypotheses is called “${given}”. “commonplace ach” lists them.`
      : `${found.length} tables begin with “${given}”. Name one by its id; “commonplace ach” lists them.`,
  );
}

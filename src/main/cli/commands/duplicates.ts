import { everything, findSource } from '../find';
import { usage } from '../options';
import { table } from '../output';
import type { Command } from '../command';

export const duplicates: Command = {
  name: 'duplicates',
  synopsis: 'duplicates',
  summary: 'pairs of sources that look like one, with why; exit 1 if there are any',
  options: [],
  writes: false,
  async run({ words, result, open }) {
    if (words.length > 0) throw usage('“duplicates” takes no further words.');
    const call = await open();
    const pairs = await everything((offset) => call('duplicates.list', { offset, limit: 1000 }));
    result(pairs, () =>
      pairs.length === 0
        ? 'No two sources look like one.'
        : table(
            pairs.map(({ first, second, confidence, reasons }) => [
              `@${first.citationKey}`,
              `@${second.citationKey}`,
              confidence,
              reasons.join('; '),
            ]),
          ),
    );
    return pairs.length > 0 ? 1 : 0;
  },
};

export const merge: Command = {
  name: 'merge',
  synopsis: 'merge KEEP OTHER [--field NAME=other]…',
  summary: 'make one source of two; the fields named take the other’s value (title, author, issued, DOI …)',
  options: ['field'],
  writes: true,
  async run({ words, options, result, open }) {
    const [keep, other] = words;
    if (keep === undefined || other === undefined || words.length > 2)
      throw usage('Name the source to keep and the other one, for example: commonplace merge vell2023dam vell2023dama');
    const fields = (options.field ?? []).map(fieldOf).filter((field) => field !== null);
    const call = await open();
    const [kept, merged] = [await findSource(call, keep), await findSource(call, other)];
    const source = await call('sources.merge', { keptId: kept.id, otherId: merged.id, fields });
    result(source, () => `@${merged.citationKey} is merged into @${source.citationKey}`);
    return 0;
  },
};

/** "title=other", or "title=kept", which changes nothing. */
function fieldOf(choice: string): string | null {
  const [, name = '', whose] = /^([^=]+)=(kept|other)$/u.exec(choice) ?? [];
  if (whose === undefined) throw usage(`“--field ${choice}” is not known; write, for example, --field title=other`);
  return whose === 'other' ? name : null;
}

export const unmerge: Command = {
  name: 'unmerge',
  synopsis: 'unmerge KEY',
  summary: 'make two sources again of one; KEY is the one that was merged into another',
  options: [],
  writes: true,
  async run({ words, result, open }) {
    const [key] = words;
    if (key === undefined || words.length > 1)
      throw usage('Name the source that was merged, for example: commonplace unmerge vell2023dama');
    const call = await open();
    const name = key.replace(/^@/u, '');
    const keeper = await findSource(call, key);
    const { merged } = await call('sources.get', { id: keeper.id });
    const found = merged.find(({ id, citationKey }) => id === key || citationKey === name);
    if (!found) {
      const keys = merged.map(({ citationKey }) => `@${citationKey}`).join(', ');
      throw usage(
        keys === '' ? `@${keeper.citationKey} is not made of several sources.` : `Name one that was merged: ${keys}.`,
      );
    }
    const source = await call('sources.unmerge', { id: found.id });
    result(source, () => `@${source.citationKey} is a source of its own again`);
    return 0;
  },
};

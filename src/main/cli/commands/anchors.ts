import type { Excerpt } from '../../../shared/domain/excerpts';
import { shortLocator } from '../../../shared/excerpts/locator';
import type { Command } from '../command';
import { everything, findSource } from '../find';
import { usage } from '../options';
import { table } from '../output';

export const anchors: Command = {
  name: 'anchors',
  synopsis: 'anchors [--source KEY]',
  summary: 'how excerpts stand in the newest snapshot of their source; exit 1 if any needs a look',
  options: ['source'],
  writes: false,
  async run({ words, options, result, open }) {
    if (words.length > 0)
      throw usage(`“${words.join(' ')}” is not part of the command; a source is named by --source.`);
    const call = await open();
    const sourceId = options.source === undefined ? undefined : (await findSource(call, options.source)).id;
    const excerpts = await everything((offset) =>
      call('excerpts.list', { offset, limit: 1000, sort: 'source', ...(sourceId ? { sourceId } : {}) }),
    );
    const needLook = excerpts.filter(({ standing }) => standing?.needsLook);
    result(excerpts.map(anchorOf), () => {
      const summary = `${needLook.length} of ${excerpts.length} need a look.`;
      return excerpts.length === 0 ? summary : `${table(excerpts.map(rowOf))}\n${summary}`;
    });
    return needLook.length > 0 ? 1 : 0;
  },
};

/** One excerpt as --json prints it. `standing` is null for what was made in the newest snapshot. */
function anchorOf({ id, citationKey, kind, text, locator, anchor, standing }: Excerpt) {
  return { id, citationKey, kind, text, locator, anchor, verdict: standing?.verdict ?? 'exact', standing };
}

function rowOf({ citationKey, locator, standing, anchor }: Excerpt): string[] {
  const now = shortLocator(standing?.locator ?? null);
  const before = shortLocator(locator);
  return [
    `@${citationKey}`,
    standing?.verdict ?? 'exact',
    standing?.needsLook ? 'needs a look' : (standing?.decision ?? ''),
    now === '' || now === before ? before : `${before} → ${now}`,
    anchor.exact,
  ];
}

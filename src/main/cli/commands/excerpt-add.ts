import { locatorLabels, tagColours, type Locator } from '../../../shared/domain/common';
import { parseLocator } from '../../../shared/memo/markdown/locators';
import type { Command } from '../command';
import { findSource } from '../find';
import { oneOf, required, usage } from '../options';
import { shown } from '../output';

const example = 'commonplace excerpt add --source petrova2031 --quote "their words"';

export const excerptAdd: Command = {
  name: 'excerpt add',
  synopsis: 'excerpt add --source KEY --quote TEXT [--locator "paragraph 3"] [--tag T]… [--note TEXT] [--colour C]',
  summary: 'save a quotation; fails, with the nearest text, if it is not in the source',
  options: ['source', 'quote', 'locator', 'tag', 'note', 'colour'],
  writes: true,
  async run({ words, options, result, open }) {
    if (words.length > 0)
      throw usage(
        `“${words.join(' ')}” is not part of the command; put a quotation of several words in quotation marks.`,
      );
    const key = required(options, 'source', example);
    const quote = required(options, 'quote', example);
    const locator = options.locator === undefined ? undefined : locatorFrom(options.locator);
    const colour = oneOf(options.colour ?? 'none', tagColours, '--colour');
    const call = await open();
    const source = await findSource(call, key);
    const excerpt = await call('excerpts.quote', {
      sourceId: source.id,
      quote,
      ...(locator === undefined ? {} : { locator }),
      colour,
      note: options.note ?? '',
      tags: options.tag ?? [],
    });
    result(excerpt, () => {
      const place = excerpt.locator ? `, ${excerpt.locator.label} ${excerpt.locator.value}` : '';
      return `${excerpt.id}  @${excerpt.citationKey}${place}\n“${shown(excerpt.text)}”`;
    });
    return 0;
  },
};

/** "paragraph 3", "p. 12", "section Background"; '' for none. */
function locatorFrom(text: string): Locator | null {
  if (text.trim() === '') return null;
  const parsed = parseLocator(text);
  if (parsed) return { label: parsed.label, value: parsed.locator };
  const named = /^(\S+)\s+(.+)$/u.exec(text.trim());
  const label = locatorLabels.find((candidate) => candidate === named?.[1]?.toLowerCase());
  if (label && named?.[2]) return { label, value: named[2] };
  throw usage(`“${text}” is not a locator; write for example "paragraph 3", "p. 12" or "section Background".`);
}

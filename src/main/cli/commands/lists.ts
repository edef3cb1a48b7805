import type { EventSummary } from '../../../shared/domain/events';
import { fold } from '../../../shared/search/fold';
import type { Call } from '../../core/session';
import type { Command } from '../command';
import { everything, findSource } from '../find';
import { usage, type OptionName, type OptionValues } from '../options';
import { table } from '../output';

/** A command that lists one noun: the rows under --json, a table otherwise. */
function listing<T>(
  name: string,
  summary: string,
  rows: (call: Call, options: OptionValues) => Promise<T[]>,
  columns: (row: T) => string[],
  more: { synopsis?: string; options?: readonly OptionName[] } = {},
): Command {
  return {
    name,
    synopsis: `${name} [--filter WORDS]${more.synopsis ?? ''}`,
    summary,
    options: ['filter', ...(more.options ?? [])],
    writes: false,
    async run({ words, options, result, open }) {
      if (words.length > 0)
        throw usage(
          `“${name}” takes no further words; to narrow the list, type: commonplace ${name} --filter "${words.join(' ')}"`,
        );
      const items = await rows(await open(), options);
      result(items, () => table(items.map(columns)));
      return 0;
    },
  };
}

/** Rows whose text has every word of the filter, folded as in search. */
export function filtered<T>(items: T[], options: OptionValues, text: (item: T) => string): T[] {
  const words = fold(options.filter ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? items : items.filter((item) => words.every((word) => fold(text(item)).includes(word)));
}

/** The dates that sources give an event, other than the one it goes by. */
function givenDates({ date, dates }: EventSummary): string {
  return [...new Set(dates.map((each) => each.date))].filter((each) => each !== date).join(', ');
}

export const lists: readonly Command[] = [
  listing(
    'sources',
    'list the sources',
    (call, { filter }) =>
      everything((offset) =>
        call('sources.list', { offset, limit: 1000, sort: 'author', ...(filter ? { filter } : {}) }),
      ),
    (source) => [`@${source.citationKey}`, source.shortCitation, source.title],
  ),
  listing(
    'excerpts',
    'list the excerpts',
    async (call, { filter, source }) => {
      const sourceId = source === undefined ? undefined : (await findSource(call, source)).id;
      return everything((offset) =>
        call('excerpts.list', {
          offset,
          limit: 1000,
          sort: 'source',
          ...(filter ? { filter } : {}),
          ...(sourceId ? { sourceId } : {}),
        }),
      );
    },
    (excerpt) => [
      `@${excerpt.citationKey}`,
      excerpt.locator ? `${excerpt.locator.label} ${excerpt.locator.value}` : '',
      excerpt.text,
    ],
    { synopsis: ' [--source KEY]', options: ['source'] },
  ),
  listing(
    'events',
    'list the events',
    async (call, options) =>
      filtered(await call('events.list', {}), options, (event) => `${event.title} ${event.date} ${event.place}`),
    (event) => [
      event.date,
      event.datesConflict ? `conflicts: ${givenDates(event)}` : givenDates(event) && `also: ${givenDates(event)}`,
      event.title,
    ],
  ),
  listing(
    'memos',
    'list the memos',
    async (call, options) => filtered(await call('memos.list', {}), options, (memo) => memo.title),
    (memo) => [memo.id, `${memo.words} words`, `${memo.citations} citations`, memo.title],
  ),
  listing(
    'tags',
    'list the tags',
    async (call, options) => filtered(await call('tags.list', {}), options, (tag) => tag.name),
    (tag) => [tag.name],
  ),
];

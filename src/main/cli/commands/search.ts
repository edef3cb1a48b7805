import { searchKinds } from '../../../shared/search/types';
import type { Command } from '../command';
import { oneOf, usage } from '../options';
import { table } from '../output';

export const search: Command = {
  name: 'search',
  synopsis: 'search QUERY [--limit N] [--kind KIND]…',
  summary: 'find excerpts, sources, claims, actors, events, memos and notes, misspelt words too',
  options: ['limit', 'kind'],
  writes: false,
  async run({ words, options, result, output, open }) {
    const query = words.join(' ');
    if (query.trim() === '') throw usage('Say what to look for, for example: commonplace search "harbour seizure"');
    const limit = Number(options.limit ?? '20');
    if (!Number.isInteger(limit) || limit < 1 || limit > 200)
      throw usage(`“--limit ${options.limit}” should be a number from 1 to 200.`);
    const kinds = options.kind?.map((kind) => oneOf(kind, searchKinds, '--kind'));
    const answer = await (await open())('search.query', { query, limit, ...(kinds ? { kinds } : {}) });
    if (answer.problem) output.err(`${answer.problem}\n`);
    result(answer, () =>
      answer.hits.length === 0 ? 'Nothing found.' : table(answer.hits.map((hit) => [hit.kind, hit.title, hit.text])),
    );
    return 0;
  },
};

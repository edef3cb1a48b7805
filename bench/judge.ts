import { readFile } from 'node:fs/promises';
import { createSession } from '../src/main/core/session';
import { libraryHandlers } from '../src/main/library/handlers';
import { writeSample } from '../src/main/library/sample/write';
import { openSearch, rebuildIndex, type Search } from '../src/main/library/search';
import type { LibraryContext } from '../src/main/library/context';
import { fold } from '../src/shared/search';
import { benchOptions } from './asking';
import { amountsFor, fillLibrary } from './corpus';
import { recallAt } from './statistics';

/**
 * Judgements: queries as people type them with what they want to find, kept in `bench/judgements/`. Over the sample library (what is wanted
 * is a part of a hit's text or title), over short texts in many scripts, and over a generated corpus (the number of the excerpt).
 */
export interface Judged {
  queries: number;
  recallAt10: number;
  /** Mean reciprocal rank: 1 if the wanted result always comes first. */
  mrr: number;
  /** Queries whose wanted result is not among the first ten. */
  missed: string[];
}

type Wanted = [query: string, wanted: string];

const corpusSize = 3000;

async function readJudgements<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`./judgements/${name}.json`, import.meta.url), 'utf8')) as T;
}

async function judge(
  search: Search['query'],
  queries: readonly Wanted[],
  is: (hit: { id: string; title: string; text: string }, wanted: string) => boolean,
): Promise<Judged> {
  const places: number[] = [];
  for (const [query, wanted] of queries) {
    const { hits } = await search({ query, limit: 10 });
    places.push(hits.findIndex((hit) => is(hit, wanted)));
  }
  const reciprocal = places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0);
  return {
    queries: queries.length,
    recallAt10: recallAt(places, 10),
    mrr: Math.round((1000 * reciprocal) / Math.max(1, queries.length)) / 1000,
    missed: queries.flatMap(([query], at) => (places[at]! < 0 ? [query] : [])),
  };
}

const says = ({ title, text }: { title: string; text: string }, wanted: string) =>
  fold(`${title}\n${text}`).includes(fold(wanted));

/** @param folder where to make the sample library: a path that does not exist */
export async function judgeSample(folder: string): Promise<Judged> {
  const emit = () => {};
  const session = await createSession(folder, { ...benchOptions, name: 'Sample', emit, handlers: libraryHandlers });
  try {
    await writeSample(session.call);
    const search: Search['query'] = (input) => session.call('search.query', input);
    return await judge(search, await readJudgements<Wanted[]>('sample'), says);
  } finally {
    await session.close();
  }
}

/** Over the texts of `scripts.json`, as claims of an empty library. */
export async function judgeScripts(context: LibraryContext): Promise<Judged> {
  const { texts, queries } = await readJudgements<{ texts: string[]; queries: Wanted[] }>('scripts');
  await context.change({ label: 'Add' }, async (db) => {
    for (const statement of texts) await db.insert('claim', { statement, note: '' });
  });
  return judge(openSearch(context).query, queries, says);
}

/** Over a generated corpus, in an empty library. */
export async function judgeCorpus(context: LibraryContext): Promise<Judged> {
  const paragraphs = await fillLibrary((work) => context.db.write(work), amountsFor(corpusSize));
  const excerpts = paragraphs.filter(({ excerptId }) => excerptId !== null);
  await rebuildIndex(context.db);
  const queries = await readJudgements<[string, number][]>('corpus');
  return judge(
    openSearch(context).query,
    queries.map(([query, number]) => [query, excerpts[number]!.excerptId!]),
    ({ id }, wanted) => id === wanted,
  );
}

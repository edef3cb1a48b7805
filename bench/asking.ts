import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import type { LibraryContext } from '../src/main/library/context';
import { excerptsHandlers } from '../src/main/library/excerpts/handlers';
import { createLibrary, openLibrary, silentLog, type OpenOptions } from '../src/main/library/open';
import { openSearch, type Search } from '../src/main/library/search';
import { hostileQueries } from '../src/main/library/search/testing';
import { contract } from '../src/shared/contract';
import type { SearchHit } from '../src/shared/search';
import { seeded } from './random';
import { percentile, rounded } from './statistics';
import { writeParagraph } from './words';

/** A hit as far as it tells which it is. */
export type AskedHit = Pick<SearchHit, 'id' | 'place'>;

export interface Asked {
  /** From a closed library to the first answer. */
  openMs: number;
  /** Of every query: its time and its hits. */
  answers: { ms: number; hits: AskedHit[] }[];
  /** The slowest of the queries meant to break a search, each at its best of three. */
  hostileMs: number;
  rssMb: number;
  addMs: { empty: number; full: number };
}

export const benchOptions: OpenOptions = { clock: Date.now, log: silentLog, trusted: true };

/** Opens the library, asks `warmUp` and `queries`, and adds excerpts to it and to an empty one. */
export async function askAll(library: string, warmUp: readonly string[], queries: readonly string[]): Promise<Asked> {
  let begun = performance.now();
  const opened = await openLibrary(library, benchOptions);
  const search = openSearch(opened.context);
  await search.query({ query: 'embasy atack', limit: 50 });
  const openMs = rounded(performance.now() - begun);
  for (const query of warmUp) await search.query({ query, limit: 50 });
  const answers: Asked['answers'] = [];
  for (const query of queries) {
    begun = performance.now();
    const { hits } = await search.query({ query, limit: 50 });
    answers.push({ ms: performance.now() - begun, hits: hits.map(({ id, place }) => ({ id, place })) });
  }
  const hostileMs = await timeHostile(search);
  const rssMb = rounded(process.memoryUsage().rss / 1e6);
  const addMs = await timeAdding(opened.context);
  await opened.close();
  return { openMs, answers, hostileMs, rssMb, addMs };
}

async function timeHostile({ query: ask }: Search): Promise<number> {
  let slowest = 0;
  for (const query of hostileQueries) {
    const times: number[] = [];
    while (times.length < 3) times.push((await ask({ query, limit: 50 })).tookMs);
    slowest = Math.max(slowest, Math.min(...times));
  }
  return rounded(slowest);
}

const added = 60;

/**
 * Median milliseconds of adding one excerpt through its handler, index included: to this library and to a new one, in turn, so that
 * whatever else the machine does slows both. What was added is taken out again.
 */
async function timeAdding(full: LibraryContext): Promise<Asked['addMs']> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const opened = await createLibrary(join(folder, 'Empty.commonplace'), { ...benchOptions, name: 'Empty' });
  try {
    const adders = { empty: await adder(opened.context), full: await adder(full) };
    const times: { empty: number[]; full: number[] } = { empty: [], full: [] };
    for (let number = 0; number < added; number++) {
      for (const name of ['empty', 'full'] as const) {
        const begun = performance.now();
        await adders[name](number);
        times[name].push(performance.now() - begun);
      }
    }
    while (full.history.state().undo !== null) await full.history.undo();
    return { empty: percentile(times.empty, 0.5), full: percentile(times.full, 0.5) };
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Saves a source of many paragraphs, and returns what adds an excerpt of one of them. */
async function adder(context: LibraryContext): Promise<(number: number) => Promise<unknown>> {
  const random = seeded(77);
  const paragraphs = Array.from({ length: added }, () => writeParagraph(random, 0).text);
  const text = paragraphs.join('\n\n');
  const snapshotId = await context.change({ label: 'Add source' }, async (db) => {
    const sourceId = await db.insert('source', {
      citation_key: `bench-${context.newId()}`,
      csl: JSON.stringify({ type: 'article', title: 'Added' }),
      type: 'article',
      title: 'Added',
      authors: '',
      publisher: '',
      issued: '2031',
      short_citation: 'Added 2031',
    });
    const length = { characters: text.length, paragraphs: paragraphs.length };
    const captured = { captured_at: new Date(0).toISOString(), language: '', sha256: 'bench' };
    return db.insert('snapshot', { source_id: sourceId, text, blocks: '[]', ...length, ...captured });
  });
  const add = excerptsHandlers(context)['excerpts.add'];
  return (number) => {
    const start = text.indexOf(paragraphs[number]!);
    const end = start + paragraphs[number]!.length;
    return add(parse(contract['excerpts.add'].input, { snapshotId, start, end }));
  };
}

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { createLibrary, libraryPaths, openLibrary, silentLog, type OpenOptions } from '../src/main/library/open';
import type { LibraryContext } from '../src/main/library/context';
import { openSearch, rebuildIndex } from '../src/main/library/search';
import { fold } from '../src/shared/search';
import { fillLibrary, type CorpusExcerpt } from './corpus';
import { makeQueries, type BenchQuery, type BenchQueryKind } from './queries';

export interface SearchBenchResult {
  size: number;
  queries: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  recallAt10: number;
  recallAt1: number;
  /** From a closed library to the first answer. */
  openMs: number;
  rssMb: number;
  dbMb: number;
  /** Building the whole index. */
  buildMs: number;
  /** Adding one excerpt, index included, at the median: to an empty library and to this one. */
  addMs: { empty: number; full: number };
  kinds: Partial<Record<BenchQueryKind, { queries: number; p50Ms: number; p95Ms: number; recallAt10: number | null }>>;
  fuse: { queries: number; p50Ms: number; p95Ms: number; recallAt10: number } | null;
  speedup: number | null;
}

/** Fills a library in a temporary folder, asks it and, for comparison, Fuse.js alone over the same excerpts. */
export async function benchSearch(
  size: number,
  { queries: count = 300, fuseQueries = 20, say = (_: string) => {} } = {},
): Promise<SearchBenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = join(folder, 'Bench.commonplace');
  const options: OpenOptions = { clock: Date.now, log: silentLog, trusted: true };
  try {
    let opened = await createLibrary(library, { ...options, name: 'Bench' });
    const empty = await timeAdding(opened.context);
    say(`writing ${size} excerpts`);
    const excerpts = await fillLibrary((work) => opened.context.db.write(work), size);
    say('building the index');
    let started = performance.now();
    await opened.context.db.write(rebuildIndex);
    const buildMs = performance.now() - started;
    await opened.close();

    started = performance.now();
    opened = await openLibrary(library, options);
    const ask = openSearch(opened.context).query;
    await ask({ query: 'embasy atack', limit: 50 });
    const openMs = performance.now() - started;

    const queries = makeQueries(excerpts, count);
    say(`asking ${queries.length} queries`);
    for (const { query } of makeQueries(excerpts, 30, 99)) await ask({ query, limit: 50 });
    const answers: Answer[] = [];
    for (const query of queries) {
      const begun = performance.now();
      const { hits } = await ask({ query: query.query, limit: 50 });
      const ids = hits.filter(({ kind }) => kind === 'excerpt').map(({ id }) => id);
      const place = query.wanted === null ? -1 : hits.findIndex(({ id }) => id === query.wanted);
      answers.push({ query, ms: performance.now() - begun, place: ids.length === 0 ? -1 : place });
    }
    const rssMb = process.memoryUsage().rss / 1e6;
    const full = await timeAdding(opened.context);
    await opened.close();
    const dbMb = (await stat(libraryPaths(library).database)).size / 1e6;
    const fuse = fuseQueries === 0 ? null : benchFuse(excerpts, queries, fuseQueries, say);
    const times = answers.map(({ ms }) => ms);
    const typos = answers.filter(({ query }) => query.kind === 'typo');
    const kinds: SearchBenchResult['kinds'] = {};
    for (const kind of new Set(queries.map((query) => query.kind))) {
      const of = answers.filter(({ query }) => query.kind === kind);
      kinds[kind] = {
        queries: of.length,
        p50Ms: percentile(
          of.map(({ ms }) => ms),
          0.5,
        ),
        p95Ms: percentile(
          of.map(({ ms }) => ms),
          0.95,
        ),
        recallAt10: of[0]!.query.wanted === null ? null : recallAt(of, 10),
      };
    }
    return {
      size,
      queries: queries.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      maxMs: percentile(times, 1),
      recallAt10: recallAt(typos, 10),
      recallAt1: recallAt(typos, 1),
      openMs: rounded(openMs),
      rssMb: rounded(rssMb),
      dbMb: rounded(dbMb),
      buildMs: rounded(buildMs),
      addMs: { empty, full },
      kinds,
      fuse,
      speedup:
        fuse === null
          ? null
          : rounded(
              fuse.p50Ms /
                percentile(
                  typos.map(({ ms }) => ms),
                  0.5,
                ),
            ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Answer {
  query: BenchQuery;
  ms: number;
  /** Place of the wanted excerpt among the hits, -1 if it is not there. */
  place: number;
}

/** Fuse.js over all excerpts, folded like ours, with its own search by words; only typo queries. */
function benchFuse(
  excerpts: readonly CorpusExcerpt[],
  queries: readonly BenchQuery[],
  count: number,
  say: (text: string) => void,
) {
  say('asking Fuse.js over everything');
  const fuse = new Fuse(
    excerpts.map(({ id, text }) => ({ id, text: fold(text) })),
    { keys: ['text'], ignoreLocation: true, threshold: 0.4, useTokenSearch: true },
  );
  const answers = queries
    .filter(({ kind }) => kind === 'typo')
    .slice(0, count)
    .map((query): Answer => {
      const begun = performance.now();
      const found = fuse.search(fold(query.query), { limit: 10 });
      return { query, ms: performance.now() - begun, place: found.findIndex(({ item }) => item.id === query.wanted) };
    });
  const times = answers.map(({ ms }) => ms);
  return {
    queries: answers.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    recallAt10: recallAt(answers, 10),
  };
}

/** Median milliseconds of adding a claim of one paragraph through the real write path, index included. */
async function timeAdding({ change }: LibraryContext): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < 25; number++) {
    const begun = performance.now();
    await change({ label: 'Add claim' }, (db) =>
      db.insert('claim', {
        statement: `Harbour ${number} was closed to ships from abroad, the ministry of ports said on Tuesday.`,
        note: '',
      }),
    );
    times.push(performance.now() - begun);
  }
  return percentile(times, 0.5);
}

function recallAt(answers: readonly Answer[], depth: number): number {
  if (answers.length === 0) return 0;
  return Math.round((1000 * answers.filter(({ place }) => place >= 0 && place < depth).length) / answers.length) / 1000;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

const rounded = (value: number) => Math.round(value * 100) / 100;

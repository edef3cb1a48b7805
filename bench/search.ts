import { fork } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { libraryPaths } from '../src/main/library/open';
import { hostileQueries } from '../src/main/library/search/testing';
import { fold } from '../src/shared/search';
import { askAll, type Asked, type AskedHit } from './asking';
import { buildLibrary } from './build';
import { amountsFor, type Amounts, type Paragraph } from './corpus';
import { makeQueries, type BenchQuery, type BenchQueryKind } from './queries';
import { percentile, recallAt, rounded } from './statistics';

export interface SearchBenchResult {
  size: number;
  queries: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  recallAt10: number;
  recallAt1: number;
  openMs: number;
  rssMb: number;
  dbMb: number;
  fuse: { queries: number; p50Ms: number; p95Ms: number; recallAt10: number } | null;
  /** Fuse.js's median over ours, both on typo queries. */
  speedup: number | null;
  /** Building the whole index; null where the library was there already. */
  buildMs: number | null;
  /** Adding one excerpt, index included, at the median: to an empty library and to this one. */
  addMs: { empty: number; full: number };
  /** Queries meant to break a search: the slowest. */
  hostile: { queries: number; maxMs: number };
  kinds: Partial<Record<BenchQueryKind, { queries: number; p50Ms: number; p95Ms: number; recallAt10: number | null }>>;
}

export interface SearchBenchOptions {
  queries?: number | undefined;
  /** Instead of what `amountsFor` says. */
  amounts?: Partial<Amounts>;
  /** At most, within FUSE_MS; none if it is 0. */
  fuseQueries?: number | undefined;
  /** A folder to keep the library in; used again if it is there. A temporary one if left out. */
  library?: string | undefined;
  /** Asks in this process; its memory is then not the core's alone. */
  inProcess?: boolean;
  say?: (text: string) => void;
}

/** Fills a library, asks it from a process of its own and, for comparison, asks Fuse.js alone over the same excerpts. */
export async function benchSearch(size: number, options: SearchBenchOptions = {}): Promise<SearchBenchResult> {
  const { queries: count = 600, fuseQueries = 20, inProcess = false, say = () => {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = options.library ?? join(folder, 'Bench.commonplace');
  try {
    const { paragraphs, buildMs } = await buildLibrary(library, { ...amountsFor(size), ...options.amounts }, say);
    const queries = makeQueries(paragraphs, count);
    const warmUp = makeQueries(paragraphs, 52, 99).map(({ query }) => query);
    say(`asking ${queries.length} queries`);
    const ask = inProcess ? askAll : askInProcess;
    const asked = await ask(
      library,
      warmUp,
      queries.map(({ query }) => query),
    );
    const dbMb = (await stat(libraryPaths(library).database)).size / 1e6;
    const answers = asked.answers.map(({ ms, hits }, place): Answer => {
      const query = queries[place]!;
      return { query, ms, place: hits.findIndex((hit) => query.wanted.some((wanted) => isHit(hit, wanted))) };
    });
    const typos = answers.filter(({ query }) => query.kind === 'typo');
    const times = timesOf(answers);
    const ours = {
      size,
      queries: queries.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      maxMs: percentile(times, 1),
      recallAt10: recallAt(placesOf(typos), 10),
      recallAt1: recallAt(placesOf(typos), 1),
      openMs: asked.openMs,
      rssMb: asked.rssMb,
      dbMb: rounded(dbMb),
      buildMs,
      addMs: asked.addMs,
      hostile: { queries: hostileQueries.length, maxMs: asked.hostileMs },
      kinds: byKind(answers),
    };
    // Over very many, what follows takes long and much memory.
    say(`without Fuse.js: ${JSON.stringify(ours)}`);
    const fuse = fuseQueries === 0 ? null : benchFuse(paragraphs, queries, fuseQueries, say);
    const speedup = fuse === null ? null : rounded(fuse.p50Ms / percentile(timesOf(typos), 0.5));
    return { ...ours, fuse, speedup };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether it is the paragraph's excerpt or, where nobody excerpted it, a place in it. */
export function isHit({ id, place }: AskedHit, { excerptId, sourceId, start, text }: Paragraph): boolean {
  if (excerptId !== null) return id === excerptId;
  return place?.sourceId === sourceId && place.start < start + text.length && place.end > start;
}

interface Answer {
  query: BenchQuery;
  ms: number;
  /** Place of the wanted excerpt among the hits, -1 if it is not there. */
  place: number;
}

const timesOf = (answers: readonly Answer[]) => answers.map(({ ms }) => ms);
const placesOf = (answers: readonly Answer[]) => answers.map(({ place }) => place);

function askInProcess(library: string, warmUp: readonly string[], queries: readonly string[]): Promise<Asked> {
  const child = fork(new URL('./ask-process.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (asked) => resolve(asked as Asked));
    child.once('exit', (code) => reject(new Error(`The asking process ended with code ${code}.`)));
    child.send({ library, warmUp, queries });
  });
}

function byKind(answers: readonly Answer[]): SearchBenchResult['kinds'] {
  const kinds: SearchBenchResult['kinds'] = {};
  for (const kind of new Set(answers.map(({ query }) => query.kind))) {
    const of = answers.filter(({ query }) => query.kind === kind);
    kinds[kind] = {
      queries: of.length,
      p50Ms: percentile(timesOf(of), 0.5),
      p95Ms: percentile(timesOf(of), 0.95),
      recallAt10: of[0]!.query.wanted.length === 0 ? null : recallAt(placesOf(of), 10),
    };
  }
  return kinds;
}

/** Fuse.js is asked as many as it can answer in about so long, two at least: over a million excerpts one takes it more than a minute. */
const FUSE_MS = 60_000;
/** Its index of more excerpts than this may not fit into memory. */
const FUSE_PART = 100_000;

/**
 * Fuse.js over all excerpts, folded like ours, with its own search by words; only typo queries. Very many excerpts are asked a part after
 * the other, which takes as long as asking all at once, and the best of all parts count.
 */
function benchFuse(
  paragraphs: readonly Paragraph[],
  queries: readonly BenchQuery[],
  most: number,
  say: (text: string) => void,
) {
  let asked = queries
    .filter(({ kind }) => kind === 'typo')
    .slice(0, most)
    .map((query) => ({ query, ms: 0, found: [] as { paragraph: Paragraph; score: number }[] }));
  const parts = Math.ceil(paragraphs.length / FUSE_PART);
  for (let part = 0; part < parts; part++) {
    say(`asking Fuse.js over everything, part ${part + 1} of ${parts}`);
    const items = paragraphs.slice(part * FUSE_PART, (part + 1) * FUSE_PART);
    const fuse = new Fuse(
      items.map((paragraph) => ({ paragraph, text: fold(paragraph.text) })),
      { keys: ['text'], ignoreLocation: true, includeScore: true, threshold: 0.4, useTokenSearch: true },
    );
    const started = performance.now();
    for (const [place, each] of asked.entries()) {
      if (part === 0 && place >= 2 && (performance.now() - started) * parts > FUSE_MS) {
        asked = asked.slice(0, place);
        break;
      }
      const begun = performance.now();
      const found = fuse.search(fold(each.query.query), { limit: 10 });
      each.ms += performance.now() - begun;
      each.found.push(...found.map(({ item: { paragraph }, score = 1 }) => ({ paragraph, score })));
    }
  }
  const answers = asked.map(({ query, ms, found }): Answer => {
    const best = found.sort((a, b) => a.score - b.score);
    return { query, ms, place: best.findIndex(({ paragraph }) => query.wanted.includes(paragraph)) };
  });
  return {
    queries: answers.length,
    p50Ms: percentile(timesOf(answers), 0.5),
    p95Ms: percentile(timesOf(answers), 0.95),
    recallAt10: recallAt(placesOf(answers), 10),
  };
}

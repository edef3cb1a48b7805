import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { App } from '../e2e/fixtures';
import { buildLibrary } from './build';
import { buildApp } from './build-app';
import { amountsFor, type Paragraph } from './corpus';
import { openInApp } from './open-app';
import { makeQueries } from './queries';
import { percentile } from './statistics';

export interface WindowBenchResult {
  size: number;
  /** Letters typed that asked for something else than the one before. */
  keys: number;
  /** From the key press to the frame that shows what the query with this letter found. */
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  /** Of these, letters whose own results were never shown, because those of a later one came first; timed to that frame. */
  overtaken: number;
  /** Milliseconds between two key presses. */
  paceMs: number;
}

export interface WindowBenchOptions {
  queries?: number | undefined;
  paceMs?: number | undefined;
  library?: string | undefined;
  say?: (text: string) => void;
}

/** Queries are made of the words of so many excerpts. */
const QUERIED = 2000;

/** Types queries letter by letter into the search page of the app, as the end-to-end tests start it, and times every letter. */
export async function benchWindow(size: number, options: WindowBenchOptions = {}): Promise<WindowBenchResult> {
  const { queries: count = 30, paceMs = 120, say = () => {} } = options;
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = options.library ?? join(folder, 'Bench.commonplace');
  const app = new App(join(folder, 'app'));
  try {
    const { paragraphs } = await buildLibrary(library, amountsFor(size), say, QUERIED);
    const queries = typedQueries(paragraphs, count);
    const warmUp = typedQueries(paragraphs, 3, 99);
    await openInApp(app, library);
    await app.page.keyboard.press('Control+Shift+F');
    await app.page.getByLabel('Search everything').waitFor();
    say(`typing ${count} queries`);
    await app.page.evaluate(await readFile(join(import.meta.dirname, 'clock.js'), 'utf8'));
    for (const query of warmUp) await type(app.page, query, paceMs);
    await readClock(app.page);
    for (const query of queries) await type(app.page, query, paceMs);
    const strokes = await readClock(app.page);
    const times = strokes.map(({ ms }) => ms);
    return {
      size,
      keys: strokes.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      maxMs: percentile(times, 1),
      overtaken: strokes.filter(({ overtaken }) => overtaken).length,
      paceMs,
    };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Queries as people type them: none that is pasted. */
function typedQueries(paragraphs: readonly Paragraph[], count: number, seed?: number): string[] {
  const typed = makeQueries(paragraphs, 2 * count, seed).filter(({ kind }) => kind !== 'pasted');
  return typed.slice(0, count).map(({ query }) => query);
}

/** Replaces what is in the box by the query, a letter at a time, and waits until its results are shown. */
async function type(page: Page, query: string, paceMs: number): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query, { delay: paceMs });
  await page.locator(`[data-answered=${JSON.stringify(query)}]`).waitFor({ state: 'attached' });
}

interface Stroke {
  ms: number;
  overtaken: boolean;
}

/** What was timed since the last reading; see clock.js. */
function readClock(page: Page): Promise<Stroke[]> {
  return page.evaluate('strokes.splice(0)');
}

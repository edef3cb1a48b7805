import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { App } from '../e2e/fixtures';
import { createLibrary, type OpenLibrary } from '../src/main/library/open';
import { benchOptions } from './asking';
import { buildApp } from './build-app';

/**
 * Opens the app, as the end-to-end tests start it, with a library that `fill` has filled, and works in its window. `frames.js` is in the
 * page: `timeOpening(name)` and `recordFrames()`. Everything is deleted when the work has ended.
 */
export async function inWindow<T>(
  fill: (library: OpenLibrary) => Promise<void>,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = join(folder, 'Bench.commonplace');
  const app = new App(join(folder, 'app'));
  try {
    const opened = await createLibrary(library, { ...benchOptions, name: 'Bench' });
    await fill(opened);
    await opened.settled();
    await opened.close();
    for (const each of [app.documents, app.downloads]) await mkdir(each, { recursive: true });
    await app.start({ library });
    const { page } = app;
    await page.getByRole('region', { name: 'Recent libraries' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'I know where it is from, open it' }).click();
    await page.getByRole('navigation', { name: 'Library' }).waitFor({ timeout: 60_000 });
    await page.evaluate(await readFile(join(import.meta.dirname, 'frames.js'), 'utf8'));
    return await work(page);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** From the click on an entry of the sidebar to the frame after the one in which its drawing stands, ms; timed in the page. */
export function timeOpening(page: Page, name: string): Promise<number> {
  return page.evaluate(`timeOpening(${JSON.stringify(name)})`);
}

/** Milliseconds between the frames while `work` goes on; the page itself records, for a call per frame would be what is measured. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate('recordFrames()');
  await work();
  return page.evaluate('frameTimes.splice(0).slice(1)');
}

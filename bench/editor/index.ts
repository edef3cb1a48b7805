import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { App } from '../../e2e/fixtures';
import { citationCount, wordCount } from '../../src/shared/memo/text';
import { buildApp } from '../build-app';
import { machine } from '../machine';
import { openInApp } from '../open-app';
import { rounded } from '../statistics';
import { benchFlags } from './flags';
import { writeMemoLibrary } from './library';
import { withBareEditor, withPlainParagraph } from './others';
import { installClock, timeLetters, timeTyping, type KeyTimes, type TypingResult } from './typing';

export interface OpeningTimes {
  /** From the click to the end of the frame that shows the text. */
  paintedMs: number;
  /** From the click to the frame that shows a letter typed as soon as the text was there. */
  caretMs: number;
}

export interface EditorBenchResult {
  machine: string;
  words: number;
  citations: number;
  sources: number;
  blocks: number;
  opening: OpeningTimes & {
    /** From the click until every citation is drawn as its style has it. */
    citationsMs: number;
  };
  typing: TypingResult;
  bare: { opening: OpeningTimes; typing: TypingResult };
  /** Letters in one short paragraph that the browser alone edits. */
  floor: KeyTimes;
}

/** Opens a long memo in the window, writes in it at several places, and does the same in a bare Lexical editor; and what a key takes at the least. */
export async function benchEditor(
  words: number,
  say: (text: string) => void,
  /** Folder for CPU profiles of opening and writing, which Chromium's developer tools read. */
  profiles?: string,
): Promise<EditorBenchResult> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = join(folder, 'Bench.commonplace');
  const sources = 400;
  const app = new App(join(folder, 'app'), benchFlags);
  try {
    say('writing the library');
    const { document } = await writeMemoLibrary(library, sources, { words, citations: Math.round(words / 50) });
    const blocks = document.blocks.length;
    const sidebar = await openInApp(app, library);
    const { page } = app;
    await sidebar.getByRole('button', { name: /^Memos/ }).click();
    const row = page.getByRole('option', { name: /A long memo/ });
    await row.waitFor();
    await installClock(page);
    say('opening the memo');
    const endOpening = await startProfile(page, profiles, 'opening');
    const opening = await timeOpening(page, `() => document.querySelector('[role="option"]').click()`, blocks);
    const citationsMs = await page.evaluate<number>(
      `timeUntil(begun, () => [...document.querySelectorAll('[data-citation]')].every((each) => /\\d/.test(each.textContent)))`,
    );
    await endOpening();
    say('writing in it');
    const endTyping = await startProfile(page, profiles, 'typing');
    const typing = await timeTyping(page);
    await endTyping();
    await app.close();
    say('the same in a bare Lexical editor');
    const bare = await withBareEditor(document, async (other, open) => {
      await installClock(other);
      return { opening: await timeOpening(other, open, blocks), typing: await timeTyping(other) };
    });
    const floor = await withPlainParagraph(async (other) => {
      await installClock(other);
      return timeLetters(other);
    });
    return {
      machine: machine(),
      words: wordCount(document),
      citations: citationCount(document),
      sources,
      blocks,
      opening: { ...opening, citationsMs: rounded(citationsMs) },
      typing,
      bare,
      floor,
    };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function timeOpening(page: Page, open: string, blocks: number): Promise<OpeningTimes> {
  const { painted } = await page.evaluate<{ painted: number }>(
    `timeOpening(${open}, ${blocks}).then((times) => (globalThis.begun = times.begun, times))`,
  );
  await page.evaluate(`caretAtStart()`);
  const shown = page.evaluate<number>(`timeUntil(begun, () => firstWords().includes('zz'))`);
  await page.keyboard.type('zz');
  return { paintedMs: rounded(painted), caretMs: rounded(await shown) };
}

/** Profiles the page from now on, if a folder is given; the function that it answers with writes the profile. */
async function startProfile(page: Page, folder: string | undefined, name: string): Promise<() => Promise<void>> {
  if (folder === undefined) return async () => {};
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    await session.detach();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
  };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { App } from '../e2e/fixtures';
import { buildApp } from './build-app';
import { openInApp } from './open-app';
import { percentile, rounded } from './statistics';

/** How quickly a drawing of much stands in the window, and follows the mouse. */
export interface DrawnTimes {
  /** From the click in the sidebar to the frame that shows it; the first time, and again. */
  openMs: number;
  openAgainMs: number;
  /** The same of a window in which nothing happens: what the machine is worth at the moment. */
  idleP95FrameMs: number;
  /** Milliseconds between two frames while it is dragged and zoomed, or scrolled. */
  frames: number;
  p50FrameMs: number;
  p95FrameMs: number;
  maxFrameMs: number;
}

/**
 * Opens a view of the sidebar over a library that `write` makes, in the window, moves what it draws, and times the frames.
 * `drawn` is what the drawing says of itself.
 */
export async function timeDrawn(
  view: string,
  write: (library: string) => Promise<void>,
  say: (text: string) => void,
  move: (page: Page, box: Box) => Promise<void> = dragAndZoom,
): Promise<DrawnTimes & { drawn: string }> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = join(folder, 'Bench.commonplace');
  const app = new App(join(folder, 'app'));
  try {
    say('writing the library');
    await write(library);
    const sidebar = await openInApp(app, library);
    const { page } = app;
    await page.evaluate(await readFile(join(import.meta.dirname, 'frames.js'), 'utf8'));
    const openMs = await timeOpening(page, view);
    await sidebar.getByRole('button', { name: /^Memos/ }).click();
    await page.locator('[data-drawn]').waitFor({ state: 'detached' });
    const openAgainMs = await timeOpening(page, view);
    const drawn = (await page.locator('[data-drawn]').getAttribute('data-drawn')) ?? '';
    say('moving it');
    const idle = await idleFrames(page);
    const frames = await timeFrames(page, move);
    return {
      openMs: rounded(openMs),
      openAgainMs: rounded(openAgainMs),
      idleP95FrameMs: percentile(idle, 0.95),
      frames: frames.length,
      p50FrameMs: percentile(frames, 0.5),
      p95FrameMs: percentile(frames, 0.95),
      maxFrameMs: percentile(frames, 1),
      drawn,
    };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** From the click to the frame after the one in which the drawing stands. Timed in the page, so that no call is counted. */
function timeOpening(page: Page, name: string): Promise<number> {
  return page.evaluate(`timeOpening(${JSON.stringify(name)})`);
}

/** Times between frames while nothing happens. */
async function idleFrames(page: Page): Promise<number[]> {
  return page.evaluate('idleFrames(120)');
}

/** Where the drawing is in the window, CSS px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The times between frames while the drawing is moved. */
async function timeFrames(page: Page, move: (page: Page, box: Box) => Promise<void>): Promise<number[]> {
  const box = await page.locator('[data-drawn]').boundingBox();
  if (!box) throw new Error('There is nothing to move.');
  // subtle: the page itself records, because a call per frame would be what is measured.
  await page.evaluate('recordFrames()');
  await move(page, box);
  return page.evaluate('frameTimes.slice(1)');
}

/** Drags it about by a corner, and turns the wheel over its middle. */
async function dragAndZoom(page: Page, box: Box): Promise<void> {
  const corner = { x: box.x + 8, y: box.y + 8 };
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(corner.x + 200 * Math.sin(step / 12) ** 2, corner.y + 150 * Math.sin(step / 17) ** 2);
  }
  await page.mouse.up();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 20 < 10 ? -40 : 40);
}

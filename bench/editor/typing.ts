import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { percentile } from '../statistics';

/** From a key to the end of the frame that shows what came of it. */
export interface KeyTimes {
  keys: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

export const places = ['start', 'middle', 'end', 'cited', 'list'] as const;
export const keyKinds = ['letters', 'enter', 'backspace', 'undo'] as const;

export interface TypingResult {
  /** Everything together. */
  all: KeyTimes;
  byPlace: Record<(typeof places)[number], KeyTimes>;
  byKey: Record<(typeof keyKinds)[number], KeyTimes>;
  /** Tasks of more than 50 ms meanwhile. */
  longTasks: number;
  longestTaskMs: number;
}

/** Milliseconds between two key presses: 150 words a minute. */
const paceMs = 80;
const sentence = 'the gate was closed in spring and ';

/** The scripts that the measurements below need in a page. */
export async function installClock(page: Page): Promise<void> {
  await page.evaluate(await readFile(join(import.meta.dirname, 'keys.js'), 'utf8'));
}

/** Writes at five places of the text that is open in a page, with real key events, and times every key. */
export async function timeTyping(page: Page): Promise<TypingResult> {
  await placeCaret(page, 'start');
  await page.keyboard.type(sentence, { delay: paceMs });
  await page.evaluate('longTasks.splice(0)');
  for (const place of places) {
    await placeCaret(page, place);
    await record(page, `${place} letters`, () => page.keyboard.type(sentence.repeat(2), { delay: paceMs }));
    await record(page, `${place} enter`, () => press(page, 'Enter', 4));
    await record(page, `${place} backspace`, () => press(page, 'Backspace', 20));
    await record(page, `${place} undo`, () => press(page, 'Control+z', 6));
  }
  const times = await page.evaluate<Record<string, number[]>>('keyTimes');
  const tasks = await page.evaluate<number[]>('longTasks');
  const of = (part: string) =>
    keyTimes(Object.entries(times).flatMap(([name, each]) => (name.includes(part) ? each : [])));
  return {
    all: of(''),
    byPlace: Object.fromEntries(places.map((place) => [place, of(`${place} `)])) as TypingResult['byPlace'],
    byKey: Object.fromEntries(keyKinds.map((kind) => [kind, of(` ${kind}`)])) as TypingResult['byKey'],
    longTasks: tasks.length,
    longestTaskMs: percentile(tasks, 1),
  };
}

/** Writes letters at the start of the text that is open in a page, and times every key. */
export async function timeLetters(page: Page): Promise<KeyTimes> {
  await placeCaret(page, 'start');
  await page.keyboard.type(sentence, { delay: paceMs });
  await record(page, 'letters', () => page.keyboard.type(sentence.repeat(4), { delay: paceMs }));
  return keyTimes(await page.evaluate<number[]>(`keyTimes['letters']`));
}

async function placeCaret(page: Page, place: string): Promise<void> {
  await page.evaluate(`placeCaret(${JSON.stringify(place)})`);
}

async function record(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate(`recordKeys(${JSON.stringify(name)})`);
  await act();
  await page.evaluate('recordKeys(null)');
}

async function press(page: Page, key: string, count: number): Promise<void> {
  for (let pressed = 0; pressed < count; pressed++) await page.keyboard.press(key, { delay: paceMs });
}

function keyTimes(times: readonly number[]): KeyTimes {
  return {
    keys: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    maxMs: percentile(times, 1),
  };
}

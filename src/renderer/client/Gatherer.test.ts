import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Gatherer } from './Gatherer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pause = 250;
function gathered(burst: number, deal: (items: number[]) => Promise<unknown> | void = () => {}) {
  const lots: number[][] = [];
  const gatherer = new Gatherer<number>({ pause, burst });
  gatherer.handTo((items) => {
    lots.push(items);
    return deal(items);
  });
  return { lots, gatherer };
}

test('the first is handed on at once, and what comes soon after it together, in its order', async () => {
  const { lots, gatherer } = gathered(1);
  for (const item of [1, 2, 3]) gatherer.add(item);
  expect(lots).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(pause - 1);
  expect(lots).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(1);
  expect(lots).toEqual([[1], [2, 3]]);
});

test('a stream is handed on once a pause, and its last is not forgotten', async () => {
  const { lots, gatherer } = gathered(1);
  for (let item = 0; item < 1000; item += 1) {
    gatherer.add(item);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(pause);
  expect(lots.flat()).toEqual(Array.from({ length: 1000 }, (_, item) => item));
  expect(lots.length).toBeLessThanOrEqual(10_000 / pause + 2);
});

test('what comes now and then does not wait, nor do a few things at once', async () => {
  const { lots, gatherer } = gathered(3);
  for (let item = 0; item < 5; item += 1) {
    gatherer.add(item);
    expect(lots).toHaveLength(item + 1);
    await vi.advanceTimersByTimeAsync(pause);
  }
  for (const item of [5, 6, 7, 8]) gatherer.add(item);
  expect(lots.slice(5)).toEqual([[5], [6], [7]]);
  await vi.advanceTimersByTimeAsync(pause);
  expect(lots.slice(8)).toEqual([[8]]);
});

test('of a stream, the next lot waits until the last was dealt with, and goes on when that failed', async () => {
  const ends: (() => void)[] = [];
  const { lots, gatherer } = gathered(1, () => new Promise((_, reject) => ends.push(() => reject(new Error('no')))));
  gatherer.add(1);
  gatherer.add(2);
  await vi.advanceTimersByTimeAsync(4 * pause);
  expect(lots).toEqual([[1]]);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(lots).toEqual([[1], [2]]);
});

test('what waits can be handed on at once, or forgotten', async () => {
  const { lots, gatherer } = gathered(1);
  gatherer.add(1);
  gatherer.add(2);
  gatherer.flush();
  expect(lots).toEqual([[1], [2]]);
  gatherer.add(3);
  gatherer.drop();
  await vi.advanceTimersByTimeAsync(2 * pause);
  expect(lots).toEqual([[1], [2]]);
});

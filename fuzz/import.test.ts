import { expect, test } from 'vitest';
import { fuzzImport } from './import';

test('changed files are read or refused in a sentence, and the library stays sound', { timeout: 120_000 }, async () => {
  const { failures, files, read, refused } = await fuzzImport({ count: 120, seed: 7, libraryEvery: 6 });
  expect(failures).toEqual([]);
  expect(files).toBe(120);
  // Some of each, or nothing was tried.
  expect(read).toBeGreaterThan(20);
  expect(Object.values(refused).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
});

import { describe, expect, it } from 'vitest';
import { rebuildIndex, verifyIndex } from '../src/main/library/search';
import { openTestLibrary } from '../src/main/library/testing';
import { fillLibrary } from './corpus';
import { benchSearch } from './search';

describe('the search benchmark', () => {
  it('finds nearly every hidden excerpt of a small library by misspelt words', async () => {
    const result = await benchSearch(400, { queries: 120, fuseQueries: 5, inProcess: true });
    expect(result).toMatchObject({ size: 400, queries: 120, fuse: { queries: 5 } });
    expect(result.recallAt10).toBeGreaterThanOrEqual(0.95);
    expect(result.kinds.phrase?.recallAt10).toBe(1);
  }, 60_000);

  it('makes the same corpus every time, of any amounts, and an index that verifies', async () => {
    const amounts = { excerpts: 60, sources: 7, claims: 5, actors: 9 };
    const { context } = await openTestLibrary();
    const first = await fillLibrary((work) => context.db.write(work), amounts);
    expect(first.filter(({ excerptId }) => excerptId !== null)).toHaveLength(60);
    expect(new Set(first.map(({ sourceId }) => sourceId)).size).toBe(7);
    await rebuildIndex(context.db);
    expect(await context.db.read(verifyIndex)).toEqual([]);
    const other = await openTestLibrary();
    expect(await fillLibrary((work) => other.context.db.write(work), amounts)).toEqual(first);
  });
});

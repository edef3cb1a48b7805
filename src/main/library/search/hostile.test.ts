import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestLibrary } from '../testing';
import { searchHandlers } from './index';
import { hostileQueries, quickest } from './testing';

async function someLibrary() {
  const { context } = await openTestLibrary();
  await context.change({ label: 'Add' }, async (db) => {
    for (let number = 0; number < 40; number++) {
      await db.insert('claim', {
        statement: `Velmora closed harbour ${number} to ships, AND it will NOT reopen`,
        note: 'see "the letter"',
      });
    }
    await db.insert('tag', { name: '"*^', folded_name: '"*^', colour: 'none' });
  });
  const search = searchHandlers(context)['search.query'];
  return (query: string) => search({ query, limit: 20 });
}

describe('hostile queries', () => {
  it('are answered or explained, fast', async () => {
    const find = await someLibrary();
    await find('warm up');
    for (const query of hostileQueries) {
      expect(await quickest(() => find(query)), query.slice(0, 40)).toBeLessThan(200);
      const answer = await find(query);
      expect(answer.problem === null || /[.”]$/.test(answer.problem), answer.problem ?? '').toBe(true);
    }
    expect((await find('harbour AND ships')).hits.length).toBeGreaterThan(0);
    expect((await find("'; DROP TABLE claim; --")).problem).toBeNull();
    expect((await find('harbour')).hits.length).toBe(20);
  });

  it('never fail, and mark only what lies in the text', async () => {
    const find = await someLibrary();
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'harbour',
        'hrabour',
        '"',
        '-',
        ' OR ',
        'tag:',
        'kind:claim',
        'status:',
        'NEAR(',
        '*',
        '\0',
        '\uD800',
        ' ',
        '“',
        'in:title ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const { hits, didYouMean } = await find(parts.join(''));
        if (didYouMean !== null) await find(didYouMean);
        for (const { text, title, highlights } of hits) {
          for (const [start, end] of highlights.text)
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
          for (const [start, end] of highlights.title)
            expect(start >= 0 && start < end && end <= title.length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});

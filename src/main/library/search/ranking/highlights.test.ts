import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../../shared/search';
import { openTestLibrary } from '../../testing';
import { openSearch } from '../engine';

/** Words that are hard to mark: ligatures, combining marks, surrogate pairs, right-to-left script, joiners, soft hyphens. */
const words = [
  'embassy',
  'Əliyev',
  'ﬁnance',
  'إلهام',
  're\u0301sume\u0301',
  '𝔄nna𝔅',
  'посольство',
  'شاهین‌ها',
  'co\u00ADoperate',
  'Straße',
];
const filler = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('👩‍👩‍👧', '…', '“', 'ﷺ', '\u0301', '\u202E', '½', 'かが', '\t', '—', 'e\u0301\u0323', 'ﬃ', 'علـــي'),
);

it('marks exactly the words that were found: the marked original, folded, is the word, folded', async () => {
  const { context } = await openTestLibrary();
  const search = openSearch(context).query;
  const text = fc.tuple(
    fc.array(filler, { maxLength: 6 }),
    fc.constantFrom(...words),
    fc.array(filler, { maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(text, async ([before, word, after]) => {
      const statement = `${before.join(' ')} ${word} ${after.join(' ')}`;
      const id = await context.change({ label: 'Add' }, (db) => db.insert('claim', { statement, note: '' }));
      const { hits } = await search({ query: `"${word}"`, limit: 5 });
      const hit = hits.find((one) => one.id === id);
      expect(hit, statement).toBeDefined();
      const marked = hit!.highlights.title.map(([start, end]) => fold(hit!.title.slice(start, end)));
      expect(marked.join(' ')).toContain(fold(word));
      for (const one of marked) expect(fold(word)).toBe(one);
      await context.change({ label: 'Erase', final: true }, (db) => db.erase('claim', id));
    }),
    { numRuns: 120 },
  );
}, 60_000);

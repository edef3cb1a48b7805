import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, wordsOf } from '../../../../shared/search';
import { openTestLibrary } from '../../testing';
import { openSearch } from '../engine';

/** What is hard to mark: ligatures, combining marks (in either order, alone), surrogate pairs, right-to-left script, joiners, soft hyphens. */
const hard = [
  'ﬁ',
  'ﬃ',
  'ß',
  'ə',
  'İ',
  'e\u0301',
  'o\u0323\u0302',
  'o\u0302\u0323',
  '𝔄',
  '𝐛',
  'ا',
  'ﻻ',
  'شّ',
  'ـ',
  '\u200C',
  '\u00AD',
  'ё',
  'й',
  'Ǆ',
  '½',
  'か\u3099',
  'ﾊﾞ',
  '한',
];
const letter = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...'abcdeklmnorst') }, fc.constantFrom(...hard));
/** A word of one's own that folds to one word of the index. */
const word = fc
  .array(letter, { minLength: 3, maxLength: 9 })
  .map((letters) => letters.join(''))
  .filter((text) => {
    const [only, ...others] = wordsOf(text);
    return only !== undefined && only.length >= 3 && others.length === 0 && only === fold(text);
  });
const filler = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '👩‍👩‍👧',
    '…',
    '“',
    'ﷺ',
    '\u0301',
    '\u202E',
    '½',
    'かが',
    '\t',
    '—',
    'e\u0301\u0323',
    'ﬃ',
    'علـــي',
    '\u2067',
  ),
);
const around = fc.array(filler, { maxLength: 6 }).map((parts) => parts.join(' '));

it('marks exactly the words that were found: the marked original, folded, is the word, folded', async () => {
  const { context } = await openTestLibrary();
  const search = openSearch(context).query;
  const field = fc.constantFrom('title', 'text');
  await fc.assert(
    fc.asyncProperty(around, word, around, word, around, field, async (before, first, between, second, after, name) => {
      const text = [before, first, between, second, after].join(' ');
      const id = await context.change({ label: 'Add' }, (db) =>
        name === 'title'
          ? db.insert('claim', { statement: text, note: '' })
          : db.insert('event', { title: 'Untitled', date: '', place: '', description: text }),
      );
      const wanted = [fold(first), fold(second)];
      const there = wordsOf(text).filter((one) => wanted.includes(one));
      for (const query of [`${first} ${second} `, `"${first}" "${second}"`]) {
        const hit = (await search({ query, limit: 5 })).hits.find((one) => one.id === id);
        expect(hit, query).toBeDefined();
        const shown = hit![name as 'title' | 'text'];
        const marked = hit!.highlights[name as 'title' | 'text'].map((range) => fold(shown.slice(...range)));
        expect(marked, JSON.stringify({ query, text })).toEqual(there);
      }
      await context.change({ label: 'Erase', final: true }, (db) => db.erase(name === 'title' ? 'claim' : 'event', id));
    }),
    { numRuns: 150 },
  );
}, 60_000);

it('marks of a word that is being typed only what is typed', async () => {
  const { context } = await openTestLibrary();
  const search = openSearch(context).query;
  await fc.assert(
    fc.asyncProperty(word, fc.integer({ min: 1, max: 8 }), async (whole, length) => {
      const folded = fold(whole);
      const typed = folded.slice(0, Math.min(length, folded.length - 1));
      fc.pre(wordsOf(typed).length === 1 && wordsOf(typed)[0] === typed);
      const id = await context.change({ label: 'Add' }, (db) => db.insert('claim', { statement: whole, note: '' }));
      const { hits } = await search({ query: typed, limit: 20 });
      const hit = hits.find((one) => one.id === id);
      expect(hit, whole).toBeDefined();
      for (const range of hit!.highlights.title) {
        // A ligature is marked whole when a part of it was typed.
        const marked = fold(hit!.title.slice(...range));
        expect(marked.startsWith(typed) && folded.startsWith(marked), `${typed} ${marked}`).toBe(true);
      }
      await context.change({ label: 'Erase', final: true }, (db) => db.erase('claim', id));
    }),
    { numRuns: 100 },
  );
}, 60_000);

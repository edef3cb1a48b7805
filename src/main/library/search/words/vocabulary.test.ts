import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../shared/search/distance';
import { beginsWith, lowerBound, mergeWords, packPages, wordAt } from './packed';
import { walkSimilar } from './similar';
import { soundDistance, soundsOf, soundsWanted } from '../../../../shared/search/sounds';

const letters = fc.constantFrom('a', 'b', 'c', 'é', 'я', '\uFB01', '𝔄');
const words = fc.uniqueArray(
  fc.array(letters, { minLength: 1, maxLength: 9 }).map((list) => list.join('')),
  { maxLength: 60 },
);
const packed = (list: readonly string[]) => {
  const sorted = [...list].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const half = Math.ceil(sorted.length / 2);
  const pages = [sorted.slice(0, half), sorted.slice(half)].filter(({ length }) => length > 0);
  return packPages(
    pages.map((page) => ({ terms: page.join(' '), documents: page.map(({ length }) => length).join(' ') })),
    sorted.length,
  );
};

describe('packed words', () => {
  it('keep every word with its count, in order, and find it', () => {
    fc.assert(
      fc.property(words, words, (some, more) => {
        const added = more.filter((word) => !some.includes(word));
        const all = mergeWords(packed(some), new Map(added.map((word) => [word, word.length])));
        expect(all).toEqual(packed([...some, ...added]));
        for (const word of [...some, ...added]) {
          const place = lowerBound(all, word);
          expect(wordAt(all, place)).toBe(word);
          expect(all.documents[place]).toBe(word.length);
          expect(beginsWith(all, place, word.slice(0, 2))).toBe(true);
        }
      }),
    );
  });

  it('give exactly the words within reach of a misspelt one', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(1, 2), (list, wanted, limit) => {
        const all = packed(list);
        for (const word of wanted.slice(0, 5)) {
          const found = new Map<string, number>();
          walkSimilar(all, word, limit, (place, distance) => found.set(wordAt(all, place), distance));
          const expected = list
            .map((other): [string, number] => [other, editDistance(word, other, limit)])
            .filter(([, distance]) => distance <= limit);
          expect([...found].sort()).toEqual(expected.sort());
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('beginnings', () => {
  it('are those of all words with a prefix within reach', () => {
    fc.assert(
      fc.property(words, words, (list, wanted) => {
        const all = packed(list);
        for (const word of wanted.slice(0, 5)) {
          const found: string[] = [];
          walkSimilar(all, word, 1, (place) => found.push(wordAt(all, place)), { beginnings: true });
          const expected = list.filter((other) =>
            Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end)).some(
              (prefix) => editDistance(word, prefix, 1) <= 1,
            ),
          );
          expect(found.sort()).toEqual(expected.sort());
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('sounds', () => {
  it.each([
    ['aliyev', 'eliyev'],
    ['aliyev', 'алиев'],
    ['алиев', 'eliyev'],
    ['aliyev', 'عليف'],
    ['алиев', 'علييف'],
    ['khamenei', 'خامنهاي'],
    ['rouhani', 'روحاني'],
    ['mammadov', 'memmedov'],
    ['mammadov', 'мамедов'],
    ['shahin', 'шахин'],
    ['sahin', 'شاهين'],
    ['cavid', 'javid'],
    ['tehran', 'تهران'],
    ['khrushchev', 'хрущев'],
    ['mohammad', 'محمد'],
    ['gulnar', 'гюльнар'],
    ['kuliyev', 'kulyev'],
    ['ali', 'али'],
    ['suxux', 'شوخوخ'],
  ])('%s finds %s, and the other way round', (one, other) => {
    for (const [typed, kept] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(soundsWanted(typed).some((sound) => soundsOf(kept).includes(sound))).toBe(true);
      expect(soundDistance(typed, kept)).toBeLessThanOrEqual(0.45);
    }
  });

  it('do not make one of what sounds otherwise', () => {
    for (const [one, other] of [
      ['aliyev', 'orlov'],
      ['border', 'граница'],
      ['tehran', 'طهماسب'],
    ] as const)
      expect(soundsWanted(one).some((sound) => soundsOf(other).includes(sound))).toBe(false);
  });
});

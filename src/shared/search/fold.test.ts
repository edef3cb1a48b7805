import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap } from './fold';
import { tokensOfFolded, wordsOf, wordsWithRanges } from './tokens';

/** Text with everything that makes offsets hard, lone surrogates included. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'ﬁ',
        'ﷺ',
        'e\u0301',
        'İ',
        'ı',
        'ə',
        'ß',
        '\u00AD',
        '\u200D',
        '\uD800',
        '\uDC00',
        '𝔄',
        '👩‍👩‍👧',
        'علي\u0640ها',
        '½',
        '\0',
        ' \u00A0\t',
        'が',
        'क्षि',
        '가',
        '\uFF9E',
        'ǆ',
        '¨',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('fold', () => {
  it.each([
    ['Əliyev', 'eliyev'],
    ['İSTANBUL ısı', 'istanbul isi'],
    ['Straße Łódź Ørsted Đặng', 'strasse lodz orsted dang'],
    ['ﬁnancial co\u00ADoperation', 'financial cooperation'],
    ['“It’s” – he said…', '"it\'s" - he said...'],
    ['علـــيٌّ یک کتاب', 'علي يك كتاب'],
    ['۱۳۹۸ ٢٠٢٣', '1398 2023'],
    ['Ёлка Әлиев', 'елка елиев'],
    ['a \t\n\u00A0 b', 'a b'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time, and never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('maps like it folds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(foldWithMap(text).text).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('marks exactly what matched: the marked original, folded, is the word', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('embassy', 'Əliyev', 'ﬁne', 'إلهام', 'é', '𝔄𝔅', 'الهام'),
        hostile,
        (before, word, after) => {
          const text = `${before} ${word} ${after}`;
          const folded = foldWithMap(text);
          for (const { text: token, range } of wordsWithRanges(text)) {
            expect(fold(text.slice(...range))).toContain(token);
          }
          for (const wanted of tokensOfFolded(fold(word))) {
            const at = folded.text.indexOf(wanted.text);
            const [start, end] = folded.toOriginal(at, at + wanted.text.length);
            expect(fold(text.slice(start, end))).toContain(wanted.text);
          }
          const own = folded.text.indexOf(fold(word));
          const [start, end] = folded.toOriginal(own, own + fold(word).length);
          if (text.slice(start, end) === word) expect(fold(text.slice(start, end))).toBe(fold(word));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('marks whole clusters', () => {
    const text = 'The ﬁne re\u0301sume\u0301 of 𝔄nna';
    const marked = wordsWithRanges(text).map(({ range }) => text.slice(...range));
    expect(marked).toEqual(['The', 'ﬁne', 're\u0301sume\u0301', 'of', '𝔄nna']);
  });
});

describe('wordsOf', () => {
  it('finds words in any script', () => {
    expect(wordsOf('Azerbaijan’s 3rd—embassy')).toEqual(['azerbaijan', 's', '3rd', 'embassy']);
    expect(wordsOf('東京 hotel')).toEqual(['東', '京', 'hotel']);
    expect(wordsOf('Посольство, السفارة')).toEqual(['посольство', 'السفاره']);
  });
});

describe('tokensOfFolded', () => {
  it('finds the words that wordsOf finds, where they stand', () => {
    const piece = fc.constantFrom('a', 'word', '7', ' ', '-', '’', 'é', 'و', '東', 'x'.repeat(64), '.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const folded = fold(pieces.join(''));
        const tokens = tokensOfFolded(folded);
        expect(tokens.map(({ text }) => text)).toEqual(wordsOf(folded));
        for (const { text, start, end } of tokens) expect(folded.slice(start, end)).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographyFolding } from '../anchoring/typography';
import type { Folding } from './clusters';
import { findInSteps, mergeRanges } from './find';
import { letterFolding, romanisedFolding } from './fold';
import { wordsOf } from './tokens';
import type { TextRange } from './types';

function find(text: string, query: string, folding: Folding = letterFolding, wholeWords = false): TextRange[] {
  return [...findInSteps(folding.foldWithMap(text), folding.fold(query), { wholeWords })].flat();
}
const words = (text: string, ranges: TextRange[]) => ranges.map(([start, end]) => text.slice(start, end));

describe('findInSteps', () => {
  it.each([
    ['eliyev', 'Said by Əliyev and Eliyev.', ['Əliyev', 'Eliyev']],
    ['"no" - he', 'They said “no” – he left.', ['“no” – he']],
    ['cooperation', 'co\u00ADoperation', ['co\u00ADoperation']],
    ['елка', 'Ёлка, ЁЛКА', ['Ёлка', 'ЁЛКА']],
    ['علي يك', 'گفت علی یک بار', ['علی یک']],
    ['resume', 're\u0301sume\u0301s', ['re\u0301sume\u0301']],
    ['𝔄nna', 'to 𝔄nna', ['𝔄nna']],
    ['fi', 'ﬁne', ['ﬁ']],
    ['a b', 'a \n\n b', ['a \n\n b']],
    ['aa', 'aaaa a', ['aa', 'aa']],
  ])('finds %s in %s', (query, text, found) => {
    expect(words(text, find(text, query))).toEqual(found);
  });

  it.each([
    ['f', 'ﬁne'],
    ['s', 'ß'],
    ['.', '…'],
    ['', 'anything'],
  ])('finds no part of a character: %s in %s', (query, text) => {
    expect(find(text, query)).toEqual([]);
  });

  it('finds letters as they are where marks and case count', () => {
    const text = 'Café, cafe, CAFE, cafe\u0301 “x”';
    expect(words(text, find(text, 'cafe', typographyFolding))).toEqual(['cafe']);
    expect(words(text, find(text, 'café "x"', typographyFolding))).toEqual(['cafe\u0301 “x”']);
  });

  it('finds a schwa by the letter that romanisations write for it', () => {
    const text = 'Əliyev, Aliyev, Eliyev; Әлиев, Алиев';
    expect(words(text, find(text, 'Aliyev', romanisedFolding))).toEqual(['Əliyev', 'Aliyev']);
    expect(words(text, find(text, 'Алиев', romanisedFolding))).toEqual(['Әлиев', 'Алиев']);
    const both = mergeRanges(find(text, 'Əliyev'), find(text, 'Əliyev', romanisedFolding));
    expect(words(text, both)).toEqual(['Əliyev', 'Aliyev', 'Eliyev']);
  });

  it('finds whole words only, where that is asked for', () => {
    const text = 'The other, the Theatre; the2, «the»';
    expect(words(text, find(text, 'the', letterFolding, true))).toEqual(['The', 'the', 'the']);
    expect(words('東京都', find('東京都', '京', letterFolding, true))).toEqual(['京']);
    expect(find('والسفارة', 'سفارة', letterFolding, true)).toEqual([]);
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom(
      ...'ﬁ|ﷺ|e\u0301|é|İ|ı|ə|ß|\u00AD|\u200D|\uD800|\uDC00|𝔄|ی|ي|ک|علي\u0640|½|…|"|“|a|b| | \n\n|가|각|क्षि|\u0301|¨'.split(
        '|',
      ),
    ),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it.each([
    ['letters', letterFolding],
    ['letters, romanised', romanisedFolding],
    ['typography', typographyFolding],
  ])('what is found, folded, is what was looked for, folded (%s)', (_, folding) => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(6), (text, query, start, length) => {
        for (const wanted of [query, text.slice(start % (text.length + 1)).slice(0, length)]) {
          let last = 0;
          for (const [from, to] of find(text, wanted, folding)) {
            expect(folding.fold(text.slice(from, to))).toBe(folding.fold(wanted));
            expect(from).toBeGreaterThanOrEqual(last);
            last = to;
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds every whole word of a text', () => {
    const word = fc.constantFrom(
      'ﬁne',
      'Əliyev',
      're\u0301sume\u0301',
      'السفارة',
      '東京',
      'co\u00ADop',
      'straße',
      '𝔄nna',
      '각',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', '\n\n', ', ', '—', '’'))), (pieces) => {
        const text = pieces.flat().join('');
        for (const wanted of wordsOf(text)) expect(find(text, wanted, letterFolding, true)).not.toEqual([]);
      }),
    );
  });

  it('folds in steps to the very same', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 5 }), (text, step) => {
        const steps = letterFolding.foldInSteps(text, step);
        let next = steps.next();
        while (next.done !== true) next = steps.next();
        const [sliced, whole] = [next.value, letterFolding.foldWithMap(text)];
        expect(sliced.text).toBe(whole.text);
        for (let at = 0; at < whole.text.length; at++) {
          expect(sliced.toOriginal(at, at + 1)).toEqual(whole.toOriginal(at, at + 1));
          expect(sliced.cutsCharacter(at)).toBe(whole.cutsCharacter(at));
        }
      }),
    );
  });
});

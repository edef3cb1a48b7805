import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuotation, sentencesAround } from './index';

const sentences = Array.from(
  { length: 60 },
  (_, place) => `On day ${place} the “master” of pier ${(place * 7) % 11} saw ship ${place * 31} leave – it was late.`,
);
const text = sentences.join(' ');

describe('locateQuotation', () => {
  it('finds any stretch of whole sentences, in other typography and with a slip', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.nat(59), fc.nat(10_000), (a, b, slip) => {
        const whole = sentences.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        const typed = whole.replaceAll(/[“”]/g, '"').replaceAll('–', '-').replaceAll('. ', '.\n');
        const at = slip % typed.length;
        for (const quote of [typed, typed.slice(0, at) + typed.slice(at + 1)]) {
          const [start, end] = locateQuotation(text, quote) ?? [0, 0];
          // A slip in the first or last words may leave them out.
          const found = text.slice(start, end);
          expect(whole).toContain(found);
          expect(found.length).toBeGreaterThan(whole.length - 20);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds nothing where half of it is something else', () => {
    expect(locateQuotation(text, 'On day 12 the envoy of a far country came back to the old harbour')).toBeNull();
    expect(
      locateQuotation(text, `${sentences.slice(0, 6).join(' ')} ${'Something else follows. '.repeat(60)}`),
    ).toBeNull();
    expect(locateQuotation('', 'words')).toBeNull();
    expect(locateQuotation(text, '')).toBeNull();
  });
});

describe('sentencesAround', () => {
  const around = (whole: string, words: string) => {
    const start = whole.indexOf(words);
    return whole.slice(...sentencesAround(whole, start, start + words.length));
  };

  it('widens to whole sentences, not stopped by abbreviations', () => {
    const whole =
      'It rained. Mr. A. Dorsev said “no.” Then he left at 5 p.m. for the U.S. mission! Nobody saw it.\nA new line';
    expect(around(whole, 'said')).toBe('Mr. A. Dorsev said “no.”');
    expect(around(whole, 'Dorsev')).toBe('Mr. A. Dorsev said “no.”');
    expect(around(whole, 'no.” Then')).toContain('Mr. A. Dorsev said “no.” Then he left');
    expect(around(whole, 'Nobody')).toBe('Nobody saw it.');
    expect(around(whole, 'new')).toBe('A new line');
  });

  it('holds the range, stays in the text, and cuts no word of an endless one', () => {
    const endless = 'word and more '.repeat(500);
    const shown = around(endless, 'word and more word');
    expect(endless.slice(0, shown.length)).toBe(shown);
    expect(shown).toMatch(/^\w+( \w+)*$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (whole, a, b) => {
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [number, number];
        const [start, end] = sentencesAround(whole, from, to);
        expect(start).toBeLessThanOrEqual(from);
        expect(end).toBeGreaterThanOrEqual(to);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(whole.length);
      }),
    );
  });
});

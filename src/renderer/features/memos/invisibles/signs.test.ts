import { describe, expect, it } from 'vitest';
import { invisibleSigns } from './signs';

describe('invisible characters', () => {
  it('have a sign each, where they stand', () => {
    expect(invisibleSigns('10\u00A0km co\u00ADop \u200Fab\u200E \u202F')).toEqual([
      { at: 2, sign: '°', isSpace: true },
      { at: 8, sign: '¬', isSpace: false },
      { at: 12, sign: '‹', isSpace: false },
      { at: 15, sign: '›', isSpace: false },
      { at: 17, sign: '˚', isSpace: true },
    ]);
    expect(invisibleSigns('Ordinary words, and “quotation marks”.')).toEqual([]);
    expect(invisibleSigns('a\tb\u202Ec\uFEFF').map(({ sign }) => sign)).toEqual(['→', '«', '|']);
  });
});

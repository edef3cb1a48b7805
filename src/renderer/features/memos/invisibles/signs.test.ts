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
    expect(invisibleSigns('Ordinary words, and “quotation marks”.', { before: ' x', after: 'x ' })).toEqual([]);
    expect(invisibleSigns('a\tb\u202Ec\uFEFF').map(({ sign }) => sign)).toEqual(['→', '«', '|']);
  });

  it('are spaces that are too many too: in a row, also across formats, and at the ends of a line', () => {
    const at = (text: string, before = '', after = '') =>
      invisibleSigns(text, { before, after }).map((found) => found.at);
    expect(at('One.  Two')).toEqual([4, 5]);
    expect(at(' One ')).toEqual([0, 4]);
    expect(at(' One ', 'x', 'x')).toEqual([]);
    expect(at(' One ', 'x ', ' x')).toEqual([0, 4]);
    expect(invisibleSigns('a  b')[0]).toEqual({ at: 1, sign: '·', isSpace: true });
    expect(at('One two')).toEqual([]);
  });
});

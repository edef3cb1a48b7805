import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVerbatim, findQuotation, foldTypography, selectRange, trimRange } from './index';

const text = [
  'The harbour ministry said on Tuesday that “the talks had ended without a result” and that its envoy would return.',
  'Ambassador Şahin Əliyev called the ac\u00ADcusations baseless. He left the capital within two days, aides said.',
  'The ﬁnal report — 240 pages — is due in May. The talks may resume.',
].join('\n\n');
const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];

describe('findQuotation', () => {
  it('finds the very characters', () => {
    expect(findQuotation(text, 'left the capital')).toEqual([at('left the capital')]);
  });

  it.each([
    ['that "the talks had ended without a result"', 'that “the talks had ended without a result”'],
    ['called the accusations baseless', 'called the ac\u00ADcusations baseless'],
    ['The final report - 240 pages', 'The ﬁnal report — 240 pages'],
    ['would   return. Ambassador', 'would return.\n\nAmbassador'],
    ['S\u0327ahin Əliyev', 'Şahin Əliyev'],
    ['“left the capital”', 'left the capital'],
  ])('finds “%s” in other typography', (quote, original) => {
    expect(findQuotation(text, quote).map(([a, b]) => text.slice(a, b))).toEqual([original]);
  });

  it('gives all places of an ambiguous quotation', () => {
    expect(findQuotation(text, 'said')).toHaveLength(2);
  });

  it.each([
    ['called the acusations baseles', 'called the ac\u00ADcusations baseless'],
    ['Ambassador Sahin Aliyev called', 'Ambassador Şahin Əliyev called'],
  ])('does not take “%s”, and shows the nearest', (quote, nearest) => {
    const result = checkVerbatim(quote, text);
    expect(result).toMatchObject({ verbatim: false, nearest: { text: nearest } });
    expect(!result.verbatim && result.nearest!.similarity).toBeGreaterThan(0.7);
  });

  it('shows nothing where nothing is near', () => {
    expect(checkVerbatim('quarterly zinc futures slumped', text)).toMatchObject({ verbatim: false, nearest: null });
    expect(checkVerbatim(' \n ', text)).toMatchObject({ verbatim: false, nearest: null });
  });

  it('finds every slice of any text, whatever is done to its typography', () => {
    const piece = fc.constantFrom(
      'ﬁ',
      '“',
      '”',
      'é',
      'e\u0301',
      '\u00AD',
      ' ',
      '\n\n',
      'a',
      'B',
      'ə',
      '—',
      '…',
      '𝔄',
      '\uD800',
      'و',
      'ﷺ',
      '가',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const whole = pieces.join('');
        const selector = selectRange(whole, a % whole.length, b % whole.length);
        const wanted = foldTypography(selector.exact).trim();
        if (wanted === '') return;
        // Not what anybody can select: without its mark it is another letter.
        fc.pre(!/^\p{M}/u.test(whole.slice(selector.end)));
        expect(findQuotation(whole, selector.exact)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        findQuotation(a, b);
        checkVerbatim(a, b);
      }),
      { numRuns: 500 },
    );
  });

  it('answers within seconds on a 50 MB text', () => {
    const sentence = 'The harbour master wrote another long letter about berths and tariffs to the ministry. ';
    const long = `${sentence.repeat(290_000)}The gunman attacked the embassy at dawn. ${sentence.repeat(290_000)}`;
    expect(long.length).toBeGreaterThan(50_000_000);
    // Its own time, not that of neighbours on the machine.
    const started = process.cpuUsage();
    expect(findQuotation(long, 'The  gunman attacked the embassy')).toHaveLength(1);
    expect(checkVerbatim('A gunman atacked an embassy', long)).toMatchObject({
      verbatim: false,
      nearest: { text: 'The gunman attacked the embassy' },
    });
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(30);
  }, 120_000);
});

describe('selectRange', () => {
  it('keeps order, bounds and surrogate pairs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), fc.integer(), (whole, a, b) => {
        const { start, end, exact, prefix, suffix } = selectRange(whole, a, b);
        expect(exact).toBe(whole.slice(start, end));
        expect(whole.slice(0, start).endsWith(prefix)).toBe(true);
        expect(whole.slice(end).startsWith(suffix)).toBe(true);
        expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(exact)).toBe(false);
      }),
    );
  });

  it('trims white space', () => {
    expect(trimRange('  a b \n', 0, 7)).toEqual([2, 5]);
  });
});

describe('checkVerbatim', () => {
  it.each([
    'its envoy would return',
    '"The final report - 240 pages - is due in May."',
    'The harbour ministry said […] that its envoy would return',
    'The harbour ministry said … its envoy would return',
    'called the accusations baseless ... aides said',
    'called the accusations [sic] baseless',
    '[H]e left the capital',
    'Ambassador Şahin Əliyev [of Velmora] called the accusations baseless',
    '[The ambassador] left the capital within two days',
    'He left [Ostrava] within two days',
  ])('accepts “%s”', (quotation) => {
    expect(checkVerbatim(quotation, text).verbatim).toBe(true);
  });

  it.each([
    ['He left the capitol within two days', [{ quoted: 'capitol', original: 'capital' }]],
    ['He left the capital in two days', [{ quoted: 'in', original: 'within' }]],
    ['the talks had ended with a result', [{ quoted: 'with', original: 'without' }]],
    ['He left the Capital within two days', [{ quoted: 'Capital', original: 'capital' }]],
  ])('finds the difference in “%s”', (quotation, differences) => {
    expect(checkVerbatim(quotation, text)).toMatchObject({ verbatim: false, differences });
  });

  it('finds a mark that is left out, however the text writes it', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const source = 'They met at the café, and again at the café. 각 was written there.'.normalize(form);
      expect(checkVerbatim('They met at the café', source).verbatim).toBe(true);
      expect(checkVerbatim('They met at the cafe', source).verbatim).toBe(false);
      expect(checkVerbatim('They met at the cafe […] written there', source).verbatim).toBe(false);
      expect(checkVerbatim('again at the café. 가', source).verbatim).toBe(false);
    }
  });

  it('refuses parts in the wrong order and far insertions', () => {
    expect(checkVerbatim('its envoy would return … The harbour ministry said', text).verbatim).toBe(false);
    expect(checkVerbatim('The harbour ministry [quietly] is due in May', text).verbatim).toBe(false);
  });

  it('gives the passage from the first word to the last, and its quoted parts', () => {
    const check = checkVerbatim('The harbour ministry […] its envoy would return', text);
    expect(check.verbatim && check.places.map(({ range, parts }) => [text.slice(...range), parts.length])).toEqual([
      [text.slice(0, 112), 2],
    ]);
  });

  it('finds one changed letter wherever it is', () => {
    const plain = text.slice(0, 110);
    fc.assert(
      fc.property(fc.nat(plain.length - 1), fc.constantFrom('x', 'q', 'Z'), (place, letter) => {
        fc.pre(/\p{L}/u.test(plain[place]!));
        expect(checkVerbatim(plain.slice(0, place) + letter + plain.slice(place + 1), text).verbatim).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../domain/csl';
import { normaliseIsbns } from '../identifiers';
import { likeness } from './compare';
import { factsOf } from './facts';
import { createPairIndex, pairKey, type Surroundings } from './find';

const base: CslItem = {
  type: 'article-newspaper',
  title: 'Dam at Vell breaks after a week of rain',
  author: [{ family: 'Oren', given: 'Tal' }],
  issued: { 'date-parts': [[2023, 4, 18]] },
  'container-title': 'The Vell Courier',
};
const none = { file: false, text: false };
let count = 0;
const facts = (fields: Partial<CslItem> & Record<string, unknown>) =>
  factsOf({
    id: `s${(count += 1)}`,
    createdAt: String(count).padStart(6, '0'),
    csl: { ...base, ...fields } as CslItem,
  });
const compared = (a: Partial<CslItem>, b: Partial<CslItem>, shared = none) => likeness(facts(a), facts(b), shared);
const dated = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } });

describe('whether two sources look like one', () => {
  it.each<[string, Partial<CslItem>, Partial<CslItem>, string | null, RegExp?]>([
    ['the same in every detail', {}, {}, 'certain', /same title, the same author and date/u],
    [
      'other marks, quotes and case',
      { title: 'DÂM at “Vell” breaks after a week of rain' },
      { title: "Dam at 'Vell' breaks after a week of rain" },
      'certain',
    ],
    [
      'Azerbaijani letters as people type them',
      { title: 'Bakıda əsas körpü bağlandı bu gün' },
      { title: 'Bakida esas korpu baglandi bu gun' },
      'certain',
    ],
    ['a slip in a word', {}, { title: 'Dam at Vell braeks after a week of rain' }, 'likely', /Nearly the same title/u],
    ['a small word missing', {}, { title: 'Dam at Vell breaks after week of rain' }, 'likely'],
    [
      'a subtitle missing',
      { title: 'The long rain: how a dam broke' },
      { title: 'The long rain' },
      'likely',
      /but for what follows it/u,
    ],
    ['a day apart, for a time zone', {}, dated(2023, 4, 19), 'certain'],
    ['a month apart', {}, dated(2023, 5, 18), null],
    ['a year against the day', {}, dated(2023), 'certain', /author and year/u],
    ['no date', {}, { issued: undefined }, 'likely'],
    ['no author', {}, { author: undefined }, 'likely'],
    ['the site for an author', {}, { author: [{ literal: 'The Vell Courier' }] }, 'likely'],
    ['the name in one piece', {}, { author: [{ literal: 'Tal Oren' }] }, 'certain'],
    ['another author on the same day', {}, { author: [{ family: 'Sole', given: 'I.' }] }, 'possible'],
    [
      'another word of weight',
      { title: 'Report on the north corridor' },
      { title: 'Report on the south corridor' },
      null,
    ],
    [
      'another number',
      { title: 'Weekly bulletin No. 5 of the harbour' },
      { title: 'Weekly bulletin No. 6 of the harbour' },
      null,
    ],
    ['another year in the title', { title: 'Yearbook of dams 2021' }, { title: 'Yearbook of dams 2022' }, null],
    ['another volume', { volume: '3' }, { volume: '4' }, null],
    ['years apart', {}, dated(2019, 4, 18), null],
    ['another DOI each', { DOI: '10.1234/a' }, { DOI: '10.1234/b' }, 'possible'],
    [
      'one DOI, written in two ways',
      { DOI: '10.1234/A', title: 'One' },
      { DOI: 'https://doi.org/10.1234/a', title: 'Two' },
      'certain',
      /same DOI/u,
    ],
    [
      'one address',
      { URL: 'https://www.a.test/x?utm_source=q' },
      { URL: 'http://a.test/x/', issued: undefined, author: undefined },
      'certain',
      /same address/u,
    ],
    [
      'one address, other titles',
      { URL: 'https://a.test/x', title: 'One' },
      { URL: 'https://a.test/x', title: 'Two' },
      'possible',
    ],
    [
      'one front page, other titles',
      { URL: 'https://a.test/', title: 'One' },
      { URL: 'https://a.test/', title: 'Two' },
      null,
    ],
    ['one ISBN', { ISBN: '0-306-40615-2' }, { ISBN: '978-0-306-40615-7' }, 'certain', /ISBN/u],
    [
      'chapters of one book',
      { type: 'chapter', title: 'First', ISBN: '0306406152' },
      { type: 'chapter', title: 'Second', ISBN: '0306406152' },
      null,
    ],
    [
      'nothing but a common title',
      { title: 'Home', author: undefined, issued: undefined },
      { title: 'Home', author: undefined, issued: undefined },
      null,
    ],
  ])('%s', (_, a, b, confidence, reason = /./u) => {
    const found = compared(a, b);
    expect(found?.confidence ?? null).toBe(confidence);
    if (found) expect(found.reasons.join('; ')).toMatch(reason);
    // Whichever is asked first.
    expect(compared(b, a)?.confidence ?? null).toBe(confidence);
  });

  it('is certain of the same file or text', () => {
    const other = { title: 'Scan 1', author: undefined };
    expect(compared({}, other, { file: true, text: false })).toEqual({
      confidence: 'certain',
      reasons: ['The same file'],
    });
    expect(compared({}, other, { file: false, text: true })?.reasons).toEqual(['The same text']);
  });

  it('knows an ISBN in either form, and not a wrong one', () => {
    expect(normaliseIsbns('ISBN 0-306-40615-2 (hb), 978-3-16-148410-0')).toEqual(['9780306406157', '9783161484100']);
    expect(normaliseIsbns('978-3-16-148410-1, 12345, 99921-58-10-8')).toEqual([]);
    expect(normaliseIsbns('080442957X')).toEqual(['9780804429573']);
  });

  it('never throws, and says the same both ways (property)', () => {
    const item = fc.record({
      title: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('Dam at Vell breaks', 'Dam at Vel breaks', 'A: B'),
      ),
      DOI: fc.constantFrom(undefined, '10.1234/a', '10.1234/b'),
      ISBN: fc.constantFrom(undefined, '0306406152', 'x'),
      URL: fc.constantFrom(undefined, 'https://a.test/x', 'nonsense'),
      author: fc.constantFrom(undefined, [{ family: 'Oren' }], [{ literal: 'Tal Oren' }], []),
    });
    fc.assert(
      fc.property(item, item, (a, b) => {
        const [one, other] = [facts(a as Partial<CslItem>), facts(b as Partial<CslItem>)];
        expect(likeness(one, other, none)?.confidence).toBe(likeness(other, one, none)?.confidence);
      }),
    );
  });
});

describe('finding pairs', () => {
  const nothing: Surroundings = { sameFile: [], sameText: [], apart: new Set() };
  const built = (sources: ReturnType<typeof facts>[], more: Partial<Surroundings> = {}) => {
    const index = createPairIndex();
    const steps = index.rebuild(sources, { ...nothing, ...more });
    while (!steps.next().done);
    return index;
  };
  const find = (sources: ReturnType<typeof facts>[], more: Partial<Surroundings> = {}) => built(sources, more).pairs();

  it('gives of ten copies nine pairs, the surest first, and leaves out what is kept apart', () => {
    const copies = Array.from({ length: 10 }, () => facts({}));
    expect(find(copies)).toHaveLength(9);
    const like = facts({ title: 'Dam at Vell braeks after a week of rain', volume: '1' });
    expect(find([...copies.slice(0, 2), like]).map(({ confidence }) => confidence)).toEqual(['certain', 'likely']);
    const [a, b] = copies;
    expect(find([a!, b!], { apart: new Set([pairKey(b!.id, a!.id)]) })).toEqual([]);
    const others = [facts({ title: 'One thing' }), facts({ title: 'Another' })];
    expect(find(others, { sameFile: [others.map(({ id }) => id)] })[0]?.reasons).toEqual(['The same file']);
  });

  it('finds by blocks what comparing each with each finds, of titles with a slip in one word (property)', () => {
    const words = 'dam harbour rain night corridor embassy railway pipeline ferry border'.split(' ');
    const title = fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.boolean()), { minLength: 2, maxLength: 8 }), (titles) => {
        const sources = titles.flatMap(([list, twice]) => {
          const slip = list.map((word, index) => (index === 0 ? `${word}s` : word));
          return [facts({ title: list.join(' ') }), ...(twice ? [facts({ title: slip.join(' ') })] : [])];
        });
        const joined = new Set(find(sources).flatMap(({ firstId, secondId }) => [firstId, secondId]));
        for (const a of sources)
          for (const b of sources) {
            if (a !== b && likeness(a, b, none)) expect([a.words, joined.has(a.id)]).toEqual([a.words, true]);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('goes on from what it found as sources change, come and go, and then joins what a new beginning joins (property)', () => {
    const titles = [
      'Dam at Vell breaks again',
      'Dam at Vel breaks again',
      'Harbour closed at night',
      'Dam at Vell breaks',
    ];
    const source = fc.record({
      title: fc.constantFrom(...titles),
      DOI: fc.constantFrom(undefined, '10.1234/a', '10.1234/b'),
    });
    const step = fc.record({ place: fc.nat(9), to: fc.option(source) });
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 2, maxLength: 10 }),
        fc.array(step, { maxLength: 6 }),
        (first, steps) => {
          const sources = first.map((one) => facts(one as Partial<CslItem>));
          const index = built(sources);
          for (const { place, to } of steps) {
            const old = sources[place % Math.max(1, sources.length)];
            if (!old) continue;
            const next = to && { ...facts(to as Partial<CslItem>), id: old.id, createdAt: old.createdAt };
            if (next) sources[sources.indexOf(old)] = next;
            else sources.splice(sources.indexOf(old), 1);
            index.update(next ? [next] : [], [old.id], nothing);
          }
          const joined = (pairs: ReturnType<typeof find>) =>
            [...new Set(pairs.flatMap((one) => [one.firstId, one.secondId]))].sort();
          expect(joined(index.pairs())).toEqual(joined(find(sources)));
        },
      ),
    );
  });
});

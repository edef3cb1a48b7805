import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../dates/edtf';
import { suggest, type Found } from '.';
import { snapshotOf, suggestIn } from './testing';

function places(found: Found): { start: number; end: number }[] {
  return [
    ...found.actors.flatMap(({ mentions }) => mentions),
    ...found.quotations.flatMap(({ parts, verb, ...whole }) => [whole, ...parts, ...(verb === null ? [] : [verb])]),
    ...found.statements,
    ...found.events.flatMap(({ expression, ...event }) => [event, expression]),
  ];
}

function expectSound(found: Found, text: string): void {
  for (const { start, end } of places(found)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const { mentions } of found.actors)
    for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
  for (const { date, title } of found.events) {
    expect(parseEdtf(date)).not.toBeNull();
    expect(title.length).toBeLessThanOrEqual(140);
  }
  expect(new Set(found.actors.map(({ key }) => key)).size).toBe(found.actors.length);
}

const word = fc.constantFrom(
  ...'the The of “ ” " ‘ ’ \' « » ( ) : ; , . ... — – - Mr Dr President foreign minister said told Baku Iran Iranian Merevian Ministry Ali Anna Orr OECD (IRGC) April 6 2023 31 May last Thursday since 2020 from to between and days later ago the past year 99999999999 1.2.2023 00/00/0000 \u202E \u0000 \uD800 Əliyev 中文 يوم ½ 1st O’Neill U.S. J. & / 🚢 according to that which who he she it they denied'.split(
    ' ',
  ),
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(word, { maxLength: 80 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 80 }).map((words) => words.join('')),
);

describe('suggestions', () => {
  it('throw for no text, and all their places are in it', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 5 }),
        fc.constantFrom('2023-04-18', '2023', '', '0001-01-01', 'nonsense', '9999-12-31'),
        fc.constantFrom('en', '', 'de'),
        (paragraphs, published, language) => {
          const { text, blocks } = snapshotOf(...paragraphs.filter((paragraph) => paragraph !== ''));
          expectSound(suggest({ text, blocks, language, published, known: [] }), text);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are the same each time', () => {
    const text = 'On April 6, President Anna Orr told Iranian officials: “We will wait.”';
    expect(suggestIn(text)).toEqual(suggestIn(text));
  });

  it('take time in proportion to the text', () => {
    const article =
      'On April 6, President Anna Orr told the Velian Defence Ministry (VDM) in Lorn: “We will wait,” and it denied that “nobody” came. ';
    const nasty = [
      '“',
      '"',
      "'a ",
      '‘',
      '(',
      'A. ',
      'Of ',
      'Ministry of and ',
      'April ',
      '1 ',
      '1,',
      'Ab-',
      'said ',
      'The ',
      'it ',
      '. ',
      'Mr ',
      'de ',
      ' ',
    ];
    for (const piece of [article, ...nasty]) {
      const { text, blocks } = snapshotOf(piece.repeat(Math.ceil(60_000 / piece.length)));
      const started = performance.now();
      suggest({ text, blocks, language: 'en', published: '2031-04-18', known: [] });
      expect(performance.now() - started, piece).toBeLessThan(5000);
    }
  }, 60_000);

  it('find little and guess nothing in a language without rules', () => {
    const known = [{ id: 'a', name: 'Anna Orr', kind: 'person' as const, aliases: [] }];
    const found = suggestIn('Anna Orr sagte am 6.4.2031: „Wir werden warten, bis alle hier sind.“ Herr Meyer ging.', {
      language: 'de',
      known,
    });
    expect(found.actors.map(({ name }) => name)).toEqual(['Anna Orr']);
    expect(found.quotations).toMatchObject([{ speaker: null }]);
    expect(found.events.map(({ date }) => date)).toEqual(['2031-04-06']);
  });

  it('are guessed to be English where nobody said so', () => {
    expect(
      suggestIn('The ministry of the island and the people in it said that on Tuesday it was shut.', { language: '' })
        .language,
    ).toBe('en');
  });
});

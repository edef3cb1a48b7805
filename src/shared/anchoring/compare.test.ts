import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type ComparedRow, type ComparedText } from './compare';
import { finish } from './steps';

function textOf(paragraphs: readonly string[]): ComparedText {
  const blocks: { start: number; end: number }[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (blocks.length > 0) text += '\n\n';
    blocks.push({ start: text.length, end: text.length + paragraph.length });
    text += paragraph;
  }
  return { text, blocks };
}

const compare = (older: readonly string[], newer: readonly string[]) =>
  finish(compareTexts(textOf(older), textOf(newer)));

const log = [
  'The ferry left at dawn with nine people on board.',
  'The keeper signed the page and locked the house.',
  'Nothing was seen on the road.',
  'The lamp was lit at seven.',
];

describe('comparing two texts', () => {
  it('says what is the same, changed word by word, taken out and put in', () => {
    const newer = [
      log[0]!.replace('nine', 'eight'),
      'A line that was put in later by another hand.',
      log[1]!,
      log[3]!.replace('seven', 'eight'),
    ];
    const rows = compare(log, newer);
    expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'added', 'same', 'removed', 'changed']);
    expect(rows[0]).toMatchObject({
      parts: [
        { kind: 'same', text: 'The ferry left at dawn with ' },
        { kind: 'removed', text: 'nine' },
        { kind: 'added', text: 'eight' },
        { kind: 'same', text: ' people on board.' },
      ],
    });
  });

  it('knows what was only moved, and takes typography for nothing', () => {
    const rows = compare(log, [log[1]!, log[2]!.replace('road.', 'road.\u00AD'), log[3]!, log[0]!]);
    expect(rows.map((row) => ('moved' in row ? `${row.kind} moved: ${row.moved}` : row.kind))).toEqual([
      'removed moved: true',
      'same',
      'same',
      'same',
      'added moved: true',
    ]);
  });

  const paragraphs = fc.array(
    fc
      .array(fc.constantFrom('ferry', 'lamp', 'keeper', 'road', 'dawn', 'rope', 'page'), { minLength: 1, maxLength: 9 })
      .map((words) => words.join(' ')),
    { maxLength: 14 },
  );

  it('has every block of both texts once, in order, and parts that make up both', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const [older, newer] = [textOf(before), textOf(after)];
        const rows = finish(compareTexts(older, newer));
        const ranges = (side: 'older' | 'newer') =>
          rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name === side ? [value] : [])));
        expect(ranges('older')).toEqual(older.blocks.map(({ start, end }) => [start, end]));
        expect(ranges('newer')).toEqual(newer.blocks.map(({ start, end }) => [start, end]));
        for (const row of rows) {
          if (row.kind === 'same') expect(older.text.slice(...row.older)).toBe(newer.text.slice(...row.newer));
          if (row.kind !== 'changed') continue;
          const side = (kind: 'added' | 'removed') =>
            row.parts
              .filter((part) => part.kind !== kind)
              .map(({ text }) => text)
              .join('');
          expect(side('added')).toBe(older.text.slice(...row.older));
          expect(side('removed')).toBe(newer.text.slice(...row.newer));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(paragraphs, (before) => {
        expect(compare(before, before).every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('compares a book with its second edition, and with another book', () => {
    const book = (seed: number) =>
      Array.from(
        { length: 6000 },
        (_, index) => `Entry ${index * seed}: the ${(index * seed) % 89} of ${index % 97} was seen.`,
      );
    const started = process.cpuUsage();
    const second = book(7).flatMap((entry, index) =>
      index % 50 === 0 ? [] : index % 31 === 0 ? [entry.replace('seen', 'heard')] : [entry],
    );
    const kinds = (rows: readonly ComparedRow[], kind: string) => rows.filter((row) => row.kind === kind).length;
    const rows = compare(book(7), second);
    expect(kinds(rows, 'removed')).toBe(120);
    expect(kinds(rows, 'changed')).toBeGreaterThan(150);
    expect(kinds(compare(book(7), book(11)), 'same')).toBeLessThan(6000);
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(15);
  });
});

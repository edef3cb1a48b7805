import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/domain/sources';
import { innermost, segmentsOf, type Highlight } from './segments';

const text = 'Heading\n\nThe sluices were closed for nineteen days.';
const block: Block = {
  kind: 'paragraph',
  start: 9,
  end: text.length,
  paragraph: 1,
  spans: [{ kind: 'emphasis', start: 13, end: 20 }],
};

test('cuts a block at highlights and spans, and says what covers each run', () => {
  const highlights: Highlight[] = [
    { id: 'a', start: 9, end: 27, colour: 'blue' },
    { id: 'b', start: 13, end: 20, colour: 'red' },
    { id: 'elsewhere', start: 0, end: 7, colour: 'none' },
  ];
  expect(
    segmentsOf(text, block, highlights).map((segment) => [
      segment.text,
      segment.spans.map(({ kind }) => kind),
      segment.highlights.map(({ id }) => id),
    ]),
  ).toEqual([
    ['The ', [], ['a']],
    ['sluices', ['emphasis'], ['a', 'b']],
    [' were c', [], ['a']],
    ['losed for nineteen days.', [], []],
  ]);
  expect(innermost(highlights.slice(0, 2))?.id).toBe('b');
});

test('segments together are the block, whatever the highlights', () => {
  const range = fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const highlights = ranges.map((each, index): Highlight => ({ ...each, id: String(index), colour: 'none' }));
      const segments = segmentsOf(text, block, highlights);
      expect(segments.map((segment) => segment.text).join('')).toBe(text.slice(block.start, block.end));
    }),
  );
});

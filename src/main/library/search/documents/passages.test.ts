import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './passages';

describe('passagesOf', () => {
  it('joins short paragraphs and cuts long ones at a sentence', () => {
    const long = 'A sentence of some words about the harbour. '.repeat(100).trim();
    const text = `Title\n\nA short line.\n\n${long}`;
    const passages = passagesOf(text);
    expect(text.slice(...passages[0]!)).toMatch(/^Title/);
    for (const [start, end] of passages) {
      expect(end - start).toBeLessThanOrEqual(1600);
      expect(text.slice(start, end)).toMatch(/\.$/);
    }
  });

  it('loses no words, keeps order and whole characters, whatever the blocks', () => {
    const text = fc
      .array(fc.constantFrom('word ', '\n\n', '𝔄', '. ', 'x'.repeat(900), '\n'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    const blocks = fc.array(
      fc.record({ start: fc.integer({ min: -5, max: 900 }), end: fc.integer({ min: -5, max: 900 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, blocks, (whole, list) => {
        const passages = passagesOf(whole, list);
        let at = 0;
        let kept = '';
        for (const [start, end] of passages) {
          expect(start).toBeGreaterThanOrEqual(at);
          kept += whole.slice(start, end);
          at = end;
        }
        expect(kept.replace(/\s/gu, '')).toBe(whole.replace(/\s/gu, ''));
      }),
    );
  });

  it('takes a text of a hundred thousand paragraphs', () => {
    expect(passagesOf(`${'y'.repeat(300)}\n\n`.repeat(150_000))).toHaveLength(150_000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightParts } from './Highlighted';

describe('highlighted text', () => {
  it('marks what was found', () => {
    expect(highlightParts('the embassy gate', [[4, 11]]).filter((part) => part.marked)).toEqual([
      { start: 4, text: 'embassy', marked: true },
    ]);
  });

  it('never loses or repeats a character, whatever the ranges', () => {
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), ranges, (text, found) => {
        expect(
          highlightParts(text, found)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

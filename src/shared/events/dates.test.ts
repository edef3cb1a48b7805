import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfOverlap } from '../dates/edtf';
import { datesConflict, standingOf } from './dates';

const anyDate = fc.constantFrom(
  '2023',
  '2023-04',
  '2023-04-06',
  '2023-04-07',
  '2023-05',
  '2022',
  '202X',
  '2021/..',
  '../2022',
  '2023-04-06/2023-05-02',
  '2023~',
);

describe('dates of one event', () => {
  it.each([
    ['2023-04-06', '2023-04', 'narrower'],
    ['2023-04', '2023-04-06', 'wider'],
    ['2023-04~', '2023-04', 'same'],
    ['2023-04-06/2023-05-02', '2023-05', 'overlaps'],
    ['2023-04-06', '2023-04-07', 'conflict'],
    ['2023-04-06', '', 'open'],
  ])('%s stands to %j as %s', (given, chosen, standing) => expect(standingOf(given, chosen)).toBe(standing));

  it('stand to each other the other way round (property)', () => {
    const turned = { narrower: 'wider', wider: 'narrower' } as const;
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const one = standingOf(a, b);
        expect(standingOf(b, a)).toBe(one === 'narrower' || one === 'wider' ? turned[one] : one);
        expect(one === 'conflict').toBe(!edtfOverlap(a, b));
      }),
    );
  });

  it('conflict when two of them have no moment in common (property)', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 5 }), (dates) => {
        const apart = dates.some((a) => dates.some((b) => !edtfOverlap(a, b)));
        expect(datesConflict(dates)).toBe(apart);
        expect(datesConflict(['', ...dates])).toBe(apart);
      }),
    );
  });
});

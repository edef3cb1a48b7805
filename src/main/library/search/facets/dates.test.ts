import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfBounds, edtfOverlap } from '../../../../shared/dates/edtf';
import { dateFacets, dateRangeFacets, readDateRange } from './dates';

const two = (number: number) => String(number).padStart(2, '0');
const date = fc.tuple(
  fc.integer({ min: 1995, max: 2004 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const edtf = fc.oneof(
  date.map(([year]) => `${year}`),
  date.map(([year, month]) => `${year}-${two(month)}`),
  date.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
  date.map(([year, month]) => `${year}-${21 + (month % 4)}`),
  fc.constantFrom('199X', '1998?', '2001~', '2001-03/..', '../1999', '1996/2002', '2001-12-30/2002-01-02'),
);

describe('dates as facets', () => {
  it('are met by every range that the date may lie in, and by no range far from it', () => {
    fc.assert(
      fc.property(edtf, edtf, (own, asked) => {
        const bounds = edtfBounds(asked)!;
        const words = new Set(dateRangeFacets(bounds));
        const met = dateFacets(own).some((word) => words.has(word));
        if (edtfOverlap(own, asked)) expect(met).toBe(true);
        const month = 31 * 86_400_000;
        const [from, to] = edtfBounds(own)!;
        if (from - bounds[1] > 12 * month || bounds[0] - to > 12 * month) expect(met).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('tell days and months apart', () => {
    const finds = (asked: string, own: string) => {
      const words = dateRangeFacets(readDateRange(asked)!);
      return dateFacets(own).some((word) => words.includes(word));
    };
    expect(finds('2031-02-03', '2031-02-03')).toBe(true);
    expect(finds('2031-02-03', '2031-02-04')).toBe(false);
    expect(finds('2031-02', '2031-03-01')).toBe(false);
    expect(finds('2031-02-10..2031-04', '2031-02-09')).toBe(false);
    expect(finds('2031-02-10..2031-04', '2031-03')).toBe(true);
    expect(finds('>2031', '2031-12-31')).toBe(false);
    expect(finds('>=2031', '2031-01-01')).toBe(true);
    expect(finds('<2031-06', '2031-05-31')).toBe(true);
    expect(finds('2031-02-03', '2031')).toBe(true);
    expect(finds('-0044', '-0044')).toBe(true);
    expect(finds('0044', '-0044')).toBe(false);
  });

  it('are not read where there is no date', () => {
    for (const text of ['', '..', 'soon', '2031..1999', '>', '20311', '2031-13'])
      expect(readDateRange(text), text).toBeNull();
  });
});

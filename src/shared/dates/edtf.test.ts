import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslDateToEdtf, edtfToCslDate, textToEdtf } from './csl-date';
import { displayDate, displayYear } from './display';
import { compareEdtf, edtfBounds, edtfIntersection, edtfOverlap, isEdtf, parseByGrammar, parseEdtf } from './edtf';

describe('the short way to read plain dates', () => {
  const number = (digits: number) => fc.nat(10 ** digits - 1).map((value) => String(value).padStart(digits, '0'));
  const part = fc.oneof(number(2), fc.constantFrom('00', '01', '02', '12', '28', '29', '30', '31'));
  it('gives what the grammar gives, also for what is none (property)', () => {
    fc.assert(
      fc.property(
        fc.tuple(number(4), fc.array(part, { maxLength: 2 }), fc.constantFrom('', '?', '~', '%')),
        ([year, parts, sign]) => {
          const text = [year, ...parts].join('-') + sign;
          const read = parseEdtf(text);
          // The grammar takes every year for a leap year.
          const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
          const there = !leap && parts.join('-') === '02-29' ? null : parseByGrammar(text);
          expect(read?.kind === 'date' ? read.date : read).toEqual(there);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('EDTF dates', () => {
  it.each([
    '2023',
    '2023-04',
    '2023-04-06',
    '2024-02-29',
    '2021-21',
    '2023?',
    '2023-03~',
    '2023-04-06%',
    '201X',
    '20XX',
    '2004-XX',
    '1985-XX-XX',
    '2021/2023',
    '2021/..',
    '../2021',
    '2021/',
    '2021~/2023?',
    '-0044',
    'Y20230',
    '2023-04-06T10:00:00Z',
    '',
  ])('accepts %j', (text) => expect(isEdtf(text)).toBe(true));

  it.each([
    '2023-13',
    '2023-02-30',
    '23',
    'April 2023',
    '2023/2021',
    '[2021,2022]',
    '../..',
    '/',
    'x'.repeat(5000),
    '1681776000000',
  ])('refuses %j', (text) => expect(isEdtf(text)).toBe(false));

  it.each([
    ['2023-04-06', '6 Apr 2023'],
    ['2023-03~', 'c. Mar 2023'],
    ['2021/..', '2021–'],
    ['2019/2021', '2019–2021'],
    ['2023-04-06/2023-04-08', '6 Apr 2023 – 8 Apr 2023'],
    ['../2020', 'until 2020'],
    ['2021/', '2021–?'],
    ['199X', '1990s'],
    ['20XX', '21st century'],
    ['2021-21', 'Spring 2021'],
    ['2023?', '2023?'],
    ['2023%', 'c. 2023?'],
    ['-0043', '44 BC'],
    ['2023-04-06T10:00:00Z', '6 Apr 2023, 10:00'],
    ['', ''],
    ['no date', 'no date'],
  ])('shows %j as %j', (edtf, shown) => expect(displayDate(edtf)).toBe(shown));

  it('says the year for a short citation', () => {
    expect(displayYear('2023-04-06')).toBe('2023');
    expect(displayYear('2019/2021')).toBe('2019');
    expect(displayYear('')).toBe('');
  });

  it('orders by beginning, then by end, undated last', () => {
    const sorted = ['', '2023-04-06', '2024', '2023', '2023-04', '2021/..', '2021-21', '199X'].sort(compareEdtf);
    expect(sorted).toEqual(['199X', '2021/..', '2021-21', '2023', '2023-04', '2023-04-06', '2024', '']);
  });

  it('knows what a date covers', () => {
    expect(edtfOverlap('2023', '2023-04-06')).toBe(true);
    expect(edtfOverlap('2021/..', '2023')).toBe(true);
    expect(edtfOverlap('2022', '2023-04')).toBe(false);
    expect(edtfOverlap('', '2023')).toBe(false);
  });

  const anyDate = fc.oneof(
    fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).chain((date) => {
      const iso = date.toISOString();
      return fc.constantFrom(iso.slice(0, 4), iso.slice(0, 7), iso.slice(0, 10), `${iso.slice(0, 3)}X`);
    }),
    fc.constantFrom('', '2021/..', '../1999', '2020/2022', '2021-22'),
  );
  it('keeps a total order, and bounds in order (property)', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a))).toBe(0);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
        const bounds = edtfBounds(a);
        if (bounds) expect(bounds[0]).toBeLessThanOrEqual(bounds[1]);
      }),
    );
  });

  it('intersects as sets do: in either order, with itself, within both, and three at once as two by two (property)', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const both = edtfIntersection(a, b);
        expect(both).toEqual(edtfIntersection(b, a));
        expect(edtfIntersection(a, a)).toEqual(edtfBounds(a));
        expect(edtfOverlap(a, b)).toBe(both !== null);
        const [boundsA, boundsB] = [edtfBounds(a), edtfBounds(b)];
        if (both && boundsA && boundsB) {
          expect(both[0]).toBeGreaterThanOrEqual(Math.max(boundsA[0], boundsB[0]));
          expect(both[1]).toBeLessThanOrEqual(Math.min(boundsA[1], boundsB[1]));
        }
        // Spans on a line: where every two meet, all of them meet.
        const third = edtfBounds(c);
        if (both && edtfOverlap(a, c) && edtfOverlap(b, c)) {
          expect(Math.max(both[0], third![0])).toBeLessThanOrEqual(Math.min(both[1], third![1]));
        }
        // What lies apart is ordered by it.
        if (boundsA && boundsB && boundsA[1] < boundsB[0]) {
          expect(both).toBeNull();
          expect(compareEdtf(a, b)).toBe(-1);
        }
      }),
    );
  });

  it('goes to CSL and back unchanged (property)', () => {
    fc.assert(
      fc.property(anyDate, (edtf) => {
        expect(cslDateToEdtf(edtfToCslDate(edtf))).toBe(edtf);
      }),
    );
  });

  it('never throws, whatever the text (property)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        parseEdtf(text);
        displayDate(text);
        const edtf = textToEdtf(text);
        expect(isEdtf(edtf)).toBe(true);
      }),
    );
  });
});

describe('dates in words', () => {
  it.each([
    ['Apr 18, 2023', '2023-04-18'],
    ['18 April 2023', '2023-04-18'],
    ['April 2023', '2023-04'],
    ['c. 2019', '2019~'],
    ['2019–2021', '2019/2021'],
    ['2023-04-18T09:30:00+04:00', '2023-04-18'],
    ['Spring 2021', '2021-21'],
    ['yesterday', ''],
  ])('reads %j as %j', (text, edtf) => {
    const read = textToEdtf(text);
    // A full timestamp is EDTF too; it names the same day.
    expect(read.slice(0, edtf.length)).toBe(edtf);
  });

  it('reads CSL dates, falling back to what exists', () => {
    expect(cslDateToEdtf({ 'date-parts': [['2023', '4', '31']] })).toBe('2023-04');
    expect(cslDateToEdtf({ 'date-parts': [[2023, 0, 0]] })).toBe('2023');
    expect(cslDateToEdtf({ 'date-parts': [[2021]], season: 'Spring' })).toBe('2021-21');
    expect(cslDateToEdtf({ 'date-parts': [[2021], [2023]] })).toBe('2021/2023');
    expect(cslDateToEdtf({ 'date-parts': [[2021]], circa: 1 })).toBe('2021~');
    expect(cslDateToEdtf({ 'date-parts': [[]] })).toBe('');
    expect(cslDateToEdtf({ raw: '2023-04-18' })).toBe('2023-04-18');
    expect(cslDateToEdtf(undefined)).toBe('');
  });
});

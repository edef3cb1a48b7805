import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { roleAt, roleInWords, roleThenInWords } from './roles';

const envoy = { title: 'Envoy', organisation: '', from: '2019', to: '2021-06-30' };
const minister = { title: 'Foreign Minister', organisation: 'Vellmark', from: '2021-07-01', to: '' };

describe('the role at a date', () => {
  it.each([
    // what is asked, and what was held then
    ['2020', 'then Envoy'],
    ['2021-06-30', 'then Envoy'],
    ['2021-07-01', 'then Foreign Minister of Vellmark'],
    ['2023-04-06', 'then Foreign Minister of Vellmark'],
    // Begun some time in 2019; ended within the year that is asked about.
    ['2019-03', 'perhaps then Envoy'],
    ['2021', 'perhaps then Envoy and Foreign Minister of Vellmark'],
    // About the summer of 2021 may be before or after.
    ['2021-07~', 'perhaps then Envoy and Foreign Minister of Vellmark'],
    ['2022-07~', 'then Foreign Minister of Vellmark'],
    ['2018-12-31', ''],
    ['', ''],
    ['soon', ''],
    ['2020/2022', 'perhaps then Envoy and Foreign Minister of Vellmark'],
    ['2022/..', 'then Foreign Minister of Vellmark'],
  ])('in “%s” is “%s”', (date, words) => expect(roleThenInWords(roleAt([envoy, minister], date))).toBe(words));

  it('is not guessed from a role without dates, nor certain without a beginning', () => {
    expect(roleAt([{ ...envoy, from: '', to: '' }], '2020')).toEqual([]);
    expect(roleThenInWords(roleAt([{ ...envoy, from: '' }], '2020'))).toBe('perhaps then Envoy');
    expect(roleAt([{ ...envoy, from: '' }], '2022')).toEqual([]);
  });

  it('names several offices, those that are certain alone', () => {
    const judge = { title: 'Judge', organisation: 'Court of Orud', from: '2000', to: '2022' };
    expect(roleThenInWords(roleAt([judge, minister], '2021-09'))).toBe(
      'then Judge, Court of Orud and Foreign Minister of Vellmark',
    );
    expect(roleThenInWords(roleAt([judge, minister], '2022-09'))).toBe('then Foreign Minister of Vellmark');
    expect(roleInWords({ title: 'Judge', organisation: '' })).toBe('Judge');
    expect(roleInWords({ title: 'Ambassador in Orud', organisation: 'Vellmark' })).toBe('Ambassador in Orud, Vellmark');
  });

  const year = fc.integer({ min: 1900, max: 2100 });
  it('that is held on every day of a month is not denied for the month', () => {
    fc.assert(
      fc.property(year, year, year, fc.integer({ min: 1, max: 12 }), (a, b, asked, month) => {
        const role = { ...envoy, from: String(Math.min(a, b)), to: String(Math.max(a, b)) };
        const text = `${asked}-${String(month).padStart(2, '0')}`;
        const day = roleAt([role], `${text}-15`);
        const whole = roleAt([role], text);
        // The month says at most what its days say.
        if (whole[0]?.certainty === 'held') expect(day[0]?.certainty).toBe('held');
        if (day.length > 0) expect(whole).not.toEqual([]);
      }),
    );
  });
});

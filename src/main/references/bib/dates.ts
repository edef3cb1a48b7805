import { edtfToCslDate, textToEdtf } from '../../../shared/dates/csl-date';
import type { CslDate } from '../../../shared/domain/csl';
import { dateText, readDate } from '../values';
import { readLatex } from './latex';

export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year and month for classic BibTeX, and whether they say all there is to say. */
export function yearAndMonth(date: CslDate | undefined): { year: string; month: string; complete: boolean } {
  const text = dateText(date);
  const [, year = '', month = ''] = /^(\d{4})(?:-(0\d|1[0-2]))?(?!\d)/u.exec(text) ?? [];
  const name = monthNames[Number(month) - 1] ?? '';
  if (year === '') return { year: text, month: '', complete: true };
  return { year, month: name, complete: text === [year, month].filter(Boolean).join('-') };
}

/** EDTF as BibLaTeX has it, or words. */
export function readDateField(tex: string): CslDate | undefined {
  const bare = tex.replace(/[{}\\]/gu, '').trim();
  return readDate(textToEdtf(bare) === '' ? readLatex(tex) : bare);
}

/** `year`, `month` and `day`, where a month may be a name, a number, a range or a day and a month. */
export function readYearMonthDay(year: string, month: string, day: string): CslDate | undefined {
  const yearText = readLatex(year);
  if (!/^\d{4}$/u.test(yearText)) return readDateField(year);
  const said = readLatex(month).toLowerCase();
  const numbers = monthsIn(said);
  const [first, last] = numbers;
  if (first === undefined) {
    return (
      (said !== '' && (textToEdtf(`${said} ${yearText}`) !== '' || !/\d/u.test(said)) && readNamed(said, yearText)) ||
      readDate(yearText)
    );
  }
  if (last !== undefined && last > first)
    return {
      'date-parts': [
        [Number(yearText), first],
        [Number(yearText), last],
      ],
    };
  const dayText = /\d{1,2}/u.exec(readLatex(day) || (/\p{L}/u.test(said) ? said : ''))?.[0];
  const parts = [yearText, String(first), dayText].filter((part) => part !== undefined);
  return readDate(parts.map((part) => part.padStart(2, '0')).join('-')) ?? readDate(yearText);
}

/** Numbers of the months named. */
function monthsIn(text: string): number[] {
  const names = text.match(/\p{L}{3,}/gu)?.map((word) => monthNames.indexOf(word.slice(0, 3)) + 1) ?? [];
  if (names.length > 0) return names.filter((month) => month > 0);
  return /^(?:0?[1-9]|1[0-2])$/u.test(text) ? [Number(text)] : [];
}

/** A season, or a month in another language. */
function readNamed(month: string, year: string): CslDate | undefined {
  const date = readDate(`${month} ${year}`);
  return date?.literal === undefined ? date : edtfToCslDate(textToEdtf(year));
}

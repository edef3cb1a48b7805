import type { CslDate } from '../domain/csl';
import { displayDate } from './display';
import { parseEdtf, type EdtfDate } from './edtf';

const monthNumbers: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
const seasonNumbers: Record<string, number> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

function pad(value: number, width = 2): string {
  return String(Math.abs(value)).padStart(width, '0');
}

function edtfOf(year: number, month?: number, day?: number): string {
  const sign = year < 0 ? '-' : '';
  const yearText = Math.abs(year) > 9999 ? `Y${year}` : `${sign}${pad(year, 4)}`;
  const text = [yearText, month, day].filter((part) => part !== undefined);
  return text.map((part) => (typeof part === 'number' ? pad(part) : part)).join('-');
}

/** The longest part of year, month, day that is a real date: a day that does not exist falls back to its month. */
function partsToEdtf(parts: readonly (number | string)[], season?: number): string {
  const [year, month, day] = parts.slice(0, 3).map((part) => (String(part).trim() === '' ? 0 : Number(part)));
  if (year === undefined || !Number.isInteger(year) || (year === 0 && month === undefined)) return '';
  // Some exporters write seasons as months 13–16 or 21–24.
  const writtenSeason =
    month === undefined ? 0 : month > 20 && month < 25 ? month - 20 : month > 12 && month < 17 ? month - 12 : 0;
  const seasonNumber = season ?? (writtenSeason || undefined);
  if (seasonNumber !== undefined && seasonNumber >= 1 && seasonNumber <= 4)
    return `${edtfOf(year)}-${20 + seasonNumber}`;
  for (const candidate of [
    edtfOf(year, month || undefined, month ? day || undefined : undefined),
    edtfOf(year, month),
    edtfOf(year),
  ]) {
    if (parseEdtf(candidate) !== null) return candidate;
  }
  return '';
}

/**
 * A date in words or ISO form as EDTF: "2023-04-18", "Apr 18, 2023", "18 April 2023", "April 2023", "2023", "c. 2019",
 * "2019–2021", "2021–". '' when it says nothing certain. English month names only; other languages are the importer's.
 */
export function textToEdtf(text: string): string {
  const trimmed = text.trim().replace(/\s+/gu, ' ');
  if (parseEdtf(trimmed) !== null) return trimmed;
  const approximate = /^(?:c\.|ca\.?|circa)\s*/iu.exec(trimmed);
  if (approximate !== null) {
    const rest = textToEdtf(trimmed.slice(approximate[0].length));
    return rest === '' || rest.includes('/') || /[~?%]$/.test(rest) ? rest : `${rest}~`;
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ]/u.exec(trimmed);
  if (iso !== null) return partsToEdtf([iso[1] ?? '', iso[2] ?? '', iso[3] ?? '']);
  const range = /^(\d{4})\s*[–—-]\s*(\d{4})?$/u.exec(trimmed);
  if (range !== null) {
    const edtf = `${range[1]}/${range[2] ?? '..'}`;
    return parseEdtf(edtf) === null ? '' : edtf;
  }
  const decade = /^(\d{3})0s$/u.exec(trimmed);
  if (decade !== null) return `${decade[1]}X`;
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/u.exec(trimmed);
  if (century !== null) return `${pad(Number(century[1]) - 1)}XX`;
  const until = /^until (.+)$/u.exec(trimmed);
  if (until !== null) {
    const edtf = `../${textToEdtf(until[1] ?? '')}`;
    return parseEdtf(edtf) === null ? '' : edtf;
  }
  const monthFirst = /^([A-Za-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/u.exec(trimmed);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})$/u.exec(trimmed);
  const [word, day, year] =
    monthFirst !== null
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : dayFirst !== null
        ? [dayFirst[2], dayFirst[1], dayFirst[3]]
        : [undefined, undefined, undefined];
  if (word === undefined || year === undefined) return '';
  const season = seasonNumbers[word.toLowerCase()];
  if (season !== undefined) return partsToEdtf([year], season);
  const month = monthNumbers[word.slice(0, 3).toLowerCase()];
  if (month === undefined) return '';
  return partsToEdtf(day === undefined ? [year, month] : [year, month, day]);
}

/** A CSL-JSON date as EDTF; '' for undated or what cannot be read as a date. Impossible days fall back to the month. */
export function cslDateToEdtf(date: CslDate | undefined): string {
  if (date === undefined) return '';
  const [first, second] = date['date-parts'] ?? [];
  if (first !== undefined && first.length > 0) {
    const season =
      date.season === undefined
        ? undefined
        : (seasonNumbers[String(date.season).toLowerCase()] ?? (Number(date.season) || undefined));
    let start = partsToEdtf(first, season);
    if (start !== '' && date.circa !== undefined && date.circa !== false && date.circa !== 0 && date.circa !== '')
      start += '~';
    if (start === '' || second === undefined) return start;
    const openEnd = second.length === 0 || Number(second[0]) === 0;
    const range = `${start}/${openEnd ? '..' : partsToEdtf(second)}`;
    return parseEdtf(range) === null ? start : range;
  }
  return textToEdtf(date.literal ?? date.raw ?? '');
}

function parts(date: EdtfDate): number[] {
  if (date.day !== undefined && date.month !== undefined) return [date.year, date.month, date.day];
  return date.month === undefined ? [date.year] : [date.year, date.month];
}

/**
 * EDTF as a CSL-JSON date, undefined for undated. What CSL has no structure for (decades, centuries, open intervals)
 * becomes a literal that `cslDateToEdtf` reads back.
 */
export function edtfToCslDate(edtf: string): CslDate | undefined {
  const parsed = parseEdtf(edtf);
  if (parsed === null) return edtf === '' ? undefined : { literal: edtf };
  if (parsed.kind === 'interval') {
    if (typeof parsed.start === 'string' || typeof parsed.end === 'string') return { literal: displayDate(edtf) };
    const circa = parsed.start.approximate || parsed.end.approximate;
    return { 'date-parts': [parts(parsed.start), parts(parsed.end)], ...(circa ? { circa: true } : {}) };
  }
  const { date } = parsed;
  if (date.precision === 'century' || date.precision === 'decade') return { literal: displayDate(edtf) };
  const value: CslDate = { 'date-parts': [parts(date)] };
  if (date.season !== undefined) value.season = date.season;
  if (date.approximate || date.uncertain) value.circa = true;
  return value;
}

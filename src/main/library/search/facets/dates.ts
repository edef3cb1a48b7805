import { edtfBounds } from '../../../../shared/dates/edtf';
import { facet } from './facets';

/**
 * Dates as facets, so that any range is a few dozen words of the FTS5 expression. A document has the words `year`, `month` and
 * `day` of what its date covers, as finely as the date says; a date that says no more than "some time in that year" (or
 * month) has `inyear` (`inmonth`) too, by which a range that covers only a part of the year still finds it, because it may be meant.
 */
const day = 86_400_000;
/** Ranges without an end, and longer ones, are cut to so many years. */
const longestDate = 120;
const longestRange = 400;

const yearOf = (time: number) => new Date(time).getUTCFullYear();
const startOf = (year: number, month = 0, date = 1) => new Date(0).setUTCFullYear(year, month, date);
/** subtle: a year before Christ must not lose its sign with the other punctuation. */
const named = (year: number) => `${year < 0 ? 'b' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
const monthName = (year: number, month: number) => `${named(year)}${String(month + 1).padStart(2, '0')}`;

function bounded([from, to]: [number, number], years: number): [number, number] {
  const reach = years * 365 * day;
  const first = Number.isFinite(from) ? from : to - reach;
  return [first, Math.min(Number.isFinite(to) ? to : first + reach, first + reach)];
}

/** Facet words of an EDTF date; none for what is undated. */
export function dateFacets(date: string): string[] {
  const bounds = edtfBounds(date);
  if (bounds === null) return [];
  const [from, to] = bounded(bounds, longestDate);
  const words: string[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) words.push(facet('year', named(year)));
  if (to - from < day) {
    const on = new Date(from);
    const month = monthName(on.getUTCFullYear(), on.getUTCMonth());
    return [...words, facet('month', month), facet('day', `${month}${String(on.getUTCDate()).padStart(2, '0')}`)];
  }
  if (to - from < 364 * day) {
    for (const [year, month] of monthsBetween(from, to))
      words.push(facet('month', monthName(year, month)), facet('inmonth', monthName(year, month)));
    return words;
  }
  for (let year = yearOf(from); year <= yearOf(to); year++) words.push(facet('inyear', named(year)));
  return words;
}

/** Facet words of which a document has one if its date may lie in the range (milliseconds since 1970, ends included). */
export function dateRangeFacets(bounds: [number, number]): string[] {
  const [from, to] = bounded(bounds, longestRange);
  const words: string[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (startOf(year) >= from && startOf(year + 1) - 1 <= to) {
      words.push(facet('year', named(year)));
      continue;
    }
    words.push(facet('inyear', named(year)));
    for (const [, month] of monthsBetween(Math.max(from, startOf(year)), Math.min(to, startOf(year + 1) - 1))) {
      const name = monthName(year, month);
      const next = startOf(year, month + 1);
      if (startOf(year, month) >= from && next - 1 <= to) {
        words.push(facet('month', name));
        continue;
      }
      words.push(facet('inmonth', name));
      for (let date = 1, start = startOf(year, month); start < next; date++, start += day) {
        if (start <= to && start + day > from) words.push(facet('day', `${name}${String(date).padStart(2, '0')}`));
      }
    }
  }
  return words;
}

function* monthsBetween(from: number, to: number): Generator<[number, number]> {
  const at = new Date(from);
  for (let [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]; startOf(year, month) <= to;) {
    yield [year, month];
    month += 1;
    if (month === 12) [year, month] = [year + 1, 0];
  }
}

/**
 * What `date:` takes, as a range in milliseconds: any EDTF date or interval (`2031`, `2031-02-03`, `203X`, `2031-02/2031-05`), `a..b`, `a..`,
 * `..b`, `>a`, `>=a`, `<a`, `<=a`. Null if it is none of these or ends before it begins.
 */
export function readDateRange(value: string): [number, number] | null {
  const text = value.trim().toUpperCase();
  const compared = /^([<>]=?)(.+)$/u.exec(text);
  if (compared !== null) {
    const bounds = edtfBounds(compared[2]!);
    if (bounds === null) return null;
    if (compared[1] === '>') return [bounds[1] + 1, Infinity];
    if (compared[1] === '<') return [-Infinity, bounds[0] - 1];
    return compared[1] === '>=' ? [bounds[0], Infinity] : [-Infinity, bounds[1]];
  }
  const range = /^([^./]*)\.\.([^./]*)$/u.exec(text);
  if (range === null) return edtfBounds(text);
  const [first, last] = [range[1]!, range[2]!].map((end) => (end === '' ? undefined : edtfBounds(end)));
  if (first === null || last === null || (first === undefined && last === undefined)) return null;
  const bounds: [number, number] = [first?.[0] ?? -Infinity, last?.[1] ?? Infinity];
  return bounds[0] <= bounds[1] ? bounds : null;
}

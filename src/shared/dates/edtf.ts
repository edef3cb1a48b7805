/// <reference path="./edtf-package.d.ts" />
import { parse, type ParsedDate } from 'edtf';

/**
 * Dates as people know them: EDTF (ISO 8601-2:2019) levels 0 and 1. A year, a month, a season, "about 2019", "some time in
 * the 1990s", from–to with open ends. Grammar by the `edtf` package; bounds, ordering and display are ours.
 */
export interface EdtfDate {
  year: number;
  /** 1–12. */
  month?: number;
  day?: number;
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  season?: number;
  /** "10:00", UTC or the offset as written. */
  time?: string;
  precision: 'century' | 'decade' | 'year' | 'season' | 'month' | 'day';
  uncertain: boolean;
  approximate: boolean;
}
/** `open`: still going on, or since ever. `unknown`: it ended or began, nobody knows when. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';
export type Edtf = { kind: 'date'; date: EdtfDate } | { kind: 'interval'; start: EdtfEnd; end: EdtfEnd };

const decadeBit = 0b1000;
const centuryBits = 0b1100;
const monthBits = 0b110000;
const dayBits = 0b11000000;

function fromParsed(parsed: ParsedDate): EdtfDate {
  const [year = 0, second, third, hours, minutes] = parsed.values;
  const mask = parsed.unspecified ?? 0;
  const date: EdtfDate = {
    year,
    precision: 'year',
    uncertain: Boolean(parsed.uncertain),
    approximate: Boolean(parsed.approximate),
  };
  if (parsed.type === 'Season') return { ...date, season: (second ?? 21) - 20, precision: 'season' };
  if ((mask & centuryBits) === centuryBits) return { ...date, precision: 'century' };
  if ((mask & decadeBit) !== 0) return { ...date, precision: 'decade' };
  if (second === undefined || (mask & monthBits) !== 0) return date;
  if (third === undefined || (mask & dayBits) !== 0) return { ...date, month: second + 1, precision: 'month' };
  const day: EdtfDate = { ...date, month: second + 1, day: third, precision: 'day' };
  if (hours === undefined) return day;
  return { ...day, time: `${pad(hours)}:${pad(minutes ?? 0)}` };
}

const cache = new Map<string, Edtf | null>();

/** The date that a text states, or null if it is no EDTF of level 0 or 1 ('' included). */
export function parseEdtf(text: string): Edtf | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const value = parseUncached(text);
  // Lists sort by these; the distinct dates of a library are parsed once.
  if (cache.size > 20_000) cache.clear();
  cache.set(text, value);
  return value;
}

function parseUncached(text: string): Edtf | null {
  // The grammar is an Earley parser: refuse early what is no date at all.
  if (text === '' || text.length > 60 || !/^[\d\-/.~?%XYTZ:+]+$/.test(text)) return null;
  const slash = text.indexOf('/');
  if (slash === -1) {
    const date = parseSingle(text);
    return date === null ? null : { kind: 'date', date };
  }
  const start = parseEnd(text.slice(0, slash));
  const end = parseEnd(text.slice(slash + 1));
  if (start === null || end === null) return null;
  if (typeof start === 'string' && typeof end === 'string') return null;
  if (typeof start !== 'string' && typeof end !== 'string' && earliest(start) > latest(end)) return null;
  return { kind: 'interval', start, end };
}

function parseEnd(text: string): EdtfEnd | null {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parseSingle(text);
}

/** A year, month or day, perhaps with "?", "~" or "%". Nearly all dates are that, and the grammar takes a third of a millisecond for one. */
const plain = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/;

function parsePlain(text: string): EdtfDate | null | undefined {
  const match = plain.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  // 21 to 24 are seasons: the grammar knows them.
  if (match[2] !== undefined && month > 12) return undefined;
  const sign = match[4];
  const doubt = { uncertain: sign === '?' || sign === '%', approximate: sign === '~' || sign === '%' };
  if (match[2] === undefined) return { year, precision: 'year', ...doubt };
  if (month === 0) return null;
  if (match[3] === undefined) return { year, month, precision: 'month', ...doubt };
  const days = new Date(utc(year, month + 1, 0)).getUTCDate();
  return day === 0 || day > days ? null : { year, month, day, precision: 'day', ...doubt };
}

function parseSingle(text: string): EdtfDate | null {
  const known = parsePlain(text);
  return known === undefined ? parseByGrammar(text) : known;
}

/** By the grammar of the `edtf` package. Exported for the test that holds the short way to it. */
export function parseByGrammar(text: string): EdtfDate | null {
  try {
    const parsed = parse(text, { level: 1, types: ['Date', 'Season', 'Year'] });
    return parsed.type === 'Interval' ? null : fromParsed(parsed);
  } catch {
    return null;
  }
}

/** Whether a text may be stored as a date: EDTF of level 0 or 1, or '' for undated. */
export function isEdtf(text: string): boolean {
  return text === '' || parseEdtf(text) !== null;
}

/** Milliseconds since 1970 of a UTC day; years 0–99 are those years. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function earliest(date: EdtfDate): number {
  if (date.season !== undefined) return utc(date.year, date.season * 3, 1);
  const start = utc(date.year, date.month ?? 1, date.day ?? 1);
  if (date.time === undefined) return start;
  const [hours = 0, minutes = 0] = date.time.split(':').map(Number);
  return start + (hours * 60 + minutes) * 60_000;
}

function latest(date: EdtfDate): number {
  if (date.precision === 'century') return utc(date.year + 100, 1, 1) - 1;
  if (date.precision === 'decade') return utc(date.year + 10, 1, 1) - 1;
  // Winter runs into the next year's February.
  if (date.season !== undefined) return utc(date.year, date.season * 3 + 3, 1) - 1;
  if (date.time !== undefined) return earliest(date);
  if (date.day !== undefined) return utc(date.year, date.month ?? 1, date.day + 1) - 1;
  if (date.month !== undefined) return utc(date.year, date.month + 1, 1) - 1;
  return utc(date.year + 1, 1, 1) - 1;
}

/**
 * First and last millisecond (UTC, since 1970) that a date may mean; ±Infinity where an end is open or unknown. Null for
 * what is undated or no EDTF. Seasons are the northern ones, beginning in March, June, September and December.
 */
export function edtfBounds(text: string): [number, number] | null {
  const edtf = parseEdtf(text);
  if (edtf === null) return null;
  if (edtf.kind === 'date') return [earliest(edtf.date), latest(edtf.date)];
  const first = typeof edtf.start === 'string' ? -Infinity : earliest(edtf.start);
  const last = typeof edtf.end === 'string' ? Infinity : latest(edtf.end);
  return [first, last];
}

/**
 * First and last millisecond (UTC, since 1970) at which what has this date may have begun: "2023-04" some time in April, "2021/.." some time in
 * 2021, "../2020" nobody knows. Null for what is undated or no EDTF.
 */
export function edtfBeginning(text: string): [number, number] | null {
  const edtf = parseEdtf(text);
  if (edtf === null) return null;
  if (edtf.kind === 'date') return [earliest(edtf.date), latest(edtf.date)];
  if (typeof edtf.start !== 'string') return [earliest(edtf.start), latest(edtf.start)];
  return [-Infinity, typeof edtf.end === 'string' ? Infinity : latest(edtf.end)];
}

/** Where a date stands in a list: its first day, or for an open beginning its end; Infinity for undated, which come last. */
function edtfOrder(text: string): number {
  const edtf = parseEdtf(text);
  if (edtf === null) return Infinity;
  if (edtf.kind === 'date') return earliest(edtf.date);
  if (typeof edtf.start !== 'string') return earliest(edtf.start);
  return typeof edtf.end === 'string' ? Infinity : earliest(edtf.end);
}

/** Compares two EDTF texts for sorting: by beginning, then by end, then as text. A total order; undated last. */
export function compareEdtf(a: string, b: string): number {
  const [first, second] = [edtfOrder(a), edtfOrder(b)];
  if (first !== second) return first < second ? -1 : 1;
  const [endA, endB] = [edtfBounds(a)?.[1] ?? Infinity, edtfBounds(b)?.[1] ?? Infinity];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** First and last millisecond (UTC, since 1970) that both dates may mean; null where there is none, or one of them is undated. */
export function edtfIntersection(a: string, b: string): [number, number] | null {
  const [first, second] = [edtfBounds(a), edtfBounds(b)];
  if (first === null || second === null) return null;
  const [start, end] = [Math.max(first[0], second[0]), Math.min(first[1], second[1])];
  return start <= end ? [start, end] : null;
}

/** Whether two dates may mean the same moment. Undated overlaps nothing. */
export function edtfOverlap(a: string, b: string): boolean {
  return edtfIntersection(a, b) !== null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

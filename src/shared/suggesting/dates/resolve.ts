import { parseEdtf } from '../../dates/edtf';
import {
  addDays,
  addMonths,
  daysBetween,
  daysIn,
  edtfOf,
  isRealDay,
  isWhole,
  weekdayOf,
  type Day,
  type Unit,
} from './days';
import type { DateExpression, DateValue, Which } from './expressions';

/** What a date is counted from. */
export interface DateContext {
  /** Day of publication; null if unknown, and then only what names its year is resolved. */
  published: Day | null;
  /** The date named last in the running text. */
  anchor: Day | null;
  /** The whole day that "a day earlier" is counted from where the date named last is no day. */
  wholeDay: Day | null;
  /** Its year was written there, close by, and the text tells of that time. */
  narrative: boolean;
  /** The sentence speaks of what is to come. */
  future: boolean;
  /** It says "would": what was to come then. */
  would: boolean;
  /** Nothing says that it is past: of a date without its year the nearest is meant. */
  open: boolean;
}

/** An EDTF date with how it was found; null where the text does not say enough. */
export interface Resolved {
  edtf: string;
  /** The first day, month or year of it, for what is counted from it. */
  anchor: Day | null;
  reason: string;
  confidence: number;
}

/** When an expression is, as exactly as it says and no more. */
export function resolveDate(expression: DateExpression, context: DateContext): Resolved | null {
  const { value, relation, approximate } = expression;
  const inner = resolveValue(value, context);
  if (inner === null) return null;
  let { edtf } = inner;
  if (approximate && !/[~/X]/u.test(edtf)) edtf = `${edtf}~`;
  if (relation !== 'at' && !edtf.includes('/'))
    edtf = relation === 'since' || relation === 'after' ? `${edtf}/..` : `../${edtf}`;
  return parseEdtf(edtf) === null ? null : { ...inner, edtf };
}

function resolveValue(value: DateValue, context: DateContext): Resolved | null {
  const { published } = context;
  switch (value.kind) {
    case 'day': {
      const turned = value.yearsOn === undefined ? undefined : yearsFrom(context, value.yearsOn);
      const year = value.year ?? (turned === undefined ? yearOf(value.month, value.day, context) : turned);
      if (year === null || !isRealDay(year, value.month, value.day)) return null;
      const day = { year, month: value.month, day: value.day };
      return { edtf: edtfOf(day), anchor: day, ...(value.year === undefined ? byContext(context, year) : written) };
    }
    case 'month': {
      if (value.yearsOn !== undefined) {
        const turned = yearsFrom(context, value.yearsOn);
        if (turned === null) return null;
        const month = { year: turned, month: value.month };
        return { edtf: edtfOf(month), anchor: month, ...byContext(context, month.year) };
      }
      if (value.which === 'that') {
        if (context.anchor === null) return null;
        const month = { year: context.anchor.year, month: value.month };
        return { edtf: edtfOf(month), anchor: month, ...ofStory(context.anchor) };
      }
      const year =
        value.year ??
        (value.which === undefined
          ? yearOf(value.month, undefined, context)
          : whichYear(value.month, value.which, published));
      if (year === null) return null;
      const month = { year, month: value.month };
      return { edtf: edtfOf(month), anchor: month, ...(value.year === undefined ? byContext(context, year) : written) };
    }
    case 'season': {
      const first = (value.season - 20) * 3;
      const year =
        value.year ??
        (value.which === undefined ? yearOf(first, undefined, context) : whichYear(first, value.which, published));
      if (year === null) return null;
      return {
        edtf: `${edtfOf({ year })}-${value.season}`,
        anchor: { year, month: first },
        ...(value.year === undefined ? byContext(context, year) : written),
      };
    }
    case 'year':
      return { edtf: edtfOf({ year: value.year }), anchor: { year: value.year }, ...written };
    case 'decade':
      return { edtf: `${value.decade}X`, anchor: { year: value.decade * 10 }, ...written };
    case 'century':
      return { edtf: `${value.century - 1}XX`, anchor: null, ...written };
    case 'months': {
      const first = { year: value.year, month: value.first };
      return { edtf: `${edtfOf(first)}/${edtfOf({ year: value.year, month: value.last })}`, anchor: first, ...written };
    }
    case 'weekday':
      return weekday(value.weekday, value.which, context);
    case 'monthday':
      return monthday(value.day, context);
    case 'following':
      return following(value, context);
    case 'shift':
      return shifted(value.unit, value.amount, value.from, context);
    case 'past':
      return past(value.unit, value.amount, published);
    case 'range': {
      const start = resolveValue(value.start, context);
      const end = resolveValue(value.end, { ...context, anchor: start?.anchor ?? context.anchor });
      if (start === null || end === null || start.edtf.includes('/') || end.edtf.includes('/')) return null;
      return { ...start, edtf: `${start.edtf}/${end.edtf}`, confidence: Math.min(start.confidence, end.confidence) };
    }
  }
}

const ofStory = ({ year }: Day) => ({ reason: `the year is that of the date before, ${year}`, confidence: 0.75 });
const written = { reason: 'the date is written in full', confidence: 0.9 };

function byContext({ published, narrative, anchor, future }: DateContext, year: number) {
  if (narrative && anchor?.year !== undefined)
    return { reason: `the year is that of the date before, ${anchor.year}`, confidence: 0.75 };
  const day = published === null ? '' : edtfOf(published);
  return {
    reason: future ? `the next one after publication, ${day}` : `the latest one up to publication, ${day}: ${year}`,
    confidence: 0.85,
  };
}

/** "last year", "next year", counted from publication; null where nobody knows when that was. */
function yearsFrom({ published }: DateContext, yearsOn: number): number | null {
  return published === null ? null : published.year + yearsOn;
}

/** The year of a month or day that is written without one. */
function yearOf(
  month: number,
  day: number | undefined,
  { published, anchor, narrative, future, would, open }: DateContext,
): number | null {
  if (narrative && anchor !== null) {
    // A story runs forward: January after December is the next year's.
    return anchor.month !== undefined && month < anchor.month - 5 ? anchor.year + 1 : anchor.year;
  }
  if (published === null) return null;
  if (published.month === undefined) return published.year;
  const later =
    month > published.month ||
    (month === published.month && day !== undefined && published.day !== undefined && day > published.day);
  if (future) return later || month === published.month ? published.year : published.year + 1;
  if (!later) return would && published.month - month > 6 ? published.year + 1 : published.year;
  if ((would || open) && month - published.month < 4) return published.year;
  // subtle: an article may name a day of its own week that is still to come.
  if (
    day !== undefined &&
    isWhole(published) &&
    daysBetween(published, { year: published.year, month, day: Math.min(day, daysIn(published.year, month)) }) <= 3
  )
    return published.year;
  return published.year - 1;
}

function whichYear(month: number, which: Which, published: Day | null): number | null {
  if (published?.month === undefined) return null;
  const { year } = published;
  if (which === 'this') return year;
  if (which === 'last') return month < published.month ? year : year - 1;
  return month > published.month ? year : year + 1;
}

function weekday(wanted: number, which: Which | undefined, { published, future, would }: DateContext): Resolved | null {
  if (!isWhole(published)) return null;
  const own = weekdayOf(published);
  const back = (own - wanted + 7) % 7;
  let shift = -back;
  if (which === 'last') shift = back === 0 ? -7 : -back;
  else if (which === 'next' || future || would) shift = back === 0 ? 7 : 7 - back;
  const day = addDays(published, shift);
  return {
    edtf: edtfOf(day),
    anchor: day,
    reason: `counted from publication, ${edtfOf(published)}`,
    confidence: which === 'next' ? 0.7 : 0.82,
  };
}

/** "on the 9th": of the month spoken of, else the latest such day up to publication, or the next where it is to come. */
function monthday(day: number, { published, anchor, narrative, future }: DateContext): Resolved | null {
  const near =
    anchor?.month !== undefined &&
    (narrative ||
      (anchor.year === published?.year && published.month !== undefined && published.month - anchor.month <= 1));
  const base = near ? { year: anchor.year, month: anchor.month! } : isWhole(published) ? published : null;
  if (base === null) return null;
  let month = { year: base.year, month: base.month };
  if (!near && isWhole(published)) {
    if (future && day < published.day) month = addMonths(month, 1);
    else if (!future && day > published.day) month = addMonths(month, -1);
  }
  if (!isRealDay(month.year, month.month, day)) return null;
  const found = { ...month, day };
  return {
    edtf: edtfOf(found),
    anchor: found,
    reason: near ? 'the month is that of the date before' : `counted from publication, ${edtfOf(base)}`,
    confidence: 0.65,
  };
}

/** The first such season, month or weekday after the date named last. */
function following(
  { season, month, weekday: wanted }: { season?: number; month?: number; weekday?: number },
  { anchor, wholeDay }: DateContext,
): Resolved | null {
  const base = wanted !== undefined && !isWhole(anchor) ? wholeDay : anchor;
  if (base === null) return null;
  const said = { reason: `the first after the date before, ${edtfOf(base)}`, confidence: 0.68 };
  if (wanted !== undefined) {
    if (!isWhole(base)) return null;
    const day = addDays(base, (wanted - weekdayOf(base) + 7) % 7 || 7);
    return { edtf: edtfOf(day), anchor: day, ...said };
  }
  const first = month ?? (season! - 20) * 3;
  const year = base.month === undefined || base.month >= first ? base.year + 1 : base.year;
  return {
    edtf: season === undefined ? edtfOf({ year, month: first }) : `${edtfOf({ year })}-${season}`,
    anchor: { year, month: first },
    ...said,
  };
}

function shifted(
  unit: Unit,
  amount: number,
  from: 'publication' | 'text',
  { published, anchor, wholeDay }: DateContext,
): Resolved | null {
  const base = from === 'publication' ? published : (anchor ?? (unit === 'day' ? wholeDay : null));
  if (base === null) return null;
  const reason =
    from === 'publication'
      ? `counted from publication, ${edtfOf(base)}`
      : `counted from the date before, ${edtfOf(base)}`;
  const confidence = from === 'publication' ? 0.82 : 0.68;
  const exact = (day: Day, mark = ''): Resolved => ({ edtf: edtfOf(day) + mark, anchor: day, reason, confidence });
  switch (unit) {
    case 'day':
      if (isWhole(base)) return exact(addDays(base, amount));
      if (amount === 0) return exact(base);
      return from === 'text' && isWhole(wholeDay) ? exact(addDays(wholeDay, amount)) : null;
    case 'week': {
      if (!isWhole(base)) return base.month === undefined ? null : exact({ year: base.year, month: base.month }, '~');
      if (from === 'publication' && Math.abs(amount) <= 1) {
        const monday = addDays(base, -((weekdayOf(base) + 6) % 7) + amount * 7);
        return { ...exact(monday), edtf: `${edtfOf(monday)}/${edtfOf(addDays(monday, 6))}` };
      }
      return exact(addDays(base, amount * 7), '~');
    }
    case 'month':
      return base.month === undefined ? null : exact(addMonths(base, amount));
    case 'year':
      return exact({ year: base.year + amount });
    case 'decade':
      return exact({ year: base.year + amount * 10 }, '~');
    case 'century':
      return null;
  }
}

/** "the past two years": from about then to about now. */
function past(unit: Unit, amount: number, published: Day | null): Resolved | null {
  if (published === null || amount > 300) return null;
  const reason = `up to publication, ${edtfOf(published)}, without exact ends`;
  let start: Day;
  let end: Day = published;
  switch (unit) {
    case 'day':
    case 'week':
      if (!isWhole(published)) return null;
      start = addDays(published, -amount * (unit === 'week' ? 7 : 1));
      break;
    case 'month':
      if (published.month === undefined) return null;
      start = addMonths(published, -amount);
      end = { year: published.year, month: published.month };
      break;
    default:
      start = { year: published.year - amount * (unit === 'century' ? 100 : unit === 'decade' ? 10 : 1) };
      end = { year: published.year };
  }
  return { edtf: `${edtfOf(start)}~/${edtfOf(end)}~`, anchor: null, reason, confidence: 0.55 };
}

/** The day, month or year that an EDTF date of publication states; null for ranges and what is uncertain. */
export function dayOf(edtf: string): Day | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(edtf);
  if (match === null || edtf.includes('/')) return null;
  const [, year, month, day] = match;
  if (month !== undefined && Number(month) > 12) return { year: Number(year) };
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

import { parseEdtf, type EdtfDate, type EdtfEnd } from './edtf';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

function yearText(year: number): string {
  return year <= 0 ? `${1 - year} BC` : String(year);
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function dateText(date: EdtfDate, monthNames: readonly string[]): string {
  const year = yearText(date.year);
  let text = year;
  if (date.precision === 'century') text = `${ordinal(Math.floor(date.year / 100) + 1)} century`;
  else if (date.precision === 'decade') text = `${year}s`;
  else if (date.season !== undefined) text = `${seasons[date.season - 1] ?? ''} ${year}`;
  else if (date.month !== undefined) {
    const month = monthNames[date.month - 1] ?? '';
    text = date.day === undefined ? `${month} ${year}` : `${date.day} ${month} ${year}`;
    if (date.time !== undefined) text += `, ${date.time}`;
  }
  if (date.approximate) text = `c. ${text}`;
  return date.uncertain ? `${text}?` : text;
}

/**
 * An EDTF text for people: "6 Apr 2023", "c. Mar 2023", "Spring 2021", "1990s", "2021–", "2019–2021", "until 2020". '' for
 * undated; what is no EDTF is shown as it stands. `long` writes months out.
 */
export function displayDate(edtf: string, options: { long?: boolean } = {}): string {
  const monthNames = options.long ? longMonths : months;
  const parsed = parseEdtf(edtf);
  if (parsed === null) return edtf;
  if (parsed.kind === 'date') return dateText(parsed.date, monthNames);
  const { start, end } = parsed;
  const side = (value: EdtfEnd) =>
    typeof value === 'string' ? (value === 'unknown' ? '?' : '') : dateText(value, monthNames);
  if (start === 'open') return `until ${side(end)}`;
  const [from, to] = [side(start), side(end)];
  return from.includes(' ') || to.includes(' ') ? `${from} –${to === '' ? '' : ` ${to}`}` : `${from}–${to}`;
}

/** The year for a short citation: "2023", "1990s", "2019–21" is kept as "2019"; '' for undated. */
export function displayYear(edtf: string): string {
  const parsed = parseEdtf(edtf);
  if (parsed === null) return '';
  const date = parsed.kind === 'date' ? parsed.date : typeof parsed.start !== 'string' ? parsed.start : parsed.end;
  if (typeof date === 'string') return '';
  if (date.precision === 'century') return dateText({ ...date, approximate: false, uncertain: false }, months);
  return date.precision === 'decade' ? `${yearText(date.year)}s` : yearText(date.year);
}

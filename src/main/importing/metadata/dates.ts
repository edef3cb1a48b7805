import type { CslDate } from '../../../shared/domain/csl';

/** Languages whose month names are understood; the names come from Intl, long and short, alone and with a day. */
const languages = 'en en-GB fr de es it pt nl pl cs sv ro el tr az ru uk fa ar hy ka kk uz'.split(' ');

interface Month {
  month: number;
  persian: boolean;
}
let monthNames: Map<string, Month> | null = null;

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/gu, 'i').replace(/[.‌]/gu, '');
}

function months(): Map<string, Month> {
  if (monthNames) return monthNames;
  monthNames = new Map([['sept', { month: 9, persian: false }]]);
  for (const language of languages) {
    for (const [calendar, persian] of [
      ['gregory', false],
      ['persian', true],
    ] as const) {
      if (persian && language !== 'fa') continue;
      for (const options of [
        { month: 'long' },
        { month: 'short' },
        { month: 'long', day: 'numeric' },
        { month: 'short', day: 'numeric' },
      ] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}-nu-latn`, { ...options, timeZone: 'UTC' });
        const count = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { month: 'numeric', timeZone: 'UTC' });
        for (let month = 0; month < 12; month += 1) {
          const date = new Date(Date.UTC(2023, month, 15));
          const name = fold(format.formatToParts(date).find((part) => part.type === 'month')?.value ?? '');
          const number = Number.parseInt(count.format(date), 10);
          // May in one language is another month in none of these; the first to name a month keeps it.
          if (/^\p{L}{2,}/u.test(name) && !monthNames.has(name)) monthNames.set(name, { month: number, persian });
        }
      }
    }
  }
  return monthNames;
}

const lead =
  /^(?:(?:first\s+)?(?:published|posted|updated|last updated|issued|released|date|dated|publication date|published on|am|le|il|em|el|опубликовано|дата|yayınlanma tarihi|tarih|tarix|تاریخ(?: انتشار)?|منتشر شده|تاريخ)(?:\s+(?:on|at|in))?\s*[:：]?\s*)?/iu;
const weekday = /^(?:\p{L}{2,12}\.?,?\s+)(?=\p{L}*\.?\s*\d)/u;
const time =
  /[\s,|–—-]*(?:at\s+|um\s+|à\s+|в\s+|saat\s+|ساعت\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:UTC|GMT|[A-Z]{2,4}T?)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?)?$/iu;

/**
 * A publication date written alone on a line ("Apr 18, 2023", "18 aprel 2023", "18.04.2023", "۲۹ فروردین ۱۴۰۲", ISO 8601),
 * with or without words such as "Published on" and a time of day. Strict: null for anything else, so that dates of the
 * events a text tells of are not taken. Days keep the zone they were written in. Numeric dates that could be read two ways
 * keep their year only.
 */
export function parsePublicationDate(text: string): CslDate | null {
  let rest = latinDigits(text).replace(/\s+/gu, ' ').trim();
  if (rest.length > 120) return null;
  rest = rest
    .replace(/\s*[|•·]\s*(?:updated|modified).*$/iu, '')
    .replace(lead, '')
    .replace(/\s+(?:by|par|von)\s+\p{Lu}.*$/u, '')
    .replace(/[.。]$/u, '');
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:?\d{2}.*)?$/u.exec(rest);
  if (iso) return date(iso[1], iso[2], iso[3]);
  rest = rest
    .replace(time, '')
    .replace(/[\s,]+(?:г\.?|года|року|il|-ci il|-cu il)$/iu, '')
    .trim();
  return numeric(rest) ?? withMonthName(rest) ?? withMonthName(rest.replace(weekday, ''));
}

function numeric(text: string): CslDate | null {
  const big = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text);
  if (big) {
    const year = Number(big[1]);
    // Years 1300–1450 are Solar Hijri: nothing that old is a web page.
    return year < 1450 ? fromPersian(year, Number(big[2]), Number(big[3])) : date(big[1], big[2], big[3]);
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (compact) return date(compact[1], compact[2], compact[3]);
  const small = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (!small) return null;
  const [first, second] = [Number(small[1]), Number(small[3])];
  // Full stops mean day first everywhere they are used; slashes are day first or month first.
  if (small[2] === '.' || first > 12) return date(small[4], small[3], small[1]);
  if (second > 12 || first === second) return date(small[4], small[1], small[3]);
  return date(small[4]);
}

const word = String.raw`(\p{L}[\p{L}\p{M}’'‌]*\.?)`;
const patterns: [RegExp, order: [day: number, month: number, year: number]][] = [
  [new RegExp(`^${word} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'u'), [2, 1, 3]],
  [
    new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th|er|º|\\.|-ci|-cü|-cı|-cu)?(?: de| of)?[ -]${word}(?: de)?,?[ -](\\d{4})$`,
      'u',
    ),
    [1, 2, 3],
  ],
  [new RegExp(`^(\\d{4}),? ${word} (\\d{1,2})$`, 'u'), [3, 2, 1]],
  [new RegExp(`^${word},? (?:de )?(\\d{4})$`, 'u'), [0, 1, 2]],
];

function withMonthName(text: string): CslDate | null {
  for (const [pattern, [day, month, year]] of patterns) {
    const match = pattern.exec(text);
    const known = match && months().get(fold(match[month] ?? ''));
    if (!match || !known) continue;
    if (known.persian) return fromPersian(Number(match[year]), known.month, day === 0 ? undefined : Number(match[day]));
    return date(match[year], String(known.month), day === 0 ? undefined : match[day]);
  }
  return null;
}

function date(year?: string, month?: string, day?: string): CslDate | null {
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  const [y = 0, m = 1, d = 1] = parts;
  const valid = y >= 1450 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
  return valid ? { 'date-parts': [parts] } : null;
}

/** From the Solar Hijri calendar by asking Intl which Gregorian day carries that date. A month alone takes its middle. */
function fromPersian(year: number, month: number, day?: number): CslDate | null {
  if (year < 1200 || year > 1500 || month < 1 || month > 12) return null;
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const wanted = [year, month, day ?? 1].join('-');
  const first = Date.UTC(year + 621, 2, 18);
  for (let offset = 0; offset < 370; offset += 1) {
    const candidate = new Date(first + offset * 86_400_000);
    const parts = Object.fromEntries(
      format.formatToParts(candidate).map((part) => [part.type, Number.parseInt(part.value, 10)]),
    );
    if ([parts['year'], parts['month'], parts['day']].join('-') !== wanted) continue;
    const found = [candidate.getUTCFullYear(), candidate.getUTCMonth() + 1, candidate.getUTCDate()];
    return { 'date-parts': [day === undefined ? found.slice(0, 2) : found] };
  }
  return null;
}

function latinDigits(text: string): string {
  return text
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

import type { CslDate } from '../../../shared/domain/csl';
import { foldWord, monthWords, persianMonthWords, weekdayWords } from './calendar-words';

export interface DateOptions {
  /** The document's language, '' if unknown: it tells whether 04/05 is in April or in May. */
  language?: string;
}

/** A date as a page shows it, and whether it says that it is the day of a change rather than of publication. */
export interface ShownDate {
  date: CslDate;
  updated: boolean;
}

/**
 * A publication date written alone on a line ("Apr 18, 2023", "18 aprel 2023", "18.04.2023", "۲۹ فروردین ۱۴۰۲", ISO 8601),
 * with or without words such as "Published on" and a time of day. Strict: null for anything else, so that dates of the
 * events a text tells of are not taken. Days keep the zone they were written in. Numeric dates that could be read two ways
 * keep their year only, unless the language settles it.
 */
export function parsePublicationDate(text: string, options: DateOptions = {}): CslDate | null {
  return parseShownDate(text, options)?.date ?? null;
}

/** As `parsePublicationDate`, telling the day of a change from that of publication. */
export function parseShownDate(text: string, { language = '' }: DateOptions = {}): ShownDate | null {
  if (text.length > 200) return null;
  const line = latinDigits(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const stamp = /^(?:\d{10}|\d{13})$/u.exec(line);
  if (stamp) return shown(fromStamp(Number(line)), false);
  const [before = '', ...after] = line.split(updatedWords);
  const first = dateIn(before, language);
  if (first) return shown(first, false);
  return before.length < 30 ? shown(dateIn(after[0] ?? '', language), true) : null;
}

function shown(date: CslDate | null, updated: boolean): ShownDate | null {
  return date && { date, updated };
}

const updatedWords =
  /\(?(?<!\p{L})(?:(?:last |zuletzt )?(?:updated|modified|revised|edited|aktualisiert|geändert)|mis à jour|modifié|actualizad[oa]|atualizad[oa]|modificad[oa]|aggiornat[oa]|modificato|bijgewerkt|laatst gewijzigd|aktualizac?ja|aktualizováno|zaktualizowano|обновлено|обновлен[оа]?|изменено|оновлено|güncelle(?:me|ndi|nme)(?: tarihi)?|son güncelleme|yenilə(?:nib|ndi)|actualizat|uppdaterad|oppdatert|opdateret|päivitetty|ενημερώθηκε|به‌?روز ?رسانی|آخرین ویرایش|آخر تحديث|تم التحديث|עודכן|更新|更新日時|수정)(?!\p{L})[\s:：]*/iu;

/** Words that stand around a date and say nothing else. */
const fillers = new Set(
  (
    'first published posted issued released date dated on at in of the publication published: pub added created filed by am le du el em il la den de del der van op o ' +
    'veröffentlicht erstellt stand vom uhr um à publié parution publicado publicada publicación fecha a las pubblicato pubblicata alle ore dal gepubliceerd geplaatst door ' +
    'opublikowano dodano data publikacji godz publikováno vydáno publicat postat la ora δημοσιευση δημοσιευθηκε στις ' +
    'опубликовано дата публикации размещено добавлено в г год года опубліковано о р року дата публікації добавлено ' +
    'yayın yayınlanma tarihi tarih giriş oluşturulma eklenme saat tarix dərc olunub olunma tarixi il ilin ildə ci cü cı cu i st nd rd th er ère ° º ª ' +
    'تاریخ انتشار منتشر شده در ساعت مورخ کد روز سال خبر تاريخ النشر نشر نشرت في بتاريخ الساعة م هـ ه ش یک دو سه چهار پنج شنبه پنجشنبه ' +
    'פורסם ב בתאריך בשעה 发布 发布时间 發布 發佈 时间 時間 日期 公開 公開日 投稿 投稿日 掲載 配信 入力 입력 등록 승인 발행 작성일 kl klo klo publicerad publisert udgivet julkaistu ' +
    'pm am p a m utc gmt est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist trt azt irst z h min s uur hrs hours noon midnight'
  )
    .split(' ')
    .map(foldWord),
);
for (const word of weekdayWords.split(' ')) fillers.add(word);

interface Month {
  month: number;
  persian: boolean;
}
const months = new Map<string, Month>();
for (const [index, words] of persianMonthWords.entries()) {
  for (const word of words.split(' ')) months.set(word, { month: index + 1, persian: true });
}
for (const [index, words] of monthWords.entries()) {
  for (const word of words.split(' ')) months.set(word.replaceAll('_', ' '), { month: index + 1, persian: false });
}

/** The one date in a line that says nothing else; lines in parts ("By … | 18 April 2023") may have it in one of them. */
function dateIn(line: string, language: string): CslDate | null {
  if (!/\d/u.test(line)) return null;
  const whole = alone(line, language);
  if (whole) return whole;
  const parts = line
    .replace(/^(by\s.*?)\s+on\s+(?=\S.*\d{4}$)/iu, '$1 | ')
    .replace(/\s+(?:by|par|von|por|di|door|av|от)\s+\p{Lu}.*$/u, '')
    .split(/\s*[|•·/／]\s+|\s+[-–—]\s+|\s*[،,]\s+(?=\d{1,2}[\s.]|\p{L}+\.?\s\d{1,2},?\s\d{4})|[()]/u);
  if (line.length > 120) return null;
  const signed = /^(?:by|par|von|por|di|door|av|автор)\b/iu.test(line) ? line.slice(withoutDateAtEnd(line).length) : '';
  if (signed !== '') return alone(signed, language);
  return parts.map((part) => alone(part, language)).find((date) => date !== null) ?? null;
}

function alone(line: string, language: string): CslDate | null {
  const text = line.replace(/^[\s|•·,;:–—-]+|[\s|•·,;:–—.。-]+$/gu, '').replace(/\([^)]*\)$/u, '');
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:?\d{2}.*)?$/u.exec(text);
  if (iso) return date(iso[1], iso[2], iso[3]);
  const timeless = text
    .replace(
      /(?<![\d.])\d{1,2}[:.h：]\d{2}(?::\d{2}(?:\.\d+)?)?(?![\d.]|[-/]\d)(?:\s?[ap]\.?\s?m(?![\p{L}]))?\.?/giu,
      ' ',
    )
    .replace(/(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{2}\b/gu, ' ')
    .replace(/(?<!\d)\d{1,2}\s?(?:[ap]\.?m\b\.?|Uhr\b|時|时|點)/giu, ' ')
    .trim();
  return numeric(timeless, language) ?? withMonthName(timeless);
}

/** Dates in figures, with nothing but fillers around them. */
function numeric(text: string, language: string): CslDate | null {
  const han = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?/u.exec(text);
  if (han) return onlyFillers(text.replace(han[0], ' ')) ? date(han[1], han[2], han[3]) : null;
  const match = /(?<![\d.])(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (!match) {
    const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
    return compact ? date(compact[1], compact[2], compact[3]) : null;
  }
  if (!onlyFillers(text.replace(match[0], ' '))) return null;
  const [, first = '', mark, second = '', third = ''] = match;
  if (first.length >= 3) {
    // Years 1300–1450 are Solar Hijri: nothing that old is a web page.
    const year = Number(first);
    return year < 1450 ? fromPersian(year, Number(second), Number(third)) : date(first, second, third);
  }
  const [a, b] = [Number(first), Number(second)];
  const year = third.length === 4 ? third : `20${third}`;
  if (third.length === 2 && mark !== '.' && language === '') return null;
  if (third.length === 4 && Number(third) < 1450) return fromPersian(Number(third), b, a);
  // Full stops mean day first everywhere they are used; slashes are day first or month first.
  if (mark === '.' || a > 12 || a === b) return date(year, second, first);
  if (b > 12) return date(year, first, second);
  if (language !== '' && !/^en(?:-US|-PH)?$/iu.test(language)) return date(year, second, first);
  return date(year);
}

/** Dates with the month's name: one month, one year, at most one day, in any order, and nothing but fillers. */
function withMonthName(text: string): CslDate | null {
  const words = text.match(/\d+|[\p{L}\p{M}'’‌.°ºª]+/gu) ?? [];
  if (words.length > 20) return null;
  let month: Month | null = null;
  let year: number | null = null;
  let day: number | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (/^\d/u.test(word)) {
      const number = Number(word);
      if (word.length === 4 && year === null) year = number;
      else if (word.length <= 2 && number >= 1 && number <= 31 && day === null) day = number;
      else return null;
      continue;
    }
    const folded = foldWord(word);
    const pair = months.get(`${folded} ${foldWord(words[at + 1] ?? '')}`);
    // Hebrew joins its "in" to the month.
    const known = pair ?? months.get(folded) ?? months.get(folded.replace(/^ב/u, ''));
    if (pair) at += 1;
    if (known && (month === null || fillers.has(folded))) month = known;
    else if (!fillers.has(folded) && folded !== '') return null;
  }
  if (!month || year === null) return null;
  if (month.persian || year < 1450) {
    return month.persian ? fromPersian(year, month.month, day ?? undefined) : null;
  }
  return date(String(year), String(month.month), day === null ? undefined : String(day));
}

function onlyFillers(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}'’‌.°]+|\d+/gu) ?? [];
  return words.length <= 10 && words.every((word) => foldWord(word) === '' || fillers.has(foldWord(word)));
}

function date(year?: string, month?: string, day?: string): CslDate | null {
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  const [y = 0, m = 1, d = 1] = parts;
  const valid = y >= 1450 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
  return valid ? { 'date-parts': [parts] } : null;
}

/** Seconds or milliseconds since 1970. */
function fromStamp(stamp: number): CslDate | null {
  const day = new Date(stamp < 1e11 ? stamp * 1000 : stamp);
  return date(String(day.getUTCFullYear()), String(day.getUTCMonth() + 1), String(day.getUTCDate()));
}

/** "Ana Petrova 6 May 2031": a line without the date that ends it. */
export function withoutDateAtEnd(line: string): string {
  if (!/[\d٠-٩۰-۹]/u.test(line)) return line;
  for (const { index } of line.matchAll(/[\s,]+(?=[\p{L}\d])/gu)) {
    const tail = line.slice(index).replaceAll('@', ' ');
    if (tail.length <= 60 && alone(latinDigits(tail).replace(/\s+/gu, ' '), '')) return line.slice(0, index);
  }
  return line;
}

/** A date in the path of an address: /2023/04/18/…, /2023-04-18-…, /20230418/…, /2023/apr/18/…; a month alone counts. */
export function dateInAddress(address: string): CslDate | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/iu.exec(address)?.[1] ?? '';
  const figures =
    /[/_-](19\d{2}|20\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=\/))(?:[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-])))?(?![\d])/u.exec(
      path,
    );
  if (figures) return date(figures[1], figures[2], figures[3]);
  const named = /\/(20\d{2})\/([a-z]{3})\/(\d{1,2})\//iu.exec(path);
  const month = named && months.get(foldWord(named[2] ?? ''));
  return month && !month.persian ? date(named[1], String(month.month), named[3]) : null;
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
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

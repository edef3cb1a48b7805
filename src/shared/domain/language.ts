import * as v from 'valibot';

/** As long as the tags that BCP 47 asks every program to take. */
const longest = 35;
const wellFormed = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu;

/** A BCP 47 tag as it is written: "fa-ir" → "fa-IR"; '' where it is none, or one that says that the language is not known. */
export function canonicalLanguage(value: string): string {
  if (value.length > longest || !wellFormed.test(value)) return '';
  try {
    const tag = Intl.getCanonicalLocales(value)[0] ?? '';
    return /^(?:und|mis|mul|zxx)\b/u.test(tag) ? '' : tag;
  } catch {
    return '';
  }
}

/** A language by its BCP 47 tag, in canonical form. */
export const languageTag = v.pipe(
  v.string(),
  v.check(
    (value) => canonicalLanguage(value) !== '',
    'A language is given by its BCP 47 tag, such as "fa" or "pt-BR".',
  ),
  v.transform(canonicalLanguage),
);

/** A language as some file states it ("en_US", "fr, en"), by its tag in canonical form; '' if it is none. */
export function cleanLanguage(value: string): string {
  return canonicalLanguage(
    value
      .trim()
      .replaceAll('_', '-')
      .split(/[\s,;]/u)[0] ?? '',
  );
}

/** A tag of unknown origin, in canonical form; null where it is none. */
export function readLanguage(value: unknown): string | null {
  const read = v.safeParse(languageTag, value);
  return read.success ? read.output : null;
}

/** Where a language is mostly written, where that is not where most of its speakers live. */
const own: Readonly<Record<string, string>> = { ar: 'SA' };

/** The country of a language, which office programs want to know to find its dictionary; undefined where none is known. */
export function countryOf(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag);
    return locale.region ?? (Object.hasOwn(own, locale.language) ? own[locale.language] : locale.maximize().region);
  } catch {
    return undefined;
  }
}

/** A language with its country: "fa-IR" of "fa". */
export function withCountry(tag: string): string {
  const country = countryOf(tag);
  if (country === undefined || new Intl.Locale(tag).region !== undefined) return tag;
  const [language = '', ...rest] = tag.split('-');
  const script = rest[0]?.length === 4 && /^[a-z]/iu.test(rest[0]) ? [rest.shift()] : [];
  return [language, ...script, country, ...rest].join('-');
}

/** The language of words in a text of another: null where it is that of the text, as far as the two tags say. */
export function otherLanguage(tag: string | undefined, textLanguage: string): string | null {
  if (tag === undefined) return null;
  const [language = ''] = tag.split('-');
  const isBare = tag === language;
  return tag === textLanguage || (isBare && textLanguage.split('-')[0] === language) ? null : tag;
}

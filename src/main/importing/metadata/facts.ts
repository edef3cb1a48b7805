import type { CslDate, CslItem, CslName, CslType } from '../../../shared/domain/csl';

/** One thing found out about a document and where: `origin` is shown to the user ("og:title", "JSON-LD", "byline"). */
export interface Fact<T> {
  value: T;
  origin: string;
}

export interface DateFact extends Fact<CslDate> {
  /** From a time in UTC: where it was published the day may have been another. */
  isUtc?: true;
}

/** Everything found, by field, most trusted first. Finders push; `chooseMetadata` picks. */
export interface Facts {
  title: Fact<string>[];
  authors: Fact<CslName[]>[];
  /** The site or organisation behind the document. */
  site: Fact<string>[];
  publisher: Fact<string>[];
  /** Journal, newspaper or book it appeared in. */
  container: Fact<string>[];
  issued: DateFact[];
  url: Fact<string>[];
  accessed: Fact<CslDate>[];
  language: Fact<string>[];
  type: Fact<CslType>[];
  abstract: Fact<string>[];
  /** Fields copied as they are: DOI, ISBN, ISSN, volume, issue, page, number, edition, genre. */
  plain: { field: PlainField; fact: Fact<string> }[];
  warnings: string[];
}

export type PlainField = keyof Pick<
  CslItem,
  'DOI' | 'ISBN' | 'ISSN' | 'volume' | 'issue' | 'page' | 'number' | 'edition' | 'genre' | 'publisher-place'
>;

export function noFacts(): Facts {
  return {
    title: [],
    authors: [],
    site: [],
    publisher: [],
    container: [],
    issued: [],
    url: [],
    accessed: [],
    language: [],
    type: [],
    abstract: [],
    plain: [],
    warnings: [],
  };
}

/** One line of clean text, at most `max` UTF-16 code units; '' for what is no text. */
export function oneLine(value: unknown, max = 1000): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value)
    .slice(0, max * 4)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text.length > max ? text.slice(0, max).replace(/\p{Surrogate}/gu, '') : text;
}

/** Adds a text fact unless it is empty. */
export function pushText(list: Fact<string>[], value: unknown, origin: string, max = 1000): void {
  const text = oneLine(value, max);
  if (text !== '') list.push({ value: text, origin });
}

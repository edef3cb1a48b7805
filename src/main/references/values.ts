import { fieldLabel, itemTypeOf } from '../../shared/citing/item-types';
import { cslDateToEdtf, edtfToCslDate, textToEdtf } from '../../shared/dates/csl-date';
import { cslDateFields, cslNameFields, type CslDate, type CslItem, type CslName } from '../../shared/domain/csl';
import { isSafeUrl } from '../../shared/memo/document';
import { parsePublicationDate } from '../importing/metadata/dates';

const nameVariables: ReadonlySet<string> = new Set(cslNameFields);
const dateVariables: ReadonlySet<string> = new Set(cslDateFields);

/** CSL's text and number variables (CSL 1.0.2, appendix IV), by their names in small letters. */
export const textVariables: ReadonlyMap<string, string> = new Map(
  `abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
   citation-key collection-number collection-title container-title container-title-short dimensions division DOI edition
   event-place event-title genre ISBN ISSN issue jurisdiction keyword language license medium note number number-of-pages
   number-of-volumes original-publisher original-publisher-place original-title page part-number part-title PMCID PMID
   printing-number publisher publisher-place references reviewed-genre reviewed-title scale section source status
   supplement-number title title-short URL version volume volume-title year-suffix`
    .split(/\s+/u)
    .map((name) => [name.toLowerCase(), name]),
);

/** What a CSL variable holds. */
export function kindOf(variable: string): 'names' | 'date' | 'text' {
  if (nameVariables.has(variable)) return 'names';
  return dateVariables.has(variable) ? 'date' : 'text';
}

/** Text on one line, without control characters: what every format can hold. */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/gu, ' ').trim();
}

/** A text variable on one line, with the few tags that CSL allows in it; '' if it has none. */
export function richText(csl: CslItem, variable: string): string {
  const value = csl[variable];
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

/** The same without the tags. */
export function plainText(csl: CslItem, variable: string): string {
  return withoutTags(richText(csl, variable));
}

const tags = /<\/?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>/giu;

export function withoutTags(text: string): string {
  return oneLine(text.replace(tags, ''));
}

/** Names of a role; empty where there are none. */
export function namesOf(csl: CslItem, variable: string): CslName[] {
  const value = csl[variable];
  // subtle: variables the schema does not know may hold anything.
  return Array.isArray(value)
    ? value.filter((name): name is CslName => typeof name === 'object' && name !== null && fullText(name) !== '')
    : [];
}

function fullText(name: CslName): string {
  return [name.literal, name.family, name.given].filter((part) => typeof part === 'string').join('');
}

/** A date variable, if it is one. */
export function dateOf(csl: CslItem, variable: string): CslDate | undefined {
  const value = csl[variable];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as CslDate) : undefined;
}

/** A date as EDTF, or in the words it has where it is none; '' for undated. */
export function dateText(date: CslDate | undefined): string {
  return date === undefined ? '' : cslDateToEdtf(date) || oneLine(date.literal ?? date.raw ?? '');
}

/** A date as files write it: EDTF, English words, or a publication date in one of twenty languages. Else in its own words. */
export function readDate(text: string): CslDate | undefined {
  const line = oneLine(text);
  const edtf = textToEdtf(line);
  if (edtf !== '') return edtfToCslDate(edtf);
  return parsePublicationDate(line) ?? (line === '' ? undefined : { literal: line });
}

/** An address, if it may be exported. */
export function addressOf(csl: CslItem): string {
  const url = plainText(csl, 'URL');
  return isSafeUrl(url) ? url : '';
}

/** Sets a text variable that is not set yet; false if it was, to something else. */
export function setText(csl: CslItem, variable: string, value: string): boolean {
  if (value === '') return true;
  const before = csl[variable];
  if (before === undefined) csl[variable] = value;
  return before === undefined || before === value;
}

/** Names that could reach an object's prototype. */
export const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Keeps what CSL has no variable for under the format's own name for it. */
export function keepCustom(csl: CslItem, name: string, value: string): void {
  if (value === '' || unsafeNames.has(name)) return;
  const custom = (csl.custom ??= {}) as Record<string, string>;
  const before = custom[name];
  custom[name] = before === undefined || before === value ? value : `${before}\n${value}`;
}

/** What was kept so. */
export function customOf(csl: CslItem): Record<string, string> {
  const { custom } = csl;
  if (typeof custom !== 'object' || custom === null || Array.isArray(custom)) return {};
  return Object.fromEntries(
    Object.entries(custom).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Takes the variables apart that a format has written from those it has not, and says what it lost. */
export class Losses {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** Notes every variable of an item that was not written. */
  addUnwritten(csl: CslItem, written: ReadonlySet<string>): void {
    for (const variable of unwritten(csl, written)) this.add(fieldLabel(variable));
  }

  /** Notes that the format calls this type of source something else. */
  addType({ type }: CslItem): void {
    this.add(`the kind “${itemTypeOf(type).label}”`);
  }

  /** "Status (3), Date of the event (1)", most frequent first; '' if nothing was lost. */
  toString(): string {
    const most = [...this.#counts].sort(([, a], [, b]) => b - a);
    return most.map(([what, count]) => `${what} (${count})`).join(', ');
  }
}

/** What is no variable of the item itself. */
const administrative = new Set(['id', 'type', 'custom', 'citation-key']);

/** Variables that hold something and were not written; what stands in `custom` is written with it, or not at all. */
export function unwritten(csl: CslItem, written: ReadonlySet<string>): string[] {
  const beyond = Object.entries(Object(csl['custom']) as Record<string, unknown>)
    .map(([key, value]) => [`custom.${key}`, value] as const)
    // Those that the form has; what other programs left there goes where it came from.
    .filter(([key, value]) => !written.has('custom') && !isEmpty(value) && fieldLabel(key) !== key)
    .map(([key]) => key);
  const own = Object.keys(csl).filter(
    (variable) => !written.has(variable) && !administrative.has(variable) && !isEmpty(csl[variable]),
  );
  return [...own, ...beyond];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

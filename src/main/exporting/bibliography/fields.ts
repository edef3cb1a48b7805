import type { CslDate, CslItem, CslName } from '../../../shared/domain/csl';
import { isSafeUrl } from '../../../shared/memo/document';

/** A source to write, with its citation key. */
export interface BibliographySource {
  citationKey: string;
  csl: CslItem;
}

/** A field as plain text on one line, without the few tags that CSL-JSON allows in titles. */
export function fieldText(csl: CslItem, key: string): string {
  const value: unknown = csl[key];
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return (
    String(value)
      .replace(/<\/?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>/gi, '')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** An address, if it may be exported. */
export function addressOf(csl: CslItem): string {
  const url = fieldText(csl, 'URL');
  return isSafeUrl(url) ? new URL(url).href : '';
}

/** Names of a role; empty where there are none. */
export function namesOf(csl: CslItem, key: string): CslName[] {
  const value: unknown = csl[key];
  return Array.isArray(value) ? (value as CslName[]) : [];
}

/** Year, month and day as far as they are known; a range has two. */
export function dateParts(date: CslDate | undefined): number[][] {
  const parts = date?.['date-parts'];
  if (!Array.isArray(parts)) return rawYear(date);
  const dates = parts
    .map((part) => part.map(Number).filter((value) => Number.isFinite(value)))
    .filter((part) => part.length > 0);
  return dates.length > 0 ? dates : rawYear(date);
}

function rawYear(date: CslDate | undefined): number[][] {
  const found = /\b(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\b/.exec(`${date?.raw ?? ''} ${date?.literal ?? ''}`);
  return found ? [found.slice(1).filter(Boolean).map(Number)] : [];
}

/** ISO 8601: "2023", "2023-04", "2023-04-18", and "a/b" for a range, as BibLaTeX takes it. */
export function isoDate(date: CslDate | undefined): string {
  return dateParts(date)
    .slice(0, 2)
    .map((parts) =>
      parts
        .slice(0, 3)
        .map((part, index) => (index === 0 ? year(part) : String(part).padStart(2, '0')))
        .join('-'),
    )
    .join('/');
}

function year(value: number): string {
  return value < 0 ? `-${String(-value).padStart(4, '0')}` : String(value).padStart(4, '0');
}

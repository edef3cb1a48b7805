import { findInSteps } from '../search/find';
import type { TextRange } from '../search/types';
import { nearestPassage, type NearestPassage } from './nearest';
import { foldTypography, foldTypographyWithMap } from './typography';

export type QuotationSearch =
  /** Character for character. */
  | { found: 'exact'; ranges: TextRange[] }
  /** The same letters in other typography: quotes, dashes, soft hyphens, ligatures, NFC or NFD, white space. */
  | { found: 'tolerant'; ranges: TextRange[] }
  /** Not in the text; the most similar passage, if there is one worth showing. */
  | { found: 'none'; nearest: NearestPassage | null };

/** More places than this are not listed: the quotation is a common word. */
const rangeLimit = 1000;
const mark = /^\p{M}/u;

/**
 * Finds where a quotation stands in a text. White space at its ends, and quotation marks around the whole, are not part of
 * it unless they are found. Several places are all given, in order: the caller says that the match is ambiguous.
 */
export function findQuotation(text: string, quote: string): QuotationSearch {
  const trimmed = quote.trim();
  if (trimmed === '') return { found: 'none', nearest: null };
  for (const candidate of [trimmed, withoutQuotationMarks(trimmed)]) {
    if (candidate === null) continue;
    const exact = findExact(text, candidate);
    if (exact.length > 0) return { found: 'exact', ranges: exact };
    const tolerant = findTolerant(text, candidate);
    if (tolerant.length > 0) return { found: 'tolerant', ranges: tolerant };
  }
  return { found: 'none', nearest: nearestPassage(text, trimmed) };
}

function withoutQuotationMarks(quote: string): string | null {
  const inner = /^["'“”„«»‘’‚‹›]([^]+)["'“”„«»‘’‚‹›]$/u.exec(quote)?.[1]?.trim();
  return inner === undefined || inner === '' ? null : inner;
}

/** Non-overlapping places of the very characters. A letter whose mark follows in the text is another letter. */
export function findExact(text: string, quote: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(quote); at >= 0 && ranges.length < rangeLimit;) {
    const end = at + quote.length;
    const fits = !mark.test(text.slice(end, end + 2));
    if (fits) ranges.push([at, end]);
    at = text.indexOf(quote, fits ? end : at + 1);
  }
  return ranges;
}

/** Non-overlapping places of the same letters, whatever the typography. */
export function findTolerant(text: string, quote: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const found of findInSteps(foldTypographyWithMap(text), foldTypography(quote).trim())) {
    ranges.push(...found);
    if (ranges.length >= rangeLimit) break;
  }
  return ranges.slice(0, rangeLimit);
}

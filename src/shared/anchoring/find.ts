import { findInSteps } from '../search/find';
import type { TextRange } from '../search/types';
import { foldTypography, foldTypographyWithMap } from './typography';

/** More places than this are not listed: the quotation is a common word. */
const rangeLimit = 1000;
const mark = /^\p{M}/u;

/**
 * Finds where a quotation stands in a text: character for character, or else in other typography. White space at its ends,
 * and quotation marks around the whole, are not part of it unless they are found. Several places are all given, in order.
 */
export function findQuotation(text: string, quote: string): TextRange[] {
  const trimmed = quote.trim();
  for (const candidate of [trimmed, withoutQuotationMarks(trimmed)]) {
    if (candidate === '') continue;
    const exact = findExact(text, candidate);
    if (exact.length > 0) return exact;
    const tolerant = findTolerant(text, candidate);
    if (tolerant.length > 0) return tolerant;
  }
  return [];
}

/** What stands between quotation marks around the whole; '' if there are none. */
function withoutQuotationMarks(quote: string): string {
  return /^["'“”„«»‘’‚‹›]([^]+)["'“”„«»‘’‚‹›]$/u.exec(quote)?.[1]?.trim() ?? '';
}

/** Non-overlapping places of the very characters. A letter whose mark follows in the text is another letter. */
function findExact(text: string, quote: string): TextRange[] {
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
function findTolerant(text: string, quote: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const found of findInSteps(foldTypographyWithMap(text), foldTypography(quote).trim())) {
    ranges.push(...found);
    if (ranges.length >= rangeLimit) break;
  }
  return ranges.slice(0, rangeLimit);
}

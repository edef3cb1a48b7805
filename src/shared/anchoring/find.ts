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
/** Long texts are folded piece by piece, so that a 50 MB text needs no 50-million-entry map. UTF-16 code units. */
const pieceLength = 1 << 18;

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

/** Non-overlapping places of the very characters. */
export function findExact(text: string, quote: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && ranges.length < rangeLimit;
    at = text.indexOf(quote, at + quote.length)
  ) {
    ranges.push([at, at + quote.length]);
  }
  return ranges;
}

/** Non-overlapping places of the same letters, whatever the typography. */
export function findTolerant(text: string, quote: string): TextRange[] {
  const wanted = foldTypography(quote).trim();
  const ranges: TextRange[] = [];
  if (wanted === '') return ranges;
  // subtle: a piece reaches past its end by more than the quotation can take up unfolded, and only matches that
  // begin in the piece proper count, so none is missed or given twice.
  const overlap = wanted.length * 4 + 4096;
  let next = 0;
  for (let start = 0; start < text.length && ranges.length < rangeLimit;) {
    const end = pieceEnd(text, start + pieceLength);
    const folded = foldTypographyWithMap(text.slice(start, Math.min(text.length, end + overlap)));
    let at = folded.text.indexOf(wanted);
    while (at >= 0 && ranges.length < rangeLimit) {
      const [from, to] = folded.toOriginal(at, at + wanted.length);
      if (start + from >= end) break;
      if (start + from >= next) {
        ranges.push([start + from, start + to]);
        next = start + to;
      }
      at = folded.text.indexOf(wanted, at + wanted.length);
    }
    start = end;
  }
  return ranges;
}

/** A place near `offset` where no character cluster and no run of white space is cut, if there is one. */
function pieceEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const boundary = /[\p{L}\p{N}.,;][ \n]/gu;
  boundary.lastIndex = offset;
  const match = boundary.exec(text.slice(0, Math.min(text.length, offset + 65_536)));
  return match === null ? offset : match.index + match[0].length - 1;
}

import type { TextRange } from '../search/types';
import { findQuotation } from './find';
import { nearestPassage } from './nearest';
import { foldTypography, foldTypographyWithMap } from './typography';

/** Longer quotations are looked for in pieces. UTF-16 code units. */
const longQuotation = 700;
const pieceLength = 64;
/** Less alike than this is another passage. */
const alike = 0.8;
/** So many of the pieces must stand in the text, once each and as far apart as in the quotation. */
const found = 0.3;
const stretch = 1.25;

/**
 * Where a quotation stands in a text, a slip here and there forgiven: the words themselves whatever the typography, else
 * the passage that is nearly the same. Null if there is none.
 */
export function locateQuotation(text: string, quote: string): TextRange | null {
  const wanted = quote.trim();
  return wanted.length > longQuotation ? locateLong(text, wanted) : locateShort(text, wanted);
}

function locateShort(text: string, quote: string): TextRange | null {
  const [place] = findQuotation(text, quote);
  if (place !== undefined) return place;
  const nearest = nearestPassage(text, quote);
  if (nearest === null || nearest.similarity < alike) return null;
  // The nearest passage ends with a word; the quotation may end with the full stop after it.
  const mark = /[.!?…]\P{L}*$/u.test(quote) ? /^[^\p{L}\p{M}\p{N}\s]+/u.exec(text.slice(nearest.end)) : null;
  return [nearest.start, nearest.end + (mark?.[0].length ?? 0)];
}

/** By its pieces, so that a slip in one of them costs no comparing of thousands of words; then both ends exactly. */
function locateLong(text: string, quote: string): TextRange | null {
  const folded = foldTypographyWithMap(text);
  const wanted = foldTypography(quote);
  const pieces: { at: number; place: number }[] = [];
  for (let at = 0; at + pieceLength <= wanted.length; at += pieceLength) {
    const piece = wanted.slice(at, at + pieceLength);
    const place = folded.text.indexOf(piece);
    if (place >= 0 && folded.text.indexOf(piece, place + 1) < 0) pieces.push({ at, place });
  }
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || pieces.length * pieceLength < wanted.length * found) return null;
  const [asked, there] = [last.at - first.at, last.place - first.place];
  if (there > asked * stretch || there < asked / stretch) return null;

  const begin = Math.max(0, Math.floor(first.place - (first.at + pieceLength) * stretch));
  const head = folded.text.slice(begin, first.place + pieceLength);
  const start = begin + (locateShort(head, wanted.slice(0, first.at + pieceLength))?.[0] ?? first.place - begin);
  const tail = folded.text.slice(last.place, last.place + Math.ceil((wanted.length - last.at) * stretch));
  const end = last.place + (locateShort(tail, wanted.slice(last.at))?.[1] ?? pieceLength);
  return folded.toOriginal(start, end);
}

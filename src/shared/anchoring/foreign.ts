import type { TextRange } from '../search/types';
import { findQuotation } from './find';
import { agreement, backwards, surroundingsOf } from './surroundings';
import { foldTypography } from './typography';

/** A W3C TextQuoteSelector of another program, which saw the same text in another form. */
export interface ForeignQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

export type ForeignPlace =
  | { found: 'once'; range: TextRange }
  /** It stands in several places, and what is around it does not tell them apart. */
  | { found: 'ambiguous'; places: number }
  | { found: 'nowhere' };

/**
 * Where a quotation of another program stands in a text: its words whatever the typography, and of several places the one whose
 * surroundings agree best with its own. Never a guess: places that agree alike are ambiguous.
 */
export function placeForeignQuote(text: string, { exact, prefix, suffix }: ForeignQuote): ForeignPlace {
  const ranges = findQuotation(text, exact);
  const [first] = ranges;
  if (first === undefined) return { found: 'nowhere' };
  if (ranges.length === 1) return { found: 'once', range: first };
  const wanted = { before: backwards(foldTypography(prefix).trim()), after: foldTypography(suffix).trim() };
  const scored = ranges
    .map((range) => ({ range, score: agreement(wanted, surroundingsOf(text, range)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best !== undefined && best.score > (second?.score ?? 0)
    ? { found: 'once', range: best.range }
    : { found: 'ambiguous', places: ranges.length };
}

import type { FoldedText } from '../search/clusters';
import type { TextRange } from '../search/types';
import { differences } from './differences';
import { findQuotation } from './find';
import { nearestPassage, type NearestPassage } from './nearest';
import { foldTypography, foldTypographyWithMap } from './typography';

/** Where quotation and source part: `quoted` is '' for words left out without a mark, `original` for words put in. */
export interface QuotationDifference {
  quoted: string;
  original: string;
}

/** Where a quotation stands: the passage from its first word to its last, and the parts that are quoted of it. */
export interface QuotationPlace {
  range: TextRange;
  /** One, or more where words are left out or put in. */
  parts: TextRange[];
}

export type VerbatimCheck =
  /** Stands in the text, in one place or, being short, in several. */
  | { verbatim: true; places: QuotationPlace[] }
  | {
      verbatim: false;
      /** The words of the quotation that stand nowhere as they are: all of it, or a part between words left out. */
      failing: string;
      differences: QuotationDifference[];
      nearest: NearestPassage | null;
    };

/** What an ellipsis may leave out, and what brackets may stand for; folded UTF-16 code units. */
const ellipsisReach = 20_000;
const bracketReach = 200;
const beginningsTried = 200;

type Part = { kind: 'words'; text: string } | { kind: 'gap'; most: number } | { kind: 'letter' };

/**
 * Checks that a quotation stands letter by letter in a text, as scholars write quotations: typography does not count,
 * `…`, `...` and `[…]` leave words out, `[sic]` and other words in brackets are the quoter's (and may replace a few
 * words), `[T]he` changes one letter. Any other difference, one letter even, is found and named.
 */
export function checkVerbatim(quotation: string, text: string): VerbatimCheck {
  const whole = findQuotation(text, quotation);
  if (whole.length > 0) return { verbatim: true, places: whole.map((range) => ({ range, parts: [range] })) };
  const parts = partsOf(quotation);
  if (parts.some((part) => part.kind !== 'words')) {
    const found = matchParts(text, parts);
    if (found !== null) {
      const range: TextRange = [found[0]![0], found.at(-1)![1]];
      return { verbatim: true, places: [{ range, parts: found }] };
    }
  }
  const words = parts.map((part) => (part.kind === 'words' ? part.text : ' ')).join('');
  const longest = parts.reduce(
    (best, part) => (part.kind === 'words' && part.text.length > best.length ? part.text : best),
    '',
  );
  const failing = parts.length > 1 ? (firstFailing(text, parts) ?? longest) : words;
  const nearest = nearestPassage(text, failing);
  return {
    verbatim: false,
    failing: failing.trim(),
    differences:
      nearest === null ? [{ quoted: failing.trim(), original: '' }] : quotationDifferences(failing, nearest.text),
    nearest,
  };
}

function partsOf(quotation: string): Part[] {
  const parts: Part[] = [];
  const add = (text: string) => {
    if (text.trim() === '') return;
    parts.push({ kind: 'words', text });
  };
  const inner = quotation
    .trim()
    .replace(/^["“„«‘'](?=[^]*["”“»’']$)/u, '')
    .replace(/(?<=[^])["”“»’']$/u, (mark) => (/^["“„«‘']/u.test(quotation.trim()) ? '' : mark));
  let at = 0;
  for (const match of inner.matchAll(
    /\[\s*sic\s*[!.]?\s*\]|\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[([^[\]]*)\]/giu,
  )) {
    add(inner.slice(at, match.index));
    at = match.index + match[0].length;
    if (/sic/iu.test(match[0])) parts.push({ kind: 'gap', most: 1 });
    else if (match[1] === undefined) parts.push({ kind: 'gap', most: ellipsisReach });
    else if (/^\p{L}\p{M}*$/u.test(match[1]) && /^\p{L}/u.test(inner.slice(at))) parts.push({ kind: 'letter' });
    else parts.push({ kind: 'gap', most: bracketReach });
  }
  add(inner.slice(at));
  return parts;
}

/** Ranges of the words between the gaps, or null. Tries each place where the first words stand. */
function matchParts(text: string, parts: readonly Part[]): TextRange[] | null {
  const first = parts.find((part) => part.kind === 'words');
  if (first === undefined || first.kind !== 'words') return null;
  const anchor = findQuotation(text, stripped(first.text));
  for (const [start] of anchor.slice(0, beginningsTried)) {
    const gaps = parts.reduce((sum, part) => sum + (part.kind === 'gap' ? part.most : 1), 0);
    const size = parts.reduce((sum, part) => sum + (part.kind === 'words' ? part.text.length * 2 : 0), 200);
    const from = Math.max(0, start - 4);
    const folded = foldTypographyWithMap(text.slice(from, start + size + gaps));
    const ends = walkParts(folded, parts);
    if (ends === null) continue;
    return ends.map(([a, b]) => {
      const [low, high] = folded.toOriginal(a, b);
      return [from + low, from + high];
    });
  }
  return null;
}

const stripped = (text: string) => text.trim().replace(/^[\s,;:.]+(?=\S)/u, '');

interface State {
  end: number;
  ranges: TextRange[];
}

/** Follows all the ways the parts can lie in a folded text, earliest first; states are few because words seldom repeat. */
function walkParts(source: FoldedText, parts: readonly Part[]): TextRange[] | null {
  const folded = source.text;
  let states: State[] = [];
  let gap = 8;
  let letter = false;
  let begun = false;
  for (const part of parts) {
    if (part.kind === 'gap') {
      gap = Math.max(gap, part.most);
      continue;
    }
    if (part.kind === 'letter') {
      letter = true;
      continue;
    }
    const wanted = foldTypography(part.text).trim();
    const tight = letter && !/^\s/u.test(part.text);
    const next = new Map<number, State>();
    const origins: State[] = begun ? states : [{ end: 0, ranges: [] }];
    for (const state of origins) {
      const reach = state.end + gap + (letter ? 2 : 0) + 1;
      for (let at = folded.indexOf(wanted, state.end); at >= 0 && at <= reach; at = folded.indexOf(wanted, at + 1)) {
        if (tight && !/\p{L}\p{M}*$/u.test(folded.slice(Math.max(0, at - 4), at))) continue;
        const end = at + wanted.length;
        if (source.cutsCharacter(end)) continue;
        if (!next.has(end)) next.set(end, { end, ranges: [...state.ranges, [at, end]] });
        if (next.size >= 256) break;
      }
    }
    if (next.size === 0) return null;
    states = [...next.values()];
    begun = true;
    gap = 1;
    letter = false;
  }
  return states[0]?.ranges ?? null;
}

/** The first run of words that stands nowhere in the text by itself. */
function firstFailing(text: string, parts: readonly Part[]): string | null {
  for (const part of parts) {
    if (part.kind !== 'words') continue;
    const words = stripped(part.text);
    if (words !== '' && findQuotation(text, words).length === 0) return words;
  }
  return null;
}

/** The stretches in which a quotation and its original differ, word by word. */
function quotationDifferences(quoted: string, original: string): QuotationDifference[] {
  const found: QuotationDifference[] = [];
  let open: QuotationDifference | null = null;
  for (const { kind, text } of differences(original.trim(), quoted.trim())) {
    if (kind === 'same') open = null;
    else {
      if (open === null) found.push((open = { quoted: '', original: '' }));
      open[kind === 'added' ? 'quoted' : 'original'] += text.trim();
    }
  }
  return found;
}

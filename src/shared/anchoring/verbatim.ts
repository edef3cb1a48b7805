import type { FoldedText } from '../search/clusters';
import type { TextRange } from '../search/types';
import { findQuotation } from './find';
import { nearestPassage, type NearestPassage } from './nearest';
import { foldTypography, foldTypographyWithMap } from './typography';

/** Where quotation and source part: `quoted` is '' for words left out without a mark, `original` for words put in. */
export interface QuotationDifference {
  quoted: string;
  original: string;
}

export type VerbatimCheck =
  /** Stands in the text; `ranges` are its places, several for a short one, or one a part where `…` leaves words out. */
  | { verbatim: true; ranges: TextRange[] }
  | { verbatim: false; differences: QuotationDifference[]; nearest: NearestPassage | null };

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
  if (whole.found !== 'none') return { verbatim: true, ranges: whole.ranges };
  const parts = partsOf(quotation);
  if (parts.some((part) => part.kind !== 'words')) {
    const ranges = matchParts(text, parts);
    if (ranges !== null) return { verbatim: true, ranges };
  }
  const words = parts.map((part) => (part.kind === 'words' ? part.text : ' ')).join('');
  const longest = parts.reduce(
    (best, part) => (part.kind === 'words' && part.text.length > best.length ? part.text : best),
    '',
  );
  const failing = parts.length > 1 ? (firstFailing(text, parts) ?? longest) : words;
  const nearest = nearestPassage(text, failing) ?? whole.nearest;
  return {
    verbatim: false,
    differences: nearest === null ? [{ quoted: failing.trim(), original: '' }] : wordDifferences(failing, nearest.text),
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
  if (anchor.found === 'none') return null;
  for (const [start] of anchor.ranges.slice(0, beginningsTried)) {
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
    if (words !== '' && findQuotation(text, words).found === 'none') return words;
  }
  return null;
}

/** Word by word: the stretches in which two texts differ (longest common subsequence, at most 400 words of each). */
export function wordDifferences(quoted: string, original: string): QuotationDifference[] {
  const a = spelled(quoted);
  const b = spelled(original);
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const differences: QuotationDifference[] = [];
  let i = 0;
  let j = 0;
  let left: string[] = [];
  let right: string[] = [];
  const flush = () => {
    if (left.length + right.length > 0) differences.push({ quoted: left.join(' '), original: right.join(' ') });
    left = [];
    right = [];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) left.push(a[i++]!);
    else right.push(b[j++]!);
  }
  flush();
  return differences;
}

/** Words with the punctuation on them, typography folded, letters as they are. */
function spelled(text: string): string[] {
  return foldTypography(text).trim().split(' ').filter(Boolean).slice(0, 400);
}

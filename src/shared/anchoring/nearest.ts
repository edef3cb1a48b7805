import { fold } from '../search/fold';
import { wordsOf, wordsWithRanges } from '../search/tokens';
import type { TextRange } from '../search/types';
import { editDistance } from '../search/distance';

/** The passage of a text most like a quotation that does not stand in it. */
export interface NearestPassage {
  start: number;
  end: number;
  text: string;
  /** 0 (nothing in common) to 1 (the same but for what folding ignores). */
  similarity: number;
}

const probeLimit = 16;
/** A beginning that occurs more often than this is no help, and is not looked for any further. */
const hitLimit = 20_000;
const windowLimit = 6;
/** Words of the quotation that are aligned; a longer one is found by its beginning. */
const wordLimit = 400;
const leastSimilarity = 0.35;

/**
 * Finds the most similar passage in three steps, each bounded, so that 50 MB take well under a few seconds: where beginnings of the
 * quotation's longest words stand close together; then a word-by-word alignment (Sellers 1980, free ends in the text) in the few
 * best windows; then the share of letters that agree. Null if nothing is like it.
 */
export function nearestPassage(text: string, quote: string): NearestPassage | null {
  const quoteWords = wordsOf(quote).slice(0, wordLimit);
  if (quoteWords.length === 0) return null;
  let best: NearestPassage | null = null;
  for (const [from, to] of likelyWindows(text, quote)) {
    const passage = align(text, from, to, quoteWords);
    if (passage !== null && (best === null || passage.similarity > best.similarity)) best = passage;
  }
  return best !== null && best.similarity >= leastSimilarity ? best : null;
}

/** Stretches of the text in which most of the quotation's words occur, best first. */
function likelyWindows(text: string, quote: string): TextRange[] {
  const words = (quote.slice(0, 20_000).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).slice(0, wordLimit);
  const beginnings = words.map((word) => word.slice(0, Math.max(3, Math.ceil(word.length * 0.6))).toLowerCase());
  const telling = beginnings.filter((probe) => probe.length >= 3);
  const probes = [...new Set(telling.length > 0 ? telling : beginnings)]
    .sort((a, b) => b.length - a.length)
    .slice(0, probeLimit);
  if (probes.length === 0) return [];
  const index = new Map(probes.map((probe, place) => [probe, place]));
  const reach = Math.max(80, Math.ceil(Math.min(quote.length, 20_000) * 1.4));

  // One pass with a sliding window: `weight` is the length of distinct probes among the hits within reach.
  const hits: { at: number; probe: number }[] = [];
  const counts = new Uint32Array(probes.length);
  let weight = 0;
  let first = 0;
  const windows: { start: number; end: number; weight: number }[] = [];
  for (const match of occurrences(text, probes)) {
    const probe = index.get(match.probe);
    if (probe === undefined) continue;
    hits.push({ at: match.at, probe });
    if (counts[probe]!++ === 0) weight += probes[probe]!.length;
    while (match.at - hits[first]!.at > reach) {
      const gone = hits[first++]!.probe;
      if (--counts[gone]! === 0) weight -= probes[gone]!.length;
    }
    const start = hits[first]!.at;
    const last = windows.at(-1);
    if (last !== undefined && start <= last.end) {
      if (weight > last.weight) Object.assign(last, { start, end: match.at, weight });
    } else {
      windows.push({ start, end: match.at, weight });
      if (windows.length > 4 * windowLimit) keepBest(windows);
    }
  }
  keepBest(windows);
  return windows.map(({ start, end }) => [Math.max(0, start - reach), Math.min(text.length, end + reach)]);
}

/** Where any of the probes occur, in order, ignoring case; one that turns out to be everywhere is dropped on the way. */
function* occurrences(text: string, probes: readonly string[]): Generator<{ at: number; probe: string }> {
  const left = new Map(probes.map((probe) => [probe, hitLimit]));
  let at = 0;
  while (left.size > 0) {
    const pattern = new RegExp([...left.keys()].map(escaped).join('|'), 'giu');
    pattern.lastIndex = at;
    let dropped = false;
    for (let match = pattern.exec(text); match !== null && !dropped; match = dropped ? null : pattern.exec(text)) {
      const probe = match[0].toLowerCase();
      const remaining = (left.get(probe) ?? hitLimit) - 1;
      if (left.has(probe)) left.set(probe, remaining);
      if (remaining <= 0) {
        left.delete(probe);
        at = pattern.lastIndex;
        dropped = true;
      }
      yield { at: match.index, probe };
    }
    if (!dropped) return;
  }
}

function keepBest(windows: { weight: number }[]): void {
  windows.sort((a, b) => b.weight - a.weight);
  windows.length = Math.min(windows.length, windowLimit);
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Aligns all of the quotation's words with some run of the window's words. */
function align(text: string, from: number, to: number, quoteWords: readonly string[]): NearestPassage | null {
  const words = wordsWithRanges(text.slice(from, to));
  if (words.length === 0) return null;
  // costs[j]: cheapest alignment of the quotation so far that ends after word j; begins[j]: where it began.
  let costs = new Float64Array(words.length + 1);
  let begins = Uint32Array.from({ length: words.length + 1 }, (_, place) => place);
  for (const quoted of quoteWords) {
    const nextCosts = new Float64Array(words.length + 1);
    const nextBegins = new Uint32Array(words.length + 1);
    nextCosts[0] = costs[0]! + 1;
    for (let j = 1; j <= words.length; j++) {
      const substituted = costs[j - 1]! + wordCost(quoted, words[j - 1]!.text);
      const left = costs[j]! + 1;
      const added = nextCosts[j - 1]! + 0.8;
      const cheapest = Math.min(substituted, left, added);
      nextCosts[j] = cheapest;
      nextBegins[j] = cheapest === substituted ? begins[j - 1]! : cheapest === left ? begins[j]! : nextBegins[j - 1]!;
    }
    costs = nextCosts;
    begins = nextBegins;
  }
  let end = 0;
  for (let j = 1; j <= words.length; j++) if (costs[j]! < costs[end]!) end = j;
  const begin = begins[end]!;
  if (end <= begin) return null;
  const start = from + words[begin]!.range[0];
  const stop = from + words[end - 1]!.range[1];
  const passage = text.slice(start, stop);
  return { start, end: stop, text: passage, similarity: similarity(passage, quoteWords, costs[end]!) };
}

/** 0 for the same word, up to 1.2 for words with nothing in common: a little more than leaving one of them out. */
function wordCost(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  const limit = Math.max(1, Math.floor(longer / 3));
  const distance = editDistance(a, b, limit);
  return distance > limit ? 1.2 : distance / longer;
}

function similarity(passage: string, quoteWords: readonly string[], cost: number): number {
  const byWords = Math.max(0, 1 - cost / quoteWords.length);
  const quote = quoteWords.join(' ');
  const found = wordsOf(fold(passage)).join(' ');
  if (quote.length > 1500 || found.length > 3000) return byWords;
  const longer = Math.max(quote.length, found.length);
  return Math.max(0, 1 - editDistance(quote, found, longer) / longer);
}

import { fold, foldWithMap, type FoldedText } from '../../../../shared/search/fold';
import { tokensOfFolded, wordsOf, type Token } from '../../../../shared/search/tokens';
import type { SearchKind } from '../../../../shared/search/types';
import type { RecallPlan } from '../recall/plan';
import type { StoredDocument } from '../documents/store';
import { scoreWithFuse } from './fuse';
import { Meanings } from './meanings';

/** A word of a document that a word of the query meant. */
export interface WordMatch {
  token: Token;
  /** Place in the plan's clauses. */
  clause: number;
  cost: number;
  /** How much of the token is marked: all of it, or the beginning that was typed. */
  length: number;
}

export interface FieldMatches {
  original: string;
  /** Folded. */
  text: string;
  /** The way back to the original, made for the few documents that are shown. */
  map(): FoldedText;
  matches: WordMatch[];
  tokens: number;
}

export interface RankedDocument {
  document: StoredDocument;
  score: number;
  title: FieldMatches;
  text: FieldMatches;
  /** Folded offset of the densest group of matches in the text. */
  focus: number;
}

/** So many of the best go to Fuse.js. */
const shortlist = 20;
/** What has none of the words but is about an actor of that name: after what has them, before what has a few of them. */
const scoreByActor = 0.5;

const kindWeights: Record<SearchKind, number> = {
  excerpt: 1,
  actor: 1,
  source: 0.98,
  claim: 0.98,
  event: 0.97,
  memo: 0.95,
  note: 0.94,
  snapshot: 0.9,
};

/**
 * Ranks candidates in two passes. First by the words themselves: which of the query's are there, how much like what was
 * typed, in which field, how rare, how close together. Then Fuse.js scores the title and the densest passage of the
 * best ones, and the two scores, the kind and the age decide.
 */
export function rankDocuments(
  documents: readonly StoredDocument[],
  plan: RecallPlan,
  facts: { total: number; now: number; byActor: ReadonlySet<number> },
): RankedDocument[] {
  const weights = plan.clauses.map((clause) => Math.log(1 + facts.total / Math.max(1, clause.documents)) + 0.3);
  const meanings = new Meanings(plan.clauses);
  const ranked = documents
    .map((document) => {
      const result = scoreWords(document, meanings, weights);
      if (facts.byActor.has(document.id)) result.score = Math.max(result.score, scoreByActor);
      return result;
    })
    .filter((result) => plan.clauses.length === 0 || result.score > 0)
    .sort(byScore);
  const best = ranked.slice(0, shortlist);
  const fuseScores = scoreWithFuse(best, plan);
  for (const [place, result] of best.entries()) {
    result.score = 0.85 * result.score + 0.15 * (fuseScores.get(place) ?? 0);
  }
  for (const result of ranked) {
    result.score *=
      kindWeights[result.document.kind] * (0.985 + 0.015 * recency(result.document.modifiedAt, facts.now));
  }
  return ranked.sort(byScore);
}

const byScore = (a: RankedDocument, b: RankedDocument) => b.score - a.score || b.document.id - a.document.id;

/** 1 for today, a half for a year ago. */
function recency(modifiedAt: string, now: number): number {
  const age = Math.max(0, now - (Date.parse(modifiedAt) || 0));
  return 1 / (1 + age / 31_557_600_000);
}

function scoreWords(document: StoredDocument, meanings: Meanings, weights: readonly number[]): RankedDocument {
  const title = matchField(document.title, meanings);
  const text = matchField(document.text, meanings);
  const best = new Float64Array(weights.length);
  const raise = (clause: number, quality: number) => {
    if (quality > best[clause]!) best[clause] = quality;
  };
  // A title of few words that are all meant says more than a long one that has them too.
  const meant = new Set(title.matches.map(({ token }) => token.start)).size;
  const titleShare = title.tokens === 0 ? 0 : meant / title.tokens;
  for (const { clause, cost } of title.matches) raise(clause, (1 - cost) * (1 + 0.12 * titleShare));
  for (const { clause, cost } of text.matches) raise(clause, 1 - cost);
  if (best.some((quality) => quality < 0.75)) {
    for (const { clause, cost } of matchWords(wordsOf(document.extra), meanings)) raise(clause, (1 - cost) * 0.75);
  }
  for (const { clause, words } of meanings.facets) {
    if (document.facets.split(' ').some((word) => words.includes(word))) raise(clause, 0.8);
  }
  let total = 0;
  let reached = 0;
  let missing = 0;
  for (const [clause, weight] of weights.entries()) {
    total += weight;
    reached += weight * best[clause]!;
    if (best[clause] === 0) missing += 1;
  }
  const { closeness, focus } = densest(text.matches, weights.length);
  const titleCloseness = densest(title.matches, weights.length).closeness;
  const words = total === 0 ? 0.5 : reached / total;
  // A phrase that must be there is either there or the document is none of ours.
  const phraseMissing = meanings.phrasesOnly.some((clause) => best[clause] === 0);
  const complete = missing === 0 ? 1 : 0.9;
  const score = phraseMissing ? 0 : words * complete * (0.82 + 0.18 * Math.max(closeness, titleCloseness));
  return { document, score: Math.min(1, score / 1.05), title, text, focus };
}

function matchField(original: string, meanings: Meanings): FieldMatches {
  const text = fold(original);
  const tokens = tokensOfFolded(text);
  const matches: WordMatch[] = [];
  for (const token of tokens) {
    for (const { clause, cost, length } of meanings.of(token.text)) matches.push({ token, clause, cost, length });
  }
  for (const { clause, words } of meanings.phrases) {
    for (let at = 0; at + words.length <= tokens.length; at++) {
      if (!words.every((word, place) => tokens[at + place]!.text === word)) continue;
      for (const token of tokens.slice(at, at + words.length))
        matches.push({ token, clause, cost: 0, length: token.text.length });
    }
  }
  let folded: FoldedText | null = null;
  return {
    original,
    text,
    map: () => (folded ??= foldWithMap(original)),
    matches: matches.sort((a, b) => a.token.start - b.token.start),
    tokens: tokens.length,
  };
}

/** subtle: words of `extra` are never shown, so they need no ranges. Phrases may stand there too. */
function matchWords(words: readonly string[], meanings: Meanings): { clause: number; cost: number }[] {
  const found: { clause: number; cost: number }[] = words.flatMap((word) => meanings.of(word));
  for (const { clause, words: phrase } of meanings.phrases) {
    if (words.some((_, at) => phrase.every((word, place) => words[at + place] === word)))
      found.push({ clause, cost: 0 });
  }
  return found;
}

/** The group of matches within reach of one another that covers most clauses: how close they are (0–1) and where. */
function densest(matches: readonly WordMatch[], clauses: number): { closeness: number; focus: number } {
  if (matches.length === 0) return { closeness: 0, focus: 0 };
  const reach = Math.max(120, clauses * 14);
  const counts = new Map<number, number>();
  let quality = 0;
  let first = 0;
  let best = { quality: -1, closeness: 0, focus: matches[0]!.token.start };
  for (const [place, match] of matches.entries()) {
    counts.set(match.clause, (counts.get(match.clause) ?? 0) + 1);
    if (counts.get(match.clause) === 1) quality += 1 - match.cost / 2;
    while (first < place) {
      const out = matches[first]!;
      const redundant = counts.get(out.clause)! > 1;
      if (!redundant && match.token.start - out.token.start <= reach) break;
      counts.set(out.clause, counts.get(out.clause)! - 1);
      if (!redundant) {
        counts.delete(out.clause);
        quality -= 1 - out.cost / 2;
      }
      first += 1;
    }
    const span = match.token.end - matches[first]!.token.start;
    const tightness = 1 / (1 + Math.max(0, span - counts.size * 9) / reach);
    const value = quality + 0.5 * tightness;
    if (value > best.quality) {
      best = {
        quality: value,
        closeness: (counts.size / Math.max(1, clauses)) * tightness,
        focus: matches[first]!.token.start,
      };
    }
  }
  return best;
}

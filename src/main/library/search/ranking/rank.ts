import { fold, foldWithMap, type FoldedText } from '../../../../shared/search/fold';
import { tokensOfFolded, wordsOf, type Token } from '../../../../shared/search/tokens';
import type { SearchKind } from '../../../../shared/search/types';
import type { RecallPlan, WantedClause } from '../recall/plan';
import type { StoredDocument } from '../documents/store';
import { scoreWithFuse } from './fuse';

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
  const meanings = meaningsOf(plan.clauses);
  const ranked = documents
    .map((document) => {
      const result = scoreWords(document, plan.clauses, meanings, weights);
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

/** What a document's word can mean: which clauses it meets, how well, and how much of it to mark. */
type Meanings = ReadonlyMap<string, { clause: number; cost: number; length: number }[]>;

/** All variants of all words in one map, so that a word of a document is looked up once. */
function meaningsOf(clauses: readonly WantedClause[]): Meanings {
  const meanings = new Map<string, { clause: number; cost: number; length: number }[]>();
  for (const [clause, { words }] of clauses.entries()) {
    for (const { word, variants } of words) {
      for (const { term, cost, how } of variants) {
        const list = meanings.get(term) ?? [];
        meanings.set(term, list);
        const length = how === 'prefix' ? word.length : term.length;
        const known = list.find((meaning) => meaning.clause === clause);
        if (known === undefined) list.push({ clause, cost, length });
        else if (cost < known.cost) Object.assign(known, { cost, length });
      }
    }
  }
  return meanings;
}

function scoreWords(
  document: StoredDocument,
  clauses: readonly WantedClause[],
  meanings: Meanings,
  weights: readonly number[],
): RankedDocument {
  const title = matchField(document.title, clauses, meanings);
  const text = matchField(document.text, clauses, meanings);
  const best = new Float64Array(clauses.length);
  const raise = (clause: number, quality: number) => {
    if (quality > best[clause]!) best[clause] = quality;
  };
  // A title of few words that are all meant says more than a long one that has them too.
  const meant = new Set(title.matches.map(({ token }) => token.start)).size;
  const titleShare = title.tokens === 0 ? 0 : meant / title.tokens;
  for (const { clause, cost } of title.matches) raise(clause, (1 - cost) * (1 + 0.12 * titleShare));
  for (const { clause, cost } of text.matches) raise(clause, 1 - cost);
  if (best.some((quality) => quality < 0.75)) {
    for (const { clause, cost } of matchWords(wordsOf(document.extra), clauses, meanings))
      raise(clause, (1 - cost) * 0.75);
  }
  for (const [clause, { facets }] of clauses.entries()) {
    if (facets.length > 0 && document.facets.split(' ').some((word) => facets.includes(word))) raise(clause, 0.8);
  }
  let total = 0;
  let reached = 0;
  let missing = 0;
  for (const [clause, weight] of weights.entries()) {
    total += weight;
    reached += weight * best[clause]!;
    if (best[clause] === 0) missing += 1;
  }
  const { closeness, focus } = densest(text.matches, clauses.length);
  const titleCloseness = densest(title.matches, clauses.length).closeness;
  const words = total === 0 ? 0.5 : reached / total;
  // A phrase that must be there is either there or the document is none of ours.
  const phraseMissing = clauses.some((clause, place) => clause.words.length === 0 && best[place] === 0);
  const complete = missing === 0 ? 1 : 0.9;
  const score = phraseMissing ? 0 : words * complete * (0.82 + 0.18 * Math.max(closeness, titleCloseness));
  return { document, score: Math.min(1, score / 1.05), title, text, focus };
}

function matchField(original: string, clauses: readonly WantedClause[], meanings: Meanings): FieldMatches {
  const text = fold(original);
  const tokens = tokensOfFolded(text);
  const matches: WordMatch[] = [];
  for (const token of tokens) {
    const meant = meanings.get(token.text);
    if (meant === undefined) continue;
    for (const { clause, cost, length } of meant) matches.push({ token, clause, cost, length });
  }
  for (const [clause, { phrases }] of clauses.entries()) {
    for (const phrase of phrases) {
      for (let at = 0; at + phrase.length <= tokens.length; at++) {
        if (!phrase.every((word, place) => tokens[at + place]!.text === word)) continue;
        for (let place = 0; place < phrase.length; place++) {
          const token = tokens[at + place]!;
          matches.push({ token, clause, cost: 0, length: token.text.length });
        }
      }
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
function matchWords(
  words: readonly string[],
  clauses: readonly WantedClause[],
  meanings: Meanings,
): { clause: number; cost: number }[] {
  const found: { clause: number; cost: number }[] = [];
  for (const word of words) found.push(...(meanings.get(word) ?? []));
  for (const [clause, wanted] of clauses.entries()) {
    for (const phrase of wanted.phrases) {
      if (words.some((_, at) => phrase.every((word, place) => words[at + place] === word)))
        found.push({ clause, cost: 0 });
    }
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

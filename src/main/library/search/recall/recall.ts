import type { Reader } from '../../db/types';
import { facet } from '../facets/facets';
import type { Vocabulary } from '../words/vocabulary';
import { all, any, anyOf, atLeast, excludedExpression, phrase, restricted, type Reach } from './expressions';
import { addLikes, type RecallPlan, type WantedClause } from './plan';
import { matchingHits, matchingIds, newestIds } from './store';

/** Candidates to rank. */
const candidateLimit = 100;
/** So many that have all the words, and nothing less is looked for. */
const enough = 20;
/** Facets count at most so many documents: the newest. */
export const countedLimit = 1000;
/** A clause with more documents than this helps no search that has a rarer one. */
const commonDocuments = 20_000;
/** A query of more words than this is a text somebody copied: hardly any document has all of them. */
const manyClauses = 8;
/** So many runs of words of a copied text are looked for, and so many documents of each. */
const runs = 16;
const runLimit = 40;

export interface Recalled {
  /** Candidates, the most promising first. */
  ids: number[];
  /** What facets count: documents that have all the words or their likes, if there are any; else the candidates. */
  counted: number[];
}

/**
 * Ids of candidates. Asks ever more forgiving questions until there are enough: the words as a phrase; all words as
 * written; all words or their likes; all but one; and the rarest ones alone. Every question is answered newest first
 * and stops at its limit, so that common words cost no more than rare ones. Puts likes into the plan when it comes to them.
 */
export async function recall(db: Reader, plan: RecallPlan, vocabulary: Vocabulary): Promise<Recalled> {
  if (plan.clauses.length === 0) return recallWithoutWords(db, plan);
  const copied = copiedWords(plan);
  if (copied.length > 0) return recallCopied(db, plan, copied, vocabulary);
  const ids = new Set<number>();
  const find = finder(db, plan);
  const take = (found: readonly number[]) => found.slice(0, candidateLimit).forEach((id) => ids.add(id));
  const allWords = (reach: Reach) => all(plan.clauses.map((clause) => anyOf(clause, reach, plan)));
  /** Where more have the words than can be ranked, what people saved comes before the texts that it was taken from. */
  const takeBest = async (found: readonly number[], reach: Reach) => {
    if (found.length > candidateLimit) take(await find(notInPassages(allWords(reach)), candidateLimit));
    take(found);
  };
  take(await find(wholePhrase(plan), 40));
  const written = allWords('written');
  let counted = await find(written, countedLimit);
  await takeBest(counted, 'written');
  if (counted.length < enough) {
    addLikes(plan, vocabulary);
    const likes = allWords('likes');
    if (likes !== written) counted = await find(likes, countedLimit);
    await takeBest(counted, 'near');
  }
  if (ids.size < enough) take(await recallPartly(plan, find, counted.length > 0));
  const candidates = [...ids].slice(0, candidateLimit + 40);
  return { ids: candidates, counted: counted.length > 0 ? counted : candidates };
}

type Find = (expression: string | null, limit: number) => Promise<number[]>;

function finder(db: Reader, plan: RecallPlan): Find {
  return async (expression, limit) => (expression === null ? [] : matchingIds(db, restricted(expression, plan), limit));
}

const notInPassages = (expression: string | null) =>
  expression === null ? null : `${expression} NOT ${phrase([facet('kind', 'snapshot')])}`;

async function recallWithoutWords(db: Reader, plan: RecallPlan): Promise<Recalled> {
  let counted: number[] = [];
  if (plan.filters.length > 0) counted = await matchingIds(db, restricted('', plan), countedLimit);
  else if (plan.not.words.length + plan.not.phrases.length > 0) {
    const excluded = new Set(await matchingIds(db, excludedExpression(plan), 10_000));
    counted = (await newestIds(db, countedLimit)).filter((id) => !excluded.has(id));
  }
  return { ids: counted.slice(0, candidateLimit), counted };
}

/** All words one after another; null where that cannot be or says no more than they do. */
function wholePhrase(plan: RecallPlan): string | null {
  const words: string[] = [];
  for (const clause of plan.clauses) {
    const only = clause.words[0];
    if (clause.phrases.length + clause.facets.length > 0 || clause.words.length !== 1 || only === undefined)
      return null;
    if (!only.variants.some(({ how }) => how === 'exact')) return null;
    words.push(only.word);
  }
  return words.length > 1 && words.length <= manyClauses ? phrase(words) : null;
}

/** A word of a copied text, and how many documents have it. */
interface CopiedWord {
  word: string;
  documents: number;
}

/** The words of a copied text in order; none if the query is another one. */
function copiedWords({ clauses }: RecallPlan): CopiedWord[] {
  if (clauses.length <= manyClauses) return [];
  const words: CopiedWord[] = [];
  for (const { places, words: wanted, phrases, facets } of clauses) {
    if (wanted.length !== 1 || phrases.length + facets.length > 0) return [];
    const { word, variants } = wanted[0]!;
    const documents = variants.find(({ how }) => how === 'exact')?.documents ?? 0;
    for (const place of places) words[place] = { word, documents };
  }
  return words.filter(Boolean);
}

/**
 * Documents that have runs of three words of a copied text, those with most runs first: from every stretch of it the run around its
 * rarest word, so that a wrong letter or a missing word loses only the run it is in, and a text longer or shorter than what is
 * here still finds it. Where none has two of them, documents that have most of the rarest words.
 */
async function recallCopied(
  db: Reader,
  plan: RecallPlan,
  words: readonly CopiedWord[],
  vocabulary: Vocabulary,
): Promise<Recalled> {
  const find = finder(db, plan);
  const votes = new Map<number, number>();
  const stretch = Math.max(3, Math.ceil(words.length / runs));
  for (let from = 0; from < words.length; from += stretch) {
    const run = rarestRun(words, from, Math.min(from + stretch, words.length));
    for (const id of await find(run, runLimit)) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  const voted = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  let ids = voted.map(([id]) => id);
  if ((voted[0]?.[1] ?? 0) < 2) {
    addLikes(plan, vocabulary);
    ids = [...new Set([...(await recallPartly(plan, find, false)), ...ids])];
  }
  ids = ids.slice(0, candidateLimit);
  return { ids, counted: ids };
}

/** The rarest of the words and its neighbours as a phrase; null if there are none that the index has. */
function rarestRun(words: readonly CopiedWord[], from: number, to: number): string | null {
  let run: readonly CopiedWord[] = [];
  let least = Infinity;
  for (let at = from; at < to; at++) {
    const around = words.slice(Math.max(0, at - 1), at + 2);
    if (words[at]!.documents >= least || around.some(({ documents }) => documents === 0)) continue;
    run = around;
    least = words[at]!.documents;
  }
  return run.length < 2 ? null : phrase(run.map(({ word }) => word));
}

/** Documents that have most of the words, or the rarest; with `anyWhole`, only beside others that have them all. */
async function recallPartly(plan: RecallPlan, find: Find, anyWhole: boolean): Promise<number[]> {
  const clauses = plan.clauses.filter(({ documents, facets }) => documents > 0 || facets.length > 0);
  const rarest = [...clauses].sort((a, b) => a.documents - b.documents);
  const mandatory = clauses.filter(({ words, phrases }) => words.length === 0 && phrases.length > 0);
  const many = clauses.length > manyClauses;
  const optional = rarest.filter((clause) => !mandatory.includes(clause)).slice(0, many ? manyClauses : 6);
  const met = (clause: WantedClause) => anyOf(clause, 'likes', plan);
  const having = (count: number, chosen: readonly WantedClause[]) =>
    all([...mandatory.map(met), ...(count > 0 ? [atLeast(count, chosen.map(met))] : [])]);
  const unknown = plan.clauses.length - clauses.length;
  const most = unknown > 0 ? optional.length : optional.length - 1;
  // What has one word of several is no answer where something has them all.
  const counts = many ? [4, 2, 1] : anyWhole ? [most] : [most, most - 1, 1];
  const found = new Set<number>();
  for (const count of new Set(counts)) {
    if (found.size >= enough || count < 0 || count >= optional.length + unknown) continue;
    // A common word helps no search that has a rarer one.
    const rare = optional.filter(({ documents }, place) => place === 0 || documents <= commonDocuments);
    const ids = await find(having(count, count === 1 ? rare : optional), anyWhole ? 40 : candidateLimit);
    for (const id of ids) found.add(id);
  }
  return [...found];
}

/**
 * Documents tagged with an actor whose names have all of the query's words, though their own text may not: typing any of a
 * person's names leads to every excerpt about them.
 */
export async function recallByActor(db: Reader, plan: RecallPlan): Promise<number[]> {
  if (plan.clauses.length === 0 || plan.clauses.length > 5 || plan.columns !== null) return [];
  if (plan.clauses.some(({ words, documents }) => words.length === 0 || documents === 0)) return [];
  const names = all(plan.clauses.map((clause) => anyOf(clause, 'likes', plan)));
  if (names === null) return [];
  const actors = await matchingHits(db, `${phrase([facet('kind', 'actor')])} AND ${names}`, 5);
  if (actors.length === 0) return [];
  const tagged = any(actors.map((id) => phrase([facet('actor', id)])))!;
  return matchingIds(db, restricted(tagged, plan), 40);
}

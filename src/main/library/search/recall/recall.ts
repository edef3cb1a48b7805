import type { Reader } from '../../db/types';
import { facet } from '../facets/facets';
import { all, any, anyOf, excludedExpression, phrase, restricted, subsets } from './expressions';
import type { RecallPlan, WantedClause } from './plan';
import { matchingHits, matchingIds, newestIds } from './store';

/** Candidates to rank. */
const candidateLimit = 100;
/** So many that have all the words, and nothing less is looked for. */
const enough = 20;
/** Facets count at most so many documents: the newest. */
export const countedLimit = 1000;
/** A clause with more documents than this helps no search that has a rarer one. */
const commonDocuments = 20_000;

export interface Recalled {
  /** Candidates, the most promising first. */
  ids: number[];
  /** What facets count: documents that have all the words or their likes, if there are any; else the candidates. */
  counted: number[];
}

/**
 * Ids of candidates. Asks ever more forgiving questions until there are enough: the words as a phrase; all words as
 * written; all words or their likes; all but one; and the rarest ones alone. Every question is answered newest first
 * and stops at its limit, so that common words cost no more than rare ones.
 */
export async function recall(db: Reader, plan: RecallPlan): Promise<Recalled> {
  if (plan.clauses.length === 0) return recallWithoutWords(db, plan);
  const ids = new Set<number>();
  let counted: number[] = [];
  const ask = async (expression: string | null, limit: number) => {
    const found = expression === null ? [] : await matchingIds(db, restricted(expression, plan), limit);
    for (const id of found.slice(0, candidateLimit)) ids.add(id);
    return found;
  };
  const clauses = plan.clauses.filter(({ documents, facets }) => documents > 0 || facets.length > 0);
  if (clauses.length === 0) return { ids: [], counted };
  await ask(wholePhrase(plan), 40);
  const manyWords = clauses.length > 8;
  if (!manyWords && clauses.length === plan.clauses.length) {
    const written = all(clauses.map((clause) => anyOf(clause, (variant) => variant.how !== 'similar')));
    const likes = all(clauses.map((clause) => anyOf(clause, () => true)));
    counted = await ask(written, countedLimit);
    if (counted.length < enough && likes !== written) counted = await ask(likes, countedLimit);
  }
  if (ids.size < enough) await recallPartly(clauses, ask, () => ids.size, counted.length > 0);
  const candidates = [...ids].slice(0, candidateLimit + 40);
  return { ids: candidates, counted: counted.length > 0 ? counted : candidates };
}

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
  return words.length > 1 && words.length <= 40 ? phrase(words) : null;
}

/** Documents that have most of the words, or the rarest. */
async function recallPartly(
  clauses: readonly WantedClause[],
  ask: (expression: string | null, limit: number) => Promise<number[]>,
  found: () => number,
  anyWhole: boolean,
): Promise<void> {
  const manyWords = clauses.length > 8;
  const rarest = [...clauses].sort((a, b) => a.documents - b.documents);
  const mandatory = clauses.filter(({ words, phrases }) => words.length === 0 && phrases.length > 0);
  const optional = rarest.filter((clause) => !mandatory.includes(clause)).slice(0, manyWords ? 8 : 6);
  const having = (chosen: readonly WantedClause[]) =>
    all([...mandatory, ...chosen].map((clause) => anyOf(clause, () => true)));
  if (manyWords) {
    await ask(any(subsets(optional, 4).slice(0, 40).map(having)), candidateLimit);
    if (found() < enough) await ask(any(subsets(optional, 2).map(having)), candidateLimit);
  } else if (optional.length > 1) {
    await ask(any(subsets(optional, optional.length - 1).map(having)), anyWhole ? 30 : 60);
  }
  // What has one word of several is no answer where something has them all.
  if (anyWhole || found() >= enough) return;
  const rare = optional.filter(({ documents }, place) => place === 0 || documents <= commonDocuments);
  await ask(any((rare.length > 0 ? rare : optional).map((clause) => having([clause]))), 60);
  if (optional.length === 0 && mandatory.length > 0) await ask(having([]), candidateLimit);
}

/**
 * Documents tagged with an actor whose names have all of the query's words, though their own text may not: typing any of a
 * person's names leads to every excerpt about them.
 */
export async function recallByActor(db: Reader, plan: RecallPlan): Promise<number[]> {
  if (plan.clauses.length === 0 || plan.clauses.length > 5 || plan.columns !== null) return [];
  if (plan.clauses.some(({ words, documents }) => words.length === 0 || documents === 0)) return [];
  const names = all(plan.clauses.map((clause) => anyOf(clause, () => true)));
  if (names === null) return [];
  const actors = await matchingHits(db, `${phrase([facet('kind', 'actor')])} AND ${names}`, 5);
  if (actors.length === 0) return [];
  const tagged = any(actors.map((id) => phrase([facet('actor', id)])))!;
  return matchingIds(db, restricted(tagged, plan), 40);
}

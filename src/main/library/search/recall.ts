import type { QueryTerm, SearchQuery } from '../../../shared/search/query';
import type { Reader } from '../db/types';
import { facet } from './facets';
import { documentsById, matchingIds, newestIds } from './store';
import type { Variant, Vocabulary } from './vocabulary';

/** A word of the query with what it may have meant. */
export interface WantedWord {
  word: string;
  variants: Variant[];
  /** The variants by their term. */
  costs: ReadonlyMap<string, Variant>;
  /** Documents that have any of the variants, at most. */
  documents: number;
}

/** One clause of the query: met by any of its words or phrases. Fields are not here: they are filters. */
export interface WantedClause {
  words: WantedWord[];
  phrases: string[][];
  documents: number;
}

export interface RecallPlan {
  clauses: WantedClause[];
  not: { words: string[]; phrases: string[][] };
  /** FTS5 expressions that every document must meet: facets. */
  filters: string[];
  /** Columns to look for words in; all when null. */
  columns: string | null;
}

/** Candidates to rank, and how many an expression may add. */
const candidateLimit = 200;
const enough = 60;
/** A clause with more documents than this helps no search that has a rarer one. */
const commonDocuments = 20_000;

/** Expands the words of a query over the vocabulary. */
export function planRecall(query: SearchQuery, vocabulary: Vocabulary): RecallPlan {
  const plan: RecallPlan = { clauses: [], not: { words: [], phrases: [] }, filters: [], columns: null };
  const seen = new Set<string>();
  for (const terms of query.clauses) {
    const clause: WantedClause = { words: [], phrases: [], documents: 0 };
    for (const term of terms) {
      if (term.type === 'phrase') clause.phrases.push(term.words);
      if (term.type === 'word') clause.words.push(wantedWord(term, vocabulary));
    }
    if (clause.words.length + clause.phrases.length === 0) continue;
    const name = JSON.stringify([clause.words.map(({ word }) => word), clause.phrases]);
    if (seen.has(name)) continue;
    seen.add(name);
    clause.documents = clause.words.reduce((sum, { documents }) => sum + documents, 0);
    for (const phrase of clause.phrases) {
      clause.documents += Math.min(...phrase.map((word) => vocabulary.exact(word)?.documents ?? 0));
    }
    plan.clauses.push(clause);
  }
  for (const term of query.not) {
    if (term.type === 'word') plan.not.words.push(term.word);
    if (term.type === 'phrase') plan.not.phrases.push(term.words);
  }
  return plan;
}

function wantedWord({ word, open }: Extract<QueryTerm, { type: 'word' }>, vocabulary: Vocabulary): WantedWord {
  const exact = vocabulary.exact(word);
  const variants = exact === null ? [] : [exact];
  if (open) variants.push(...vocabulary.withPrefix(word));
  // A short word that is there, or one that many documents have, is hardly a slip for another one.
  if (exact === null || word.length > 5 || (word.length > 4 && exact.documents < 50))
    variants.push(...vocabulary.similar(word));
  const costs = new Map<string, Variant>();
  for (const variant of variants) {
    const known = costs.get(variant.term);
    if (known === undefined || known.cost > variant.cost) costs.set(variant.term, variant);
  }
  const kept = [...costs.values()];
  return { word, variants: kept, costs, documents: kept.reduce((sum, { documents }) => sum + documents, 0) };
}

/**
 * Ids of candidates, most promising first. Asks ever more forgiving questions until there are enough: the words
 * as a phrase; all words as written; all words or their likes; all but one; and the rarest ones alone. Every question is
 * answered newest first and stops at its limit, so that common words cost no more than rare ones.
 */
export async function recall(db: Reader, plan: RecallPlan): Promise<number[]> {
  const ids = new Set<number>();
  const ask = async (expression: string | null, limit = candidateLimit) => {
    if (expression === null) return;
    for (const id of await matchingIds(db, restricted(expression, plan), limit)) ids.add(id);
  };
  if (plan.clauses.length === 0) {
    if (plan.filters.length > 0) await ask('', candidateLimit);
    else if (plan.not.words.length + plan.not.phrases.length > 0) {
      const excluded = new Set(await matchingIds(db, excludedExpression(plan), 10_000));
      for (const id of await newestIds(db, candidateLimit)) if (!excluded.has(id)) ids.add(id);
    }
    return [...ids];
  }

  const clauses = plan.clauses.filter(({ documents }) => documents > 0);
  if (clauses.length === 0) return [];
  const plainWords = plan.clauses.flatMap(({ words, phrases }) =>
    words.length === 1 && phrases.length === 0 ? [words[0]!.word] : [],
  );
  if (plainWords.length === plan.clauses.length && plainWords.length > 1 && plainWords.length <= 40) {
    await ask(phrase(plainWords), 60);
  }
  const manyWords = clauses.length > 8;
  if (!manyWords && clauses.length === plan.clauses.length) {
    await ask(all(clauses.map((clause) => anyOf(clause, (variant) => variant.how !== 'similar'))));
    if (ids.size < enough) await ask(all(clauses.map((clause) => anyOf(clause, () => true))));
  }
  if (ids.size >= enough) return [...ids];

  const rarest = [...clauses].sort((a, b) => a.documents - b.documents);
  const mandatory = clauses.filter(({ words, phrases }) => words.length === 0 && phrases.length > 0);
  const optional = rarest.filter((clause) => !mandatory.includes(clause)).slice(0, manyWords ? 8 : 6);
  const with_ = (chosen: readonly WantedClause[]) =>
    all([...mandatory, ...chosen].map((clause) => anyOf(clause, () => true)));
  if (manyWords) {
    await ask(any(subsets(optional, 4).slice(0, 40).map(with_)));
    if (ids.size < enough) await ask(any(subsets(optional, 2).map(with_)));
  } else if (optional.length > 1) {
    await ask(any(subsets(optional, optional.length - 1).map(with_)));
  }
  if (ids.size < enough) {
    const rare = optional.filter(({ documents }, place) => place === 0 || documents <= commonDocuments);
    await ask(any((rare.length > 0 ? rare : optional).map((clause) => with_([clause]))), candidateLimit - ids.size);
    if (optional.length === 0 && mandatory.length > 0) await ask(with_([]));
  }
  return [...ids];
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
  const ids = await matchingIds(db, `${phrase([facet('kind', 'actor')])} AND ${names}`, 5);
  const actors = [...new Set((await documentsById(db, ids)).map(({ hitId }) => hitId))];
  if (actors.length === 0) return [];
  const tagged = any(actors.map((id) => phrase([facet('actor', id)])))!;
  return matchingIds(db, restricted(tagged, { ...plan, columns: null }), 60);
}

function restricted(expression: string, { filters, columns, not }: RecallPlan): string {
  const inColumns =
    expression !== '' && columns !== null ? `${columns} : (${expression})` : expression === '' ? '' : `(${expression})`;
  const required = [...filters.map((filter) => `(${filter})`), inColumns].filter(Boolean).join(' AND ');
  const excluded = not.words.length + not.phrases.length > 0;
  return excluded ? `(${required}) NOT (${excludedExpression({ not })})` : required;
}

function excludedExpression({ not }: Pick<RecallPlan, 'not'>): string {
  return any([...not.words.map((word) => phrase([word])), ...not.phrases.map(phrase)]) ?? phrase(['']);
}

/** subtle: words hold letters, marks and digits only, so a quoted string is all the escaping FTS5 needs. */
export function phrase(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('"', '')}"`;
}

function anyOf(clause: WantedClause, wanted: (variant: Variant) => boolean): string | null {
  return any([
    ...clause.words.flatMap(({ variants }) => variants.filter(wanted).map(({ term }) => phrase([term]))),
    ...clause.phrases.map(phrase),
  ]);
}

function any(expressions: readonly (string | null)[]): string | null {
  const given = expressions.filter((expression) => expression !== null);
  return given.length === 0 ? null : given.length === 1 ? given[0]! : `(${given.join(' OR ')})`;
}

function all(expressions: readonly (string | null)[]): string | null {
  return expressions.length === 0 || expressions.includes(null) ? null : expressions.join(' AND ');
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size <= 0) return [[]];
  return items.flatMap((item, place) => subsets(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}

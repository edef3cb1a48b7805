import type { ParsedInputOf } from '../../../shared/contract';
import { parseQuery, type SearchQuery } from '../../../shared/search/query';
import type { SearchAnswer } from '../../../shared/search/types';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { documentsById } from './documents/store';
import { facet } from './facets/facets';
import { resolveFilter } from './filters/resolve';
import { hitsOf } from './ranking/hits';
import { rankDocuments } from './ranking/rank';
import { phrase } from './recall/expressions';
import { planRecall, type RecallPlan } from './recall/plan';
import { recall, recallByActor } from './recall/recall';
import { indexNeedsRebuild, rebuildIndex } from './upkeep/indexing';
import { indexFacts } from './upkeep/store';
import { Vocabulary } from './words/vocabulary';

export type Search = (input: ParsedInputOf<'search.query'>) => Promise<SearchAnswer>;

/**
 * Search over one open library. Keeps the vocabulary in memory between questions and, before the first one, builds an index
 * that is missing or of another format, where the library may be written to.
 */
export function openSearch({ db, clock, log }: Pick<LibraryContext, 'db' | 'clock' | 'log'>): Search {
  const vocabulary = new Vocabulary();
  let ready: Promise<void> | null = null;

  async function prepare(): Promise<void> {
    if (db.readOnly || !(await db.read(indexNeedsRebuild))) return;
    const started = performance.now();
    await db.write(rebuildIndex);
    log.info('search index built', { milliseconds: Math.round(performance.now() - started) });
  }

  return async (input) => {
    const started = performance.now();
    ready ??= prepare();
    await ready.catch((error: unknown) => {
      ready = null;
      throw error;
    });
    const answer = await db.read(async (reader) => {
      const facts = await indexFacts(reader);
      await vocabulary.refresh(reader, facts.generation, facts.lastTerm);
      return ask(reader, input, vocabulary, { now: clock(), total: facts.documents });
    });
    return { ...answer, tookMs: performance.now() - started };
  };
}

async function ask(
  db: Reader,
  { query: text, limit, kinds }: ParsedInputOf<'search.query'>,
  vocabulary: Vocabulary,
  facts: { now: number; total: number },
): Promise<Omit<SearchAnswer, 'tookMs'>> {
  const query = parseQuery(text);
  const plan = await planRecall(db, query, vocabulary);
  const problems = query.problem === null ? [] : [query.problem];
  problems.push(...(await addFilters(db, plan, query, vocabulary)));
  if (kinds !== undefined) {
    if (kinds.length === 0) return { hits: [], problem: problems[0] ?? null };
    if (plan.clauses.length + plan.filters.length + plan.not.words.length > 0)
      plan.filters.push(kinds.map((kind) => phrase([facet('kind', kind)])).join(' OR '));
  }
  const { ids } = await recall(db, plan);
  const byActor = await recallByActor(db, plan);
  const documents = await documentsById(db, [...new Set([...ids, ...byActor])]);
  const ranked = rankDocuments(documents, plan, { ...facts, byActor: new Set(byActor) });
  return { hits: hitsOf(ranked, limit), problem: problems[0] ?? null };
}

/** Puts the query's fields into the plan; returns the sentences about those that could not be understood. */
async function addFilters(db: Reader, plan: RecallPlan, query: SearchQuery, vocabulary: Vocabulary): Promise<string[]> {
  const problems: string[] = [];
  for (const clause of query.clauses.slice(0, 60)) {
    const expressions: string[] = [];
    for (const term of clause.slice(0, 20)) {
      if (term.type !== 'field') continue;
      const filter = await resolveFilter(db, term.field, term.value, vocabulary);
      if (filter.type === 'problem') problems.push(filter.problem);
      if (filter.type === 'columns') plan.columns = filter.columns;
      if (filter.type === 'facet') expressions.push(filter.expression);
    }
    if (expressions.length > 0) plan.filters.push(expressions.join(' OR '));
  }
  for (const term of query.not.slice(0, 60)) {
    if (term.type !== 'field') continue;
    const filter = await resolveFilter(db, term.field, term.value, vocabulary);
    if (filter.type === 'problem') problems.push(filter.problem);
    if (filter.type === 'facet')
      plan.not.words.push(...filter.expression.split(' OR ').map((word) => word.replaceAll('"', '')));
  }
  return problems;
}

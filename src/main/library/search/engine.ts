import type { ParsedInputOf } from '../../../shared/contract';
import { isQuotation, parseQuery, plainQuery, type QueryTerm, type SearchQuery } from '../../../shared/search/query';
import type { SearchAnswer, SearchCompletions } from '../../../shared/search/types';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { complete } from './completing/complete';
import { documentsById } from './documents/store';
import { countFacets } from './facets/count';
import { facet } from './facets/facets';
import { resolveFilter } from './filters/resolve';
import { hitsOf } from './ranking/hits';
import { rankDocuments } from './ranking/rank';
import { withQuotationFirst } from './quotations/quotations';
import { phrase } from './recall/expressions';
import { planRecall, type RecallPlan } from './recall/plan';
import { countedLimit, recall, recallByActor } from './recall/recall';
import { didYouMean } from './suggest';
import { indexFormat } from './upkeep/indexing';
import { indexFacts, type IndexFacts } from './upkeep/store';
import { Vocabulary } from './words/vocabulary';

export interface Search {
  query(input: ParsedInputOf<'search.query'>): Promise<SearchAnswer>;
  complete(input: ParsedInputOf<'search.complete'>): Promise<SearchCompletions>;
}

/** Search over one open library. Keeps the vocabulary in memory between questions. */
export function openSearch({ db, clock }: Pick<LibraryContext, 'db' | 'clock'>): Search {
  const vocabulary = new Vocabulary();

  /** Runs a question with the vocabulary as new as what the reader sees. */
  function informed<T>(work: (reader: Reader, facts: IndexFacts) => Promise<T>): Promise<T> {
    return db.read(async (reader) => {
      const facts = await indexFacts(reader);
      await vocabulary.refresh(reader, facts.generation, facts.lastTerm);
      return work(reader, facts);
    });
  }

  return {
    async query(input) {
      const started = performance.now();
      const answer = await informed(async (reader, facts) => {
        const answer = await ask(reader, input, vocabulary, { now: clock(), total: facts.documents });
        const whole = facts.format === indexFormat && facts.unfinished === 0;
        return { ...answer, problem: answer.problem ?? (whole ? null : unfinished) };
      });
      return { ...answer, tookMs: performance.now() - started };
    },
    complete: (input) => informed((reader) => complete(reader, input, vocabulary, new Date(clock()).getUTCFullYear())),
  };
}

const unfinished = 'The search index is still being brought up to date, so some things may not be found yet.';

/** What a query that reads like a quotation is told when no text has its quoted parts letter by letter. */
const notVerbatim = 'Nothing has these very words, so the words were searched one by one.';

async function ask(
  db: Reader,
  input: ParsedInputOf<'search.query'>,
  vocabulary: Vocabulary,
  facts: Facts,
): Promise<Omit<SearchAnswer, 'tookMs'>> {
  const query = parseQuery(input.query);
  const answer = await answerTo(db, query, input, vocabulary, facts);
  const quoted = query.clauses.some(([first]) => first?.type === 'phrase');
  if (answer.hits.length > 0 || !quoted || !isQuotation(query)) return answer;
  return answerTo(db, plainQuery(input.query, notVerbatim), input, vocabulary, facts);
}

interface Facts {
  now: number;
  total: number;
}

async function answerTo(
  db: Reader,
  query: SearchQuery,
  { query: text, limit, kinds }: ParsedInputOf<'search.query'>,
  vocabulary: Vocabulary,
  facts: Facts,
): Promise<Omit<SearchAnswer, 'tookMs'>> {
  const plan = await planRecall(db, query, vocabulary);
  const problems = query.problem === null ? [] : [query.problem];
  problems.push(...(await addFilters(db, plan, query, vocabulary)));
  if (kinds !== undefined && plan.clauses.length + plan.filters.length + plan.not.words.length > 0) {
    const wanted = kinds.map((kind) => phrase([facet('kind', kind)]));
    plan.filters.push(wanted.length === 0 ? phrase([facet('kind', 'none')]) : wanted.join(' OR '));
  }
  const { ids, counted } = await recall(db, plan, vocabulary);
  const byActor = await recallByActor(db, plan);
  const candidates = [...new Set([...ids, ...byActor])];
  const documents = await documentsById(db, candidates);
  const ranked = rankDocuments(documents, plan, { ...facts, byActor: new Set(byActor) });
  const hits = hitsOf(ranked, limit);
  return {
    hits: isQuotation(query) ? (await withQuotationFirst(db, text, ranked, hits)).slice(0, limit) : hits,
    facets: await countFacets(db, counted, documents),
    counted: { documents: counted.length, more: counted.length === countedLimit },
    didYouMean: didYouMean(text, plan, ranked),
    problem: problems[0] ?? null,
  };
}

/** A query has room for so many filters: each is looked up by itself. The same one again is not another one. */
const filterLimit = 16;
const tooManyFilters = `Only the first ${filterLimit} filters were used.`;

/**
 * Puts the query's fields into the plan; returns the sentences about those that could not be understood. A field beside words
 * in one clause (`embassy OR tag:envoys`) is another way to meet the clause; a field alone is a filter.
 */
async function addFilters(db: Reader, plan: RecallPlan, query: SearchQuery, vocabulary: Vocabulary): Promise<string[]> {
  const problems = new Set<string>();
  const known = new Map<string, readonly string[]>();
  /** The facet words that a field stands for. */
  const facetsOf = async (term: QueryTerm): Promise<readonly string[]> => {
    if (term.type !== 'field') return [];
    const name = `${term.field}:${term.value}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size === filterLimit) {
      problems.add(tooManyFilters);
      return [];
    }
    const filter = await resolveFilter(db, term.field, term.value, vocabulary);
    if (filter.type === 'problem') problems.add(filter.problem);
    if (filter.type === 'columns') plan.columns = filter.columns;
    const words = filter.type === 'facets' ? filter.words : [];
    known.set(name, words);
    return words;
  };
  const filters = new Set<string>();
  for (const [place, terms] of query.clauses.entries()) {
    const words = new Set<string>();
    for (const term of terms) for (const word of await facetsOf(term)) words.add(word);
    if (words.size === 0) continue;
    const clause = plan.clauses.find(({ places }) => places.includes(place));
    if (clause === undefined) filters.add([...words].map((word) => phrase([word])).join(' OR '));
    else clause.facets.push(...words);
  }
  plan.filters.push(...filters);
  const excluded = new Set<string>();
  for (const term of query.not) for (const word of await facetsOf(term)) excluded.add(word);
  plan.not.words.push(...excluded);
  return [...problems];
}

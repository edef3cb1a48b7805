import type { QueryTerm, SearchQuery } from '../../../../shared/search/query';
import type { Reader } from '../../db/types';
import type { Variant, Vocabulary } from '../words/vocabulary';

/** A word of the query with what it may have meant. */
export interface WantedWord {
  word: string;
  variants: Variant[];
  /** Documents that have any of the variants, at most. */
  documents: number;
}

/** One clause of the query: met by any of its words or phrases. Fields are not here: they are filters. */
export interface WantedClause {
  words: WantedWord[];
  phrases: string[][];
  /** Facet words that meet it as well. */
  facets: string[];
  /** Which clauses of the query it stands for: the same words twice are one. */
  places: number[];
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

/** Words with more documents than this are hardly a name in another script. */
const commonDocuments = 5000;
/** A pasted page: its words are looked for as they are. */
const expandedWords = 40;

/** Expands the words of a query over the vocabulary. */
export async function planRecall(db: Reader, query: SearchQuery, vocabulary: Vocabulary): Promise<RecallPlan> {
  const plan: RecallPlan = { clauses: [], not: { words: [], phrases: [] }, filters: [], columns: null };
  const words = query.clauses.flat().filter((term) => term.type === 'word');
  const rare = words
    .map(({ word }) => word)
    .filter((word) => (vocabulary.exact(word)?.documents ?? 0) < commonDocuments);
  const expanded = new Set(words.length <= expandedWords ? rare : []);
  const sounding = await vocabulary.sounding(db, [...expanded]);
  const seen = new Map<string, WantedClause>();
  for (const [place, terms] of query.clauses.entries()) {
    const clause: WantedClause = { words: [], phrases: [], facets: [], places: [place], documents: 0 };
    for (const term of terms) {
      if (term.type === 'phrase') clause.phrases.push(term.words);
      if (term.type === 'word') {
        const sounds = sounding.get(term.word) ?? [];
        clause.words.push(wantedWord(term, vocabulary, sounds));
      }
    }
    if (clause.words.length + clause.phrases.length === 0) continue;
    const name = JSON.stringify([clause.words.map(({ word }) => word), clause.phrases]);
    const same = terms.some(({ type }) => type === 'field') ? undefined : seen.get(name);
    if (same !== undefined) {
      same.places.push(place);
      continue;
    }
    seen.set(name, clause);
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

function wantedWord(
  { word, open }: Extract<QueryTerm, { type: 'word' }>,
  vocabulary: Vocabulary,
  sounds: readonly Variant[],
): WantedWord {
  const exact = vocabulary.exact(word);
  const variants = exact === null ? [] : [exact];
  const begun = open ? vocabulary.withPrefix(word) : [];
  variants.push(...begun);
  if (open && exact === null && begun.length === 0) variants.push(...vocabulary.beginningLike(word));
  // A short word that is there, or one that many documents have, is hardly a slip for another one.
  if (exact === null || (word.length > 4 && exact.documents < (word.length > 5 ? commonDocuments : 50)))
    variants.push(...vocabulary.similar(word));
  variants.push(...sounds);
  const costs = new Map<string, Variant>();
  for (const variant of variants) {
    const known = costs.get(variant.term);
    if (known === undefined || known.cost > variant.cost) costs.set(variant.term, variant);
  }
  const kept = [...costs.values()];
  return { word, variants: kept, documents: kept.reduce((sum, { documents }) => sum + documents, 0) };
}

import type { QueryTerm, SearchQuery } from '../../../../shared/search/query';
import type { Reader } from '../../db/types';
import { mostCommon, type Variant, type Vocabulary } from '../words/vocabulary';

/** A word of the query with what it may have meant. */
export interface WantedWord {
  word: string;
  /** Still being typed: words that begin so are meant too. */
  open: boolean;
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

/** Words with more documents than this are hardly a slip for another one. */
const commonDocuments = 5000;
/** Of a longer query only words that the index does not have are looked for otherwise than as they are, and so many of them. */
const expandedWords = 8;
const expandedUnknown = 6;
/** What words typed together or apart cost beside those typed right. */
const spacingCost = 0.12;
const spacings = 6;
/** Of what is joined by OR, so much is looked for. */
const clauseLimit = 60;
/** Shorter words have too little to tell another form by. */
const formLength = 8;
const formCost = 0.5;

/** What the query asks for, with its words as written, as they may go on and as they are written in other scripts. */
export async function planRecall(db: Reader, query: SearchQuery, vocabulary: Vocabulary): Promise<RecallPlan> {
  const plan: RecallPlan = { clauses: [], not: { words: [], phrases: [] }, filters: [], columns: null };
  const words = query.clauses.flat().flatMap((term) => (term.type === 'word' ? [term.word] : []));
  const sounding = await vocabulary.sounding(db, words.length <= expandedWords ? [...new Set(words)] : []);
  const seen = new Map<string, WantedClause>();
  for (const [place, terms] of query.clauses.entries()) {
    const clause: WantedClause = { words: [], phrases: [], facets: [], places: [place], documents: 0 };
    for (const term of terms) {
      if (clause.words.length + clause.phrases.length === clauseLimit) break;
      if (term.type !== 'field' && isIn(clause, term)) continue;
      if (term.type === 'phrase') clause.phrases.push(term.words);
      if (term.type === 'word') clause.words.push(wantedWord(term, vocabulary, sounding.get(term.word) ?? []));
    }
    if (clause.words.length + clause.phrases.length === 0) continue;
    const name = JSON.stringify([clause.words.map(({ word }) => word), clause.phrases]);
    const same = terms.some(({ type }) => type === 'field') ? undefined : seen.get(name);
    if (same !== undefined) {
      same.places.push(place);
      continue;
    }
    seen.set(name, clause);
    plan.clauses.push(clause);
  }
  for (const clause of plan.clauses) countDocuments(clause, vocabulary);
  for (const term of query.not) {
    if (term.type === 'word') plan.not.words.push(term.word);
    if (term.type === 'phrase') plan.not.phrases.push(term.words);
  }
  return plan;
}

/** Whether a clause has this word or phrase already: “a OR a”. */
function isIn({ words, phrases }: WantedClause, term: Exclude<QueryTerm, { type: 'field' }>): boolean {
  if (term.type === 'word') return words.some(({ word, open }) => word === term.word && open === term.open);
  const wanted = term.words.join(' ');
  return phrases.some((phrase) => phrase.join(' ') === wanted);
}

function wantedWord(
  { word, open }: Extract<QueryTerm, { type: 'word' }>,
  vocabulary: Vocabulary,
  sounds: readonly Variant[],
): WantedWord {
  const exact = vocabulary.exact(word);
  const wanted: WantedWord = { word, open, variants: exact === null ? [] : [exact], documents: 0 };
  if (open) addVariants(wanted, vocabulary.withPrefix(word));
  addVariants(wanted, sounds);
  return wanted;
}

function addVariants({ variants }: WantedWord, more: readonly Variant[]): void {
  for (const variant of more) {
    const known = variants.findIndex(({ term }) => term === variant.term);
    if (known < 0) variants.push(variant);
    else if (variants[known]!.cost > variant.cost) variants[known] = variant;
  }
}

function countDocuments(clause: WantedClause, vocabulary: Vocabulary): void {
  const sum = (variants: readonly { documents: number }[]) =>
    variants.reduce((all, { documents }) => all + documents, 0);
  for (const word of clause.words) word.documents = sum(word.variants);
  clause.documents = sum(clause.words);
  for (const phrase of clause.phrases)
    clause.documents += Math.min(...phrase.map((word) => vocabulary.exact(word)?.documents ?? 0));
}

/**
 * Adds what the words may have been slips for: words like them, two of them that are one word, one of them that is two. Takes a
 * millisecond a word, so it is for when too little is found of what was typed.
 */
export function addLikes(plan: RecallPlan, vocabulary: Vocabulary): void {
  const words = plan.clauses.flatMap((clause) => clause.words);
  const few = words.length <= expandedWords;
  let unknown = 0;
  for (const word of words) {
    const exact = vocabulary.exact(word.word);
    if (exact !== null) {
      // A short word that is there, or one that many documents have, is hardly a slip for another one.
      if (few && word.word.length > 3 && exact.documents < commonDocuments)
        addVariants(word, vocabulary.similar(word.word, 1));
    } else if (few || unknown++ < expandedUnknown) {
      const begun = word.variants.some(({ how }) => how === 'prefix');
      if (word.open && !begun) addVariants(word, vocabulary.beginningLike(word.word));
      addVariants(word, vocabulary.similar(word.word, 2));
      if (word.variants.length === 0) addVariants(word, otherForms(word.word, vocabulary));
    }
  }
  if (few) {
    addJoined(plan, vocabulary);
    plan.clauses = plan.clauses.flatMap((clause) => parted(clause, vocabulary));
  }
  for (const clause of plan.clauses) countDocuments(clause, vocabulary);
}

/** Words that begin like a long one and end otherwise, as other forms of it do in languages that inflect. */
function otherForms(word: string, vocabulary: Vocabulary): Variant[] {
  if (word.length < formLength) return [];
  const beginning = word.slice(0, Math.ceil(word.length * 0.65));
  const begun = [vocabulary.exact(beginning) ?? [], vocabulary.withPrefix(beginning)].flat();
  return begun.map((variant) => ({ ...variant, cost: formCost, how: 'similar' }));
}

/** The one word of a clause that is nothing else; null for other clauses. */
function onlyWord({ words, phrases, facets }: WantedClause): WantedWord | null {
  return words.length === 1 && phrases.length + facets.length === 0 ? words[0]! : null;
}

/** “em bassy”: a document that has the two in one word meets both clauses. */
function addJoined({ clauses }: RecallPlan, vocabulary: Vocabulary): void {
  for (const [at, clause] of clauses.entries()) {
    const next = clauses[at + 1];
    if (next === undefined || clause.places[0]! + 1 !== next.places[0]) continue;
    const [first, second] = [onlyWord(clause), onlyWord(next)];
    if (first === null || second === null) continue;
    const joined = vocabulary.exact(first.word + second.word);
    if (joined === null) continue;
    for (const word of [first, second]) addVariants(word, [{ ...joined, cost: spacingCost, how: 'similar' }]);
  }
}

/** “embassyattack”: two clauses instead of one, for the words on either side; what meets the whole meets both. */
function parted(clause: WantedClause, vocabulary: Vocabulary): WantedClause[] {
  const only = onlyWord(clause);
  if (only === null || only.word.length < 5 || vocabulary.exact(only.word) !== null) return [clause];
  const parts: [Variant, Variant][] = [];
  for (let at = 2; at <= only.word.length - 2; at++) {
    const first = vocabulary.exact(only.word.slice(0, at));
    const second = first && vocabulary.exact(only.word.slice(at));
    if (first && second) parts.push([first, second]);
  }
  if (parts.length === 0) return [clause];
  const rarer = (pair: [Variant, Variant]) => [...pair].sort(mostCommon)[1]!;
  const best = parts.sort((a, b) => mostCommon(rarer(a), rarer(b))).slice(0, spacings);
  return ([0, 1] as const).map((side) => {
    const word: WantedWord = { ...only, variants: [...only.variants] };
    addVariants(
      word,
      best.map((pair) => ({ ...pair[side], cost: spacingCost, how: 'similar' })),
    );
    return { ...clause, words: [word] };
  });
}

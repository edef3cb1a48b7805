import type { WantedClause } from '../recall/plan';
import { prefixCost } from '../words/vocabulary';

/** What a document's word means: which clause it meets, how well, and how much of it to mark. */
export interface Meaning {
  clause: number;
  cost: number;
  length: number;
}

const none: readonly Meaning[] = [];

/** What words mean for a query: the variants of its words, and whatever begins as the one still being typed. */
export class Meanings {
  /** What else meets a clause, and which clauses are met by nothing but their phrases. */
  readonly phrases: { clause: number; words: readonly string[] }[] = [];
  readonly facets: { clause: number; words: readonly string[] }[] = [];
  readonly phrasesOnly: number[] = [];
  readonly #variants = new Map<string, Meaning[]>();
  readonly #open: { word: string; clause: number }[] = [];
  /** Answers: candidates share most of their words. */
  readonly #known = new Map<string, readonly Meaning[]>();

  constructor(clauses: readonly WantedClause[]) {
    for (const [clause, { words, phrases, facets }] of clauses.entries()) {
      for (const phrase of phrases) this.phrases.push({ clause, words: phrase });
      if (facets.length > 0) this.facets.push({ clause, words: facets });
      if (words.length === 0) this.phrasesOnly.push(clause);
      for (const { word, open, variants } of words) {
        if (open) this.#open.push({ word, clause });
        for (const { term, cost, how } of variants) {
          if (how !== 'prefix') add(this.#variants, term, { clause, cost, length: term.length });
        }
      }
    }
  }

  of(term: string): readonly Meaning[] {
    let meanings = this.#known.get(term);
    if (meanings === undefined) {
      for (const { word, clause } of this.#open) {
        if (term.length > word.length && term.startsWith(word))
          add(this.#variants, term, { clause, cost: prefixCost(word, term), length: word.length });
      }
      meanings = this.#variants.get(term) ?? none;
      this.#known.set(term, meanings);
    }
    return meanings;
  }
}

/** Of two meanings for one clause the better one counts. */
function add(meanings: Map<string, Meaning[]>, term: string, meaning: Meaning): void {
  const list = meanings.get(term) ?? [];
  const known = list.findIndex(({ clause }) => clause === meaning.clause);
  if (known < 0) list.push(meaning);
  else if (meaning.cost < list[known]!.cost) list[known] = meaning;
  meanings.set(term, list);
}

import { editDistance } from '../../../shared/search/distance';
import type { Reader } from '../db/types';
import { lastTermId, newTerms, orderedTerms, readState } from './store';

/** A word of the index that a query's word may have meant. */
export interface Variant {
  term: string;
  /** 0: the very word; up to 1: hardly like it. */
  cost: number;
  /** How many documents have it. */
  documents: number;
  how: 'exact' | 'prefix' | 'similar';
}

interface Bucket {
  places: Uint32Array;
  masks: Uint32Array;
}

const prefixLimit = 48;
const similarLimit = 24;
/** Words that came since the last load are searched one by one; more than this and they are sorted in. */
const recentLimit = 4000;
/** Longer words than this are not compared for likeness. */
const longestCompared = 32;

/**
 * The words of the index in memory: sorted, for prefixes; and by length with a set of their letters as 32 bits, which rules
 * out nearly all words before any edit distance is computed: k edits bring in at most k letters and lose at most k.
 * Loaded at the first question, then kept up by reading only the words that are new.
 */
export class Vocabulary {
  #generation: string | null = null;
  #lastId = 0;
  #terms: string[] = [];
  #documents: number[] = [];
  #buckets = new Map<number, Bucket>();
  #recent = new Map<string, number>();

  get size(): number {
    return this.#terms.length + this.#recent.size;
  }

  /** Brings the words up to what the reader sees. */
  async refresh(db: Reader): Promise<void> {
    const generation = await readState(db, 'generation');
    // Many new words at once (a long import) are quicker read in order than one by one.
    if (generation !== this.#generation || (await lastTermId(db)) - this.#lastId > recentLimit) {
      const loaded = await orderedTerms(db);
      this.#lastId = loaded.lastId;
      this.#take(loaded.terms, loaded.documents);
      this.#generation = generation;
      return;
    }
    for (const { id, term, documents } of await newTerms(db, this.#lastId)) {
      this.#recent.set(term, documents);
      this.#lastId = id;
    }
    if (this.#recent.size <= recentLimit) return;
    const all = this.#terms.map((term, place): [string, number] => [term, this.#documents[place]!]);
    for (const entry of this.#recent) all.push(entry);
    all.sort(([a], [b]) => (a < b ? -1 : 1));
    this.#take(
      all.map(([term]) => term),
      all.map(([, documents]) => documents),
    );
  }

  #take(terms: string[], documents: number[]): void {
    this.#terms = terms;
    this.#documents = documents;
    this.#recent = new Map();
    const lengths = new Map<number, number>();
    for (const { length } of terms) lengths.set(length, (lengths.get(length) ?? 0) + 1);
    this.#buckets = new Map(
      [...lengths].map(([length, count]) => [
        length,
        { places: new Uint32Array(count), masks: new Uint32Array(count) },
      ]),
    );
    const filled = new Map<number, number>();
    terms.forEach((term, place) => {
      const at = filled.get(term.length) ?? 0;
      const bucket = this.#buckets.get(term.length)!;
      bucket.places[at] = place;
      bucket.masks[at] = letterSet(term);
      filled.set(term.length, at + 1);
    });
  }

  /** The word itself, if the index has it. */
  exact(word: string): Variant | null {
    const recent = this.#recent.get(word);
    const place = this.#lowerBound(word);
    const documents = recent ?? (this.#terms[place] === word ? this.#documents[place]! : undefined);
    return documents === undefined ? null : { term: word, cost: 0, documents, how: 'exact' };
  }

  /** Words that begin with this one, the most common first. */
  withPrefix(prefix: string): Variant[] {
    const found: Variant[] = [];
    const add = (term: string, documents: number) => {
      if (documents === 0 || term.length === prefix.length) return;
      const cost = 0.05 + 0.25 * (1 - prefix.length / term.length);
      found.push({ term, cost, documents, how: 'prefix' });
    };
    for (let place = this.#lowerBound(prefix); this.#terms[place]?.startsWith(prefix); place++) {
      add(this.#terms[place]!, this.#documents[place]!);
    }
    for (const [term, documents] of this.#recent) if (term.startsWith(prefix)) add(term, documents);
    return found.sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1)).slice(0, prefixLimit);
  }

  /** Words within one or two slips of the pen (none for short words and numbers), the likest and most common first. */
  similar(word: string): Variant[] {
    const edits = allowedEdits(word);
    if (edits === 0) return [];
    const mask = letterSet(word);
    const found: Variant[] = [];
    const consider = (term: string, documents: number) => {
      if (documents === 0 || term === word) return;
      const distance = editDistance(word, term, edits);
      if (distance > edits) return;
      const first = term.charCodeAt(0) === word.charCodeAt(0) ? 0 : 0.08;
      found.push({ term, cost: distance / (word.length + 1) + 0.12 + first, documents, how: 'similar' });
    };
    for (let length = word.length - edits; length <= word.length + edits; length++) {
      const bucket = this.#buckets.get(length);
      if (bucket === undefined) continue;
      const { masks, places } = bucket;
      for (let at = 0; at < masks.length; at++) {
        const other = masks[at]!;
        if (bits(other & ~mask) > edits || bits(mask & ~other) > edits) continue;
        consider(this.#terms[places[at]!]!, this.#documents[places[at]!]!);
      }
    }
    for (const [term, documents] of this.#recent) {
      if (Math.abs(term.length - word.length) <= edits) consider(term, documents);
    }
    return found
      .sort((a, b) => a.cost - b.cost || b.documents - a.documents || (a.term < b.term ? -1 : 1))
      .slice(0, similarLimit);
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#terms[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Numbers are never guessed at: 2022 is not a slip for 2023. */
export function allowedEdits(word: string): number {
  if (word.length < 4 || word.length > longestCompared || /\p{N}/u.test(word))
    return word.length === 3 && !/\p{N}/u.test(word) ? 1 : 0;
  return word.length < 6 ? 1 : 2;
}

function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    set |= 1 << (code >= 97 && code <= 122 ? code - 97 : code % 32);
  }
  return set >>> 0;
}

function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

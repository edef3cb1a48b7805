import { editDistance } from '../../../../shared/search/distance';
import type { Reader } from '../../db/types';
import { beginsWith, lowerBound, mergeWords, noWords, wordAt, type PackedWords } from './packed';
import { longestWanted, walkSimilar } from './similar';
import { soundDistance, soundsWanted } from '../../../../shared/search/sounds';
import { newTerms, orderedTerms, termsWithSounds } from './store';

/** A word of the index that a query's word may have meant. */
export interface Variant {
  term: string;
  /** 0: the very word; up to 1: hardly like it. */
  cost: number;
  /** About how many documents have it. */
  documents: number;
  how: 'exact' | 'prefix' | 'similar';
}

/** A letter or two begin too many words for rare ones to be meant; three may be all that is known of a rare one. */
const prefixLimits = { short: 40, long: 100 };
const similarLimit = 24;
/** How unlike two words may sound: محمد and Mohammad are .43. */
const mostUnlike = 0.45;
/** Of each script. */
const soundLimit = 8;
const scripts = [/^\p{Script=Latin}/u, /^\p{Script=Cyrillic}/u, /^\p{Script=Arabic}/u];
/** Words that came since the last load are searched one by one; more than this and they are sorted in. */
const recentLimit = 2000;
/** So many new words at once (a rebuilt index) are quicker read in order. */
const reloadLimit = 50_000;
const remembered = 300;

/**
 * The words of the index in memory. Loaded at the first question (half a second for half a million words), then kept up
 * by reading only the words that are new.
 */
export class Vocabulary {
  #generation: string | null = null;
  #lastNumber = 0;
  #words: PackedWords = noWords;
  #recent = new Map<string, number>();
  /** Answers of `similar`: as a query is typed, all words but the last are asked for again. */
  readonly #similar = new Map<string, Variant[]>();
  readonly #sounding = new Map<string, Variant[]>();

  get size(): number {
    return this.#words.count + this.#recent.size;
  }

  /** Brings the words up to what the reader sees: the index's generation, and the number of its last word. */
  async refresh(db: Reader, generation: string | null, lastNumber: number): Promise<void> {
    if (generation === this.#generation && lastNumber === this.#lastNumber) return;
    this.#similar.clear();
    this.#sounding.clear();
    if (generation !== this.#generation || lastNumber - this.#lastNumber > reloadLimit) {
      this.#words = await orderedTerms(db, lastNumber);
      this.#recent = new Map();
      this.#generation = generation;
    } else {
      for (const { term, documents } of await newTerms(db, this.#lastNumber)) this.#recent.set(term, documents);
      if (this.#recent.size > recentLimit) {
        this.#words = mergeWords(this.#words, this.#recent);
        this.#recent = new Map();
      }
    }
    this.#lastNumber = lastNumber;
  }

  /** The word itself, if the index has it. */
  exact(word: string): Variant | null {
    let documents = this.#recent.get(word);
    if (documents === undefined) {
      const place = lowerBound(this.#words, word);
      const found = beginsWith(this.#words, place, word) && wordAt(this.#words, place) === word;
      documents = found ? this.#words.documents[place]! : 0;
    }
    return documents === 0 ? null : { term: word, cost: 0, documents, how: 'exact' };
  }

  /** Words that begin with this one, the most common first. */
  withPrefix(prefix: string): Variant[] {
    const { documents, starts } = this.#words;
    const most = prefix.length < 3 ? prefixLimits.short : prefixLimits.long;
    // subtle: a letter begins tens of thousands of words, so places are chosen by count before words are made.
    let places: number[] = [];
    let least = 0;
    for (let place = lowerBound(this.#words, prefix); beginsWith(this.#words, place, prefix); place++) {
      if (documents[place]! <= least || starts[place + 1]! - starts[place]! === prefix.length) continue;
      places.push(place);
      if (places.length < most * 8) continue;
      places = places.sort((a, b) => documents[b]! - documents[a]!).slice(0, most);
      least = documents[places.at(-1)!]!;
    }
    const found = places
      .sort((a, b) => documents[b]! - documents[a]!)
      .slice(0, most)
      .map((place): [string, number] => [wordAt(this.#words, place), documents[place]!]);
    for (const [term, count] of this.#recent) {
      if (count > 0 && term.length > prefix.length && term.startsWith(prefix)) found.push([term, count]);
    }
    return found
      .map(([term, count]): Variant => ({ term, cost: prefixCost(prefix, term), documents: count, how: 'prefix' }))
      .sort(mostCommon)
      .slice(0, most);
  }

  /** Words within so many slips of the pen (one for short words, none for numbers), the likest and most common first. */
  similar(word: string, most: 1 | 2): Variant[] {
    const name = `${most} ${word}`;
    const known = this.#similar.get(name);
    if (known !== undefined) return known;
    const edits = Math.min(most, allowedEdits(word)) as 0 | 1 | 2;
    if (edits === 0) return [];
    const found: Variant[] = [];
    const add = (term: string, documents: number, distance: number) => {
      if (documents === 0 || distance === 0 || distance > edits) return;
      const first = term.charCodeAt(0) === word.charCodeAt(0) ? 0 : 0.08;
      // Two slips in a word are much rarer than one: what is nearer must not lose to what only stands closer together.
      const cost = Math.min(0.85, (distance === 1 ? 1 : 3) / (word.length + 1) + 0.12 + first);
      found.push({ term, cost, documents, how: 'similar' });
    };
    walkSimilar(this.#words, word, edits, (place, distance) =>
      add(wordAt(this.#words, place), this.#words.documents[place]!, distance),
    );
    for (const [term, documents] of this.#recent) {
      if (Math.abs(term.length - word.length) <= edits) add(term, documents, editDistance(word, term, edits));
    }
    const best = found.sort((a, b) => a.cost - b.cost || mostCommon(a, b)).slice(0, similarLimit);
    return remember(this.#similar, name, best);
  }

  /** Words of which a beginning is within a slip of this one: for a word that is being typed, misspelt already. */
  beginningLike(word: string): Variant[] {
    if (word.length < 5 || allowedEdits(word) === 0) return [];
    const found: Variant[] = [];
    const add = (term: string, documents: number) => {
      if (documents === 0) return;
      const cost = 0.2 + 1 / (word.length + 1) + 0.2 * (1 - Math.min(1, word.length / term.length));
      found.push({ term, cost, documents, how: 'similar' });
    };
    const visit = (place: number) => add(wordAt(this.#words, place), this.#words.documents[place]!);
    walkSimilar(this.#words, word, 1, visit, { beginnings: true });
    for (const [term, documents] of this.#recent) {
      const lengths = [word.length - 1, word.length, word.length + 1];
      if (lengths.some((length) => editDistance(word, term.slice(0, length), 1) <= 1)) add(term, documents);
    }
    return found.sort(mostCommon).slice(0, similarLimit);
  }

  /** Words that sound like each of these, in any script, the likest first. One question to the database for all of them. */
  async sounding(db: Reader, words: readonly string[]): Promise<ReadonlyMap<string, Variant[]>> {
    const wanted = new Map(words.filter((word) => !this.#sounding.has(word)).map((word) => [word, soundsWanted(word)]));
    const sounds = [...new Set([...wanted.values()].flat())];
    const rows = sounds.length === 0 ? [] : await termsWithSounds(db, sounds);
    for (const [word, keys] of wanted) {
      const variants = new Map<string, Variant>();
      for (const { sound, term, documents } of rows) {
        if (term === word || !keys.includes(sound)) continue;
        const unlike = soundDistance(word, term);
        if (unlike <= mostUnlike) variants.set(term, { term, cost: 0.14 + unlike / 2, documents, how: 'similar' });
      }
      const best = [...variants.values()].sort((a, b) => a.cost - b.cost || mostCommon(a, b));
      remember(this.#sounding, word, someOfEachScript(best));
    }
    return new Map(words.map((word) => [word, this.#sounding.get(word) ?? []]));
  }
}

export const mostCommon = (a: Variant, b: Variant) => b.documents - a.documents || (a.term < b.term ? -1 : 1);

/** The first few of each script, so that many in one do not push out the only one in another. */
function someOfEachScript(variants: readonly Variant[]): Variant[] {
  const kept = new Map<string, number>();
  return variants.filter(({ term }) => {
    const script = scripts.find((known) => known.test(term))?.source ?? '';
    const count = (kept.get(script) ?? 0) + 1;
    kept.set(script, count);
    return count <= soundLimit;
  });
}

/** What a word costs that is meant by its beginning: less the more of it is typed. */
export function prefixCost(prefix: string, term: string): number {
  return 0.05 + 0.25 * (1 - prefix.length / term.length);
}

function remember(answers: Map<string, Variant[]>, word: string, variants: Variant[]): Variant[] {
  const oldest = answers.size >= remembered ? answers.keys().next().value : undefined;
  if (oldest !== undefined) answers.delete(oldest);
  answers.set(word, variants);
  return variants;
}

/** Numbers are never guessed at: 2022 is not a slip for 2023. */
export function allowedEdits(word: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(word) || word.length < 3 || word.length > longestWanted) return 0;
  return word.length < 6 ? 1 : 2;
}

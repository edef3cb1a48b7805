import type { TextRange } from '../search/types';
import {
  apart,
  contextOf,
  leastWords,
  measure,
  overlap,
  Passage,
  placesOfAny,
  placesOfLikes,
  placesOfWords,
  prepared,
  sureContext,
  type Place,
  type SearchedText,
} from './places';
import { keysOf } from './seeds';
import { finish } from './steps';
import { agreesFarther } from './surroundings';

/** What became of a passage in a later text. See docs/decisions/0056. */
export const verdicts = ['exact', 'moved', 'changed', 'ambiguous', 'lost'] as const;
export type Verdict = (typeof verdicts)[number];

/** A place of the later text that may be the passage. */
export interface AnchorCandidate {
  start: number;
  end: number;
  /** How alike the words are; 1 when only typography differs. */
  words: number;
  /** The share of what stood around the passage that stands around this place, 0 to 1. */
  context: number;
  /** Both together, by letters: 0 to 1. */
  score: number;
}

/** `candidates` begins with the place of an exact, moved or changed passage; best first. */
export interface Reanchoring {
  verdict: Verdict;
  candidates: AnchorCandidate[];
}

/** At most so many candidates are shown. */
const mostShown = 9;
/** One candidate is clearly better than another when so many more letters agree: about three words. */
const clearLetters = 20;
/** Less context than this is none: unrelated prose agrees by a quarter to a third. */
const leastContext = 0.5;
/** What changed words and their context together must have in common with the passage. */
const leastScore = 0.6;
/** So many different words are told from others by themselves. */
const tellingWords = 5;

/**
 * Finds passages of an older text in a newer one. A place counts only if the way leads there **and back**: looked for in the
 * older text, it must lead to the passage and not to a twin of it. So a look-alike is never taken for a passage that is gone.
 */
export function reanchor(older: string, newer: string, passages: readonly TextRange[]): Reanchoring[] {
  return finish(reanchorInSteps(older, newer, passages));
}

/** The same in steps, for long texts and many passages. */
export function* reanchorInSteps(
  older: string,
  newer: string,
  passages: readonly TextRange[],
): Generator<void, Reanchoring[]> {
  const from = yield* prepared(older);
  const to = yield* prepared(newer);
  const wanted = passages.map((range) => new Passage(older, range));
  const same = yield* placesOfWords(wanted, to);
  const own = yield* leadingBack(wanted, same, from, newer, placesOfWords);
  // What is no longer found by its words, or stands there alone among strangers, is looked for by likeness.
  const open = wanted.flatMap((passage, index) =>
    own[index]!.some((place) => contextOf(passage, place) >= leastContext) ? [] : [index],
  );
  const openPassages = open.map((index) => wanted[index]!);
  const alike = yield* placesOfLikes(openPassages, to);
  const loose = open.map((index, nth) => apart([...own[index]!, ...alike[nth]!]));
  const back = yield* leadingBack(openPassages, loose, from, newer, placesOfAny);
  for (const [nth, index] of open.entries()) own[index] = back[nth]!;
  return wanted.map((passage, index) => judge(passage, newer, own[index]!));
}

interface Own extends Place {
  /** Places of the older text, other than the passage's own, that this place is like. */
  twins: Place[];
}

type Search = (passages: readonly Passage[], text: SearchedText) => Generator<void, Place[][]>;

/** Of the places found for each passage those that lead back to it. */
function* leadingBack(
  passages: readonly Passage[],
  found: readonly Place[][],
  older: SearchedText,
  newer: string,
  search: Search,
): Generator<void, Own[][]> {
  const backwards = found.flat().map(({ range }) => new Passage(newer, range));
  const back = yield* search(backwards, older);
  let next = 0;
  return passages.map((passage, index) =>
    found[index]!.flatMap((place): Own[] => {
      const nth = next++;
      const twins = back[nth]!.filter(({ range }) => !overlap(range, passage.range));
      const own = measure(backwards[nth]!, older.raw, passage.range, place.words);
      return twins.some((twin) => isCloser(twin, own, backwards[nth]!, older.raw)) ? [] : [{ ...place, twins }];
    }),
  );
}

/** Whether a place of the newer text is more like another passage of the older one than like the passage it was found for. */
function isCloser(twin: Place, own: Place, place: Passage, older: string): boolean {
  if (twin.letters !== own.letters) return twin.letters > own.letters;
  return agreesFarther(place.text, place.range, older, twin.range, own.range);
}

function judge(passage: Passage, newer: string, own: readonly Own[]): Reanchoring {
  const [best] = [...own].sort((a, b) =>
    b.letters !== a.letters
      ? b.letters - a.letters
      : Number(agreesFarther(passage.text, passage.range, newer, b.range, a.range)) -
        Number(agreesFarther(passage.text, passage.range, newer, a.range, b.range)),
  );
  if (best === undefined) return { verdict: 'lost', candidates: [] };
  const others = own.filter((place) => place !== best);
  const show = (places: readonly Place[]) => places.slice(0, mostShown).map((place) => asCandidate(passage, place));
  if (!isConvincing(passage, best)) return { verdict: 'lost', candidates: show([best, ...others]) };
  const rivals = others.filter((place) => isConvincing(passage, place) && !isClearlyWorse(passage, newer, place, best));
  if (rivals.length > 0) return { verdict: 'ambiguous', candidates: show([best, ...rivals]) };
  const candidates = show([best, ...others]);
  if (best.words < 1) return { verdict: 'changed', candidates };
  const unchanged = newer.slice(...best.range) === passage.text.slice(...passage.range);
  return { verdict: unchanged && contextOf(passage, best) >= sureContext ? 'exact' : 'moved', candidates };
}

function hasWholeContext(passage: Passage, place: Place): boolean {
  return place.agreeing === passage.contextSize;
}

function scoreOf(passage: Passage, { letters }: Place): number {
  return letters / (passage.words.length + passage.contextSize);
}

/** Whether a place may be taken for the passage if no other stands against it. */
function isConvincing(passage: Passage, place: Own): boolean {
  if (place.words < 1) return place.words >= leastWords && scoreOf(passage, place) >= leastScore;
  if (contextOf(passage, place) >= leastContext) return true;
  // Words alone are enough when they are many and stood nowhere else.
  return keysOf(passage.words).length >= tellingWords && place.twins.every(({ words }) => words < 1);
}

function isClearlyWorse(passage: Passage, newer: string, place: Place, best: Place): boolean {
  if (best.letters - place.letters >= clearLetters) return true;
  if (best.words === 1 && hasWholeContext(passage, best) && !hasWholeContext(passage, place)) return true;
  return agreesFarther(passage.text, passage.range, newer, best.range, place.range);
}

function asCandidate(passage: Passage, place: Place): AnchorCandidate {
  const rounded = (share: number) => Math.round(share * 1000) / 1000;
  return {
    start: place.range[0],
    end: place.range[1],
    words: place.words === 1 ? 1 : Math.min(0.999, rounded(place.words)),
    context: rounded(contextOf(passage, place)),
    score: rounded(scoreOf(passage, place)),
  };
}

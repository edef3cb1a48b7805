import type { FoldedText } from '../search/clusters';
import { findInSteps } from '../search/find';
import { isInsideWord } from '../search/tokens';
import type { TextRange } from '../search/types';
import { closestPlace, likeness } from './closest';
import { reachOf } from './nearest';
import { keysOf, likelyWindows, placesOfKeys } from './seeds';
import {
  agreement,
  backwards,
  contextLength,
  contextSize,
  sameAround,
  surroundingsOf,
  type Surroundings,
} from './surroundings';
import { foldTypography, foldTypographyWithMap, typographyFolding } from './typography';

/** At most so many places of one passage are compared. */
const mostCompared = 20;
/** Of very many places with the same words only so many are looked at closely. */
const mostMeasured = 80;
const mostFound = 1000;
/** Changed words are the passage's when at least so much of them agrees. */
export const leastWords = 0.5;
/** With so much context a place is the old one, whatever became of the words. */
export const sureContext = 0.75;

/** A text in which passages are looked for. */
export interface SearchedText {
  raw: string;
  folded: FoldedText;
}

const foldStep = 1 << 18;

export function* prepared(raw: string): Generator<void, SearchedText> {
  return { raw, folded: yield* typographyFolding.foldInSteps(raw, foldStep) };
}

/** A passage to look for: its words and what stands around it. */
export class Passage {
  readonly words: string;
  readonly around: Surroundings;
  readonly contextSize: number;
  /** A selection that begins or ends inside a word may be found inside one. */
  readonly wholeWords: boolean;

  constructor(
    readonly text: string,
    readonly range: TextRange,
  ) {
    this.words = foldTypography(text.slice(...range)).trim();
    this.around = surroundingsOf(text, range);
    this.contextSize = contextSize(this.around);
    this.wholeWords = !isInsideWord(text, range[0]) && !isInsideWord(text, range[1]);
  }

  /** The words with some of their context: by this a short passage is looked for. */
  get withContext(): string {
    const [start, end] = this.range;
    return this.text.slice(Math.max(0, start - contextLength), end + contextLength);
  }
}

/** A place found for a passage, and how well it fits. */
export interface Place {
  range: TextRange;
  words: number;
  /** Letters of the context that agree. */
  agreeing: number;
  /** Letters that agree, words and context together. */
  letters: number;
}

export function measure(passage: Passage, text: string, range: TextRange, known?: number): Place {
  const words = known ?? likeness(passage.words, foldTypography(text.slice(...range)).trim());
  const agreeing = agreement(passage.around, surroundingsOf(text, range));
  return { range, words, agreeing, letters: words * passage.words.length + agreeing };
}

/** Where the words of each passage stand in a text, best first. */
export function* placesOfWords(passages: readonly Passage[], text: SearchedText): Generator<void, Place[][]> {
  const places: Place[][] = [];
  for (const passage of passages) {
    const ranges = nearest(passage, text.raw, yield* rangesOfWords(passage, text.folded));
    places.push(bestOf(ranges.map((range) => measure(passage, text.raw, range, 1))));
    yield;
  }
  return places;
}

function* rangesOfWords({ words, wholeWords }: Passage, folded: FoldedText): Generator<void, TextRange[]> {
  const ranges: TextRange[] = [];
  for (const found of findInSteps(folded, words, { wholeWords, overlapping: true })) {
    ranges.push(...found);
    if (ranges.length >= mostFound) break;
    yield;
  }
  return ranges;
}

/** Of the places of the same words those that are worth measuring. */
function nearest(passage: Passage, text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  if (ranges.length <= mostMeasured) return ranges;
  return ranges
    .map((range) => ({ range, same: sameAround(passage.around, surroundingsOf(text, range)) }))
    .sort((a, b) => b.same - a.same)
    .slice(0, mostMeasured)
    .map(({ range }) => range);
}

/** Where stretches stand that are like each passage, best first. */
export function* placesOfLikes(passages: readonly Passage[], { raw }: SearchedText): Generator<void, Place[][]> {
  const keys = passages.map(({ withContext }) => keysOf(withContext));
  const keyPlaces = yield* placesOfKeys(raw, keys.flat());
  const places: Place[][] = [];
  for (const [index, passage] of passages.entries()) {
    const windows = likelyWindows(keys[index]!, keyPlaces, raw.length, reachOf(passage.withContext));
    const found = windows.map(([from, to]) => likestPlace(passage, raw, from, to));
    places.push(apart(found.filter((place) => place !== null)));
    yield;
  }
  return places;
}

/** Both together. */
export function* placesOfAny(passages: readonly Passage[], text: SearchedText): Generator<void, Place[][]> {
  const same = yield* placesOfWords(passages, text);
  const alike = yield* placesOfLikes(passages, text);
  return same.map((places, index) => apart([...places, ...alike[index]!]));
}

function bestOf(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => b.letters - a.letters).slice(0, mostCompared);
}

/** The best places first, and of those that overlap only the best. */
export function apart(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of bestOf(places)) if (!kept.some(({ range }) => overlap(range, place.range))) kept.push(place);
  return kept;
}

/** The place in a window most like a passage: between what stood around it or, where that has changed, by its words. */
function likestPlace(passage: Passage, text: string, from: number, to: number): Place | null {
  const window = foldTypographyWithMap(text.slice(from, to));
  const measured = (place: TextRange | null) => {
    if (place === null) return null;
    const [start, end] = window.toOriginal(...place);
    return measure(passage, text, [from + start, from + end]);
  };
  const between = measured(placeBetween(passage, window));
  if (between !== null && between.words >= leastWords && contextOf(passage, between) >= sureContext) return between;
  const byWords = measured(closestPlace(window.text, passage.words));
  if (byWords === null || between === null) return byWords ?? between;
  return between.letters > byWords.letters ? between : byWords;
}

/** So much of the context on each side marks where a passage was. */
const markLength = 32;

function placeBetween({ words, around }: Passage, { text }: FoldedText): TextRange | null {
  const before = closestPlace(text, backwards(around.before.slice(0, markLength)));
  if (before === null) return null;
  const after = closestPlace(text.slice(before[1]), around.after.slice(0, markLength));
  if (after === null || after[0] > 2 * words.length + markLength) return null;
  const [start, end] = [before[1], before[1] + after[0]];
  const between = text.slice(start, end);
  const trimmed: TextRange = [
    start + (between.length - between.trimStart().length),
    end - (between.length - between.trimEnd().length),
  ];
  return trimmed[0] < trimmed[1] ? trimmed : null;
}

export function overlap(a: TextRange, b: TextRange): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The share of a passage's context that stands around a place. */
export function contextOf(passage: Passage, { agreeing }: Place): number {
  return passage.contextSize === 0 ? 1 : agreeing / passage.contextSize;
}

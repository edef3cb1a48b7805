import type { TextRange } from './types';

/**
 * The engine under both foldings (letters in `fold.ts`, typography in `anchoring/typography.ts`): walks a text cluster by
 * cluster (a code point with the marks and invisible characters after it), so that every folded unit knows the
 * original range it came from, even when one character becomes three or vanishes.
 */
export interface FoldedText {
  readonly text: string;
  /** Original UTF-16 range of the folded half-open range; an empty range gives an empty range. */
  toOriginal(start: number, end: number): TextRange;
  /** Whether a place in the folded text is inside what one character of the original became, as between `s` and `s` of `ß`. */
  cutsCharacter(at: number): boolean;
}

/**
 * Characters that are never seen: soft hyphen, zero-width characters, joiners, direction marks, byte order mark. The
 * half-width voiced marks are here because they turn into combining marks and must be normalised with their base; vowels and
 * finals of taken-apart Hangul because a syllable is one character.
 */
const continuing =
  '\\p{M}\\u00AD\\u0640\\u061C\\u1160-\\u11FF\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFF9E\\uFF9F';
export const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
// subtle: at most 32 marks a cluster, because normalising a very long run of marks takes quadratic time.
const cluster = new RegExp(`[^][${continuing}]{0,32}`, 'uy');
// subtle: with the high surrogates, since some marks are pairs; `cluster` then looks closer.
const mayContinue = new RegExp(`^[${continuing}\\uD800-\\uDBFF]`, 'u');

const cacheLimit = 20_000;
/** Not units of any folded text: white space and control characters become U+0020. */
const notLookedUp = 0;
const notOneUnit = 1;

export interface Folding {
  fold(text: string): string;
  foldWithMap(text: string): FoldedText;
  /** The same for long texts, which would keep a window waiting: each step folds about `step` UTF-16 code units. */
  foldInSteps(text: string, step: number): Generator<undefined, FoldedText>;
}

/**
 * Makes a folding from what one cluster becomes: a code point and its marks. Runs of white space and control characters
 * become one space.
 */
export function makeFolding(foldCluster: (cluster: string) => string): Folding {
  /** What a code unit that stands alone becomes, where that is one unit: nearly all of most texts. */
  const alone = new Uint16Array(0x1_0000);
  const cache = new Map<string, string>();

  function unitOf(code: number): number {
    if (alone[code] === notLookedUp) {
      const folded = code >= 0xd800 && code <= 0xdfff ? '' : foldCluster(String.fromCharCode(code));
      alone[code] = folded.length === 1 ? folded.charCodeAt(0) : notOneUnit;
    }
    return alone[code]!;
  }

  function cached(original: string): string {
    let folded = cache.get(original);
    if (folded === undefined) {
      folded = foldCluster(original);
      if (original.length <= 4) {
        if (cache.size >= cacheLimit) cache.clear();
        cache.set(original, folded);
      }
    }
    return folded;
  }

  /** Folds the clusters that begin in [at, stop) and gives the end of the last. */
  function walk(text: string, at: number, stop: number, into: Folded): number {
    while (at < stop) {
      const runEnd = into.addRun(text, at, stop, unitOf);
      if (runEnd > at) {
        at = runEnd;
        continue;
      }
      cluster.lastIndex = at;
      const original = cluster.exec(text)?.[0] ?? text[at]!;
      into.addCluster(cached(original), at, at + original.length);
      at += original.length;
    }
    return at;
  }

  function foldWithMap(text: string): FoldedText {
    const folded = new Folded(text.length);
    walk(text, 0, text.length, folded);
    return folded;
  }

  return {
    fold: (text) => foldWithMap(text).text,
    foldWithMap,
    *foldInSteps(text, step) {
      const folded = new Folded(text.length);
      for (let at = 0; at < text.length;) {
        at = walk(text, at, Math.min(text.length, at + step), folded);
        yield;
      }
      return folded;
    },
  };
}

const continues = new Uint8Array(0x1_0000);

function isContinued(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (continues[code] === 0) continues[code] = mayContinue.test(String.fromCharCode(code)) ? 2 : 1;
  return continues[code] === 2;
}

const space = 0x20;

/**
 * A folded text as it grows. Nearly always one unit became one unit, so the map is kept by stretches: the n-th begins at
 * `#starts[n]` in the folded and at `#origins[n]` in the original text, and either goes on unit by unit (width 0) or is
 * what one cluster of that width became.
 */
class Folded implements FoldedText {
  readonly #parts: string[] = [];
  #text: string | null = null;
  #length = 0;
  #spaced = false;
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];
  readonly #widths: number[] = [];

  constructor(private readonly originalLength: number) {}

  /** Adds the units from `at` on that stand alone and become one unit each, up to the first that changes; gives where they end. */
  addRun(text: string, at: number, stop: number, unitOf: (code: number) => number): number {
    let end = at;
    let changed = '';
    for (let spaced = this.#spaced; end < stop && changed === '';) {
      const code = text.charCodeAt(end);
      const unit = unitOf(code);
      if (unit === notOneUnit || (unit === space && spaced) || isContinued(text, end + 1)) break;
      if (unit === code) end += 1;
      else changed = String.fromCharCode(unit);
      spaced = unit === space;
    }
    const run = text.slice(at, end) + changed;
    if (run === '') return at;
    if (!this.#goesOnAt(at)) this.#begin(at, 0);
    this.#parts.push(run);
    this.#length += run.length;
    this.#spaced = run.endsWith(' ');
    return at + run.length;
  }

  #goesOnAt(origin: number): boolean {
    const last = this.#starts.length - 1;
    return (
      last >= 0 && this.#widths[last] === 0 && this.#origins[last]! + this.#length - this.#starts[last]! === origin
    );
  }

  /** A cluster that became any number of units. */
  addCluster(folded: string, origin: number, end: number): void {
    let begun = false;
    for (const unit of folded.split('')) {
      if (unit === ' ' && this.#spaced) {
        this.#widenLast(end);
        continue;
      }
      if (!begun) this.#begin(origin, end - origin);
      begun = true;
      this.#parts.push(unit);
      this.#length += 1;
      this.#spaced = unit === ' ';
    }
  }

  #begin(origin: number, width: number, start = this.#length): void {
    this.#starts.push(start);
    this.#origins.push(origin);
    this.#widths.push(width);
  }

  /** More white space after a space belongs to it. */
  #widenLast(end: number): void {
    const at = this.#length - 1;
    const origin = this.#startOf(at);
    const last = this.#starts.length - 1;
    if (this.#starts[last] === at) this.#widths[last] = end - origin;
    else this.#begin(origin, end - origin, at);
  }

  get text(): string {
    return (this.#text ??= this.#parts.splice(0).join(''));
  }

  toOriginal(from: number, to: number): TextRange {
    if (from >= this.#length) return [this.originalLength, this.originalLength];
    const start = this.#startOf(Math.max(0, from));
    return to <= from ? [start, start] : [start, this.#endOf(Math.min(to, this.#length) - 1)];
  }

  cutsCharacter(at: number): boolean {
    return at > 0 && at < this.#length && this.#startOf(at) < this.#endOf(at - 1);
  }

  #startOf(at: number): number {
    const stretch = this.#stretchOf(at);
    const origin = this.#origins[stretch]!;
    return this.#widths[stretch] === 0 ? origin + at - this.#starts[stretch]! : origin;
  }

  #endOf(at: number): number {
    const stretch = this.#stretchOf(at);
    const width = this.#widths[stretch]!;
    return this.#origins[stretch]! + (width === 0 ? at - this.#starts[stretch]! + 1 : width);
  }

  #stretchOf(at: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}

/**
 * Very many sorted words in a few typed arrays: about 12 bytes a word and its letters, no object each. Order is by code point,
 * as SQLite's, whose page of words is taken in as it comes.
 */
export interface PackedWords {
  readonly count: number;
  /** UTF-16 code units of all words, one after another. */
  readonly units: Uint16Array;
  /** Where each word begins; one more at the end. */
  readonly starts: Uint32Array;
  /** How many units a word shares with the one before it. */
  readonly shared: Uint8Array;
  /** The unit after those: most words are left after it, and here it lies beside that of their neighbours. */
  readonly turns: Uint16Array;
  /** The place of the next word that shares no more than this one does: what lies between begins with it and its turn. */
  readonly next: Uint32Array;
  readonly documents: Uint32Array;
}

export const noWords: PackedWords = {
  count: 0,
  units: new Uint16Array(0),
  starts: new Uint32Array(1),
  shared: new Uint8Array(0),
  turns: new Uint16Array(0),
  next: new Uint32Array(0),
  documents: new Uint32Array(0),
};

const space = 0x20;

/** Packs pages of words in order: the words joined by spaces, and their counts joined by spaces. */
export function packPages(pages: readonly { terms: string; documents: string }[], count: number): PackedWords {
  const length = pages.reduce((sum, { terms }) => sum + terms.length, 0);
  const packed = emptyFor(count, length - (count - pages.length));
  let place = 0;
  let at = 0;
  for (const { terms, documents } of pages) {
    let digits = 0;
    for (let from = 0; from <= terms.length && terms.length > 0; from++) {
      const unit = from < terms.length ? terms.charCodeAt(from) : space;
      if (unit !== space) {
        packed.units[at++] = unit;
        continue;
      }
      let number = 0;
      for (; digits < documents.length && documents.charCodeAt(digits) !== space; digits++)
        number = number * 10 + documents.charCodeAt(digits) - 48;
      digits += 1;
      endWord(packed, place++, at, number);
    }
  }
  return linked(packed);
}

/** The words and further ones, which must not be among them. */
export function mergeWords(words: PackedWords, more: ReadonlyMap<string, number>): PackedWords {
  const added = [...more].sort(([a], [b]) => compareWords(a, b));
  const length = words.units.length + added.reduce((sum, [term]) => sum + term.length, 0);
  const packed = emptyFor(words.count + added.length, length);
  let place = 0;
  let at = 0;
  let next = 0;
  for (const [term, documents] of [...added, null].map((entry) => entry ?? (['', 0] as const))) {
    const until = term === '' ? words.count : lowerBound(words, term);
    for (; next < until; next++) {
      const from = words.starts[next]!;
      const to = words.starts[next + 1]!;
      packed.units.set(words.units.subarray(from, to), at);
      at += to - from;
      endWord(packed, place++, at, words.documents[next]!);
    }
    if (term === '') break;
    for (let unit = 0; unit < term.length; unit++) packed.units[at++] = term.charCodeAt(unit);
    endWord(packed, place++, at, documents);
  }
  return linked(packed);
}

function emptyFor(count: number, length: number): PackedWords {
  return {
    count,
    units: new Uint16Array(length),
    starts: new Uint32Array(count + 1),
    shared: new Uint8Array(count),
    turns: new Uint16Array(count),
    next: new Uint32Array(count),
    documents: new Uint32Array(count),
  };
}

/** Closes the word that ends at `end`. */
function endWord(words: PackedWords, place: number, end: number, count: number): void {
  const { units, starts, shared, turns } = words;
  starts[place + 1] = end;
  words.documents[place] = count;
  const start = starts[place]!;
  const before = place === 0 ? start : starts[place - 1]!;
  const most = Math.min(end - start, start - before, 255);
  let same = 0;
  while (same < most && units[start + same] === units[before + same]) same += 1;
  shared[place] = same;
  turns[place] = units[start + same]!;
}

export function wordAt({ units, starts }: PackedWords, place: number): string {
  return String.fromCharCode(...units.subarray(starts[place]!, starts[place + 1]!));
}

/** Fills `next`, when all words are there: from the end, so that what is stepped over is linked already. */
function linked(words: PackedWords): PackedWords {
  const { count, shared, next } = words;
  for (let place = count - 1; place >= 0; place--) {
    let after = place + 1;
    while (after < count && shared[after]! > shared[place]!) after = next[after]!;
    next[place] = after;
  }
  return words;
}

/** Place of the next word that does not begin as this one does up to `depth`, which is beyond what it shares. */
export function nextBeginning({ count, shared, next }: PackedWords, place: number, depth: number): number {
  if (depth === shared[place]! + 1) return next[place]!;
  let after = place + 1;
  while (after < count && shared[after]! >= depth) after = next[after]!;
  return after;
}

/** Place of the first word that is not before this one. */
export function lowerBound(words: PackedWords, word: string): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAt(words, middle, word) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the word at that place begins with this one. */
export function beginsWith({ count, units, starts }: PackedWords, place: number, prefix: string): boolean {
  if (place >= count) return false;
  const start = starts[place]!;
  if (starts[place + 1]! - start < prefix.length) return false;
  for (let unit = 0; unit < prefix.length; unit++) {
    if (units[start + unit] !== prefix.charCodeAt(unit)) return false;
  }
  return true;
}

function compareAt({ units, starts }: PackedWords, place: number, word: string): number {
  const start = starts[place]!;
  const length = starts[place + 1]! - start;
  const most = Math.min(length, word.length);
  for (let unit = 0; unit < most; unit++) {
    const difference = byCodePoint(units[start + unit]!) - byCodePoint(word.charCodeAt(unit));
    if (difference !== 0) return difference;
  }
  return length - word.length;
}

function compareWords(a: string, b: string): number {
  for (let unit = 0; unit < Math.min(a.length, b.length); unit++) {
    const difference = byCodePoint(a.charCodeAt(unit)) - byCodePoint(b.charCodeAt(unit));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** subtle: surrogates stand for code points above all others, but as units lie below U+E000. */
function byCodePoint(unit: number): number {
  return unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

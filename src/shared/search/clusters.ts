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
}

/**
 * Characters that are never seen: soft hyphen, zero-width characters, joiners, direction marks, byte order mark. The
 * half-width voiced marks are here because they turn into combining marks and must be normalised with their base.
 */
const continuing =
  '\\p{M}\\u00AD\\u0640\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFF9E\\uFF9F';
export const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
// subtle: at most 32 marks a cluster, because normalising a very long run of marks takes quadratic time.
const cluster = new RegExp(`[^][${continuing}]{0,32}`, 'uy');

const cacheLimit = 20_000;

export interface Folding {
  fold(text: string): string;
  foldWithMap(text: string): FoldedText;
}

/**
 * Makes a folding from what one cluster becomes. `foldCluster` gets a code point and its marks, never plain ASCII, which
 * is given by `ascii` (called once a character). Runs of white space become one space.
 */
export function makeFolding(ascii: (character: string) => string, foldCluster: (cluster: string) => string): Folding {
  const asciiTable = Array.from({ length: 128 }, (_, code) => ascii(String.fromCharCode(code)));
  const cache = new Map<string, string>();

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

  /** Calls `emit` for every cluster: what it becomes, where it began and ended. */
  function walk(text: string, emit: (folded: string, start: number, end: number) => void): void {
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code < 128 && (at + 1 === text.length || text.charCodeAt(at + 1) < 128)) {
        emit(asciiTable[code]!, at, at + 1);
        at += 1;
        continue;
      }
      cluster.lastIndex = at;
      const original = cluster.exec(text)?.[0] ?? text[at]!;
      const end = at + original.length;
      emit(original.length === 1 && code < 128 ? asciiTable[code]! : cached(original), at, end);
      at = end;
    }
  }

  return {
    fold(text) {
      const parts: string[] = [];
      let spaced = false;
      walk(text, (folded) => {
        if (folded === '') return;
        if (folded === ' ') {
          if (!spaced) parts.push(folded);
          spaced = true;
          return;
        }
        parts.push(spaced && folded.startsWith(' ') ? folded.slice(1) : folded);
        spaced = folded.endsWith(' ');
      });
      return parts.join('');
    },

    foldWithMap(text) {
      const parts: string[] = [];
      let starts = new Uint32Array(text.length + 16);
      let ends = new Uint32Array(text.length + 16);
      let length = 0;
      let spaced = false;
      walk(text, (folded, start, end) => {
        if (folded === '') return;
        for (const unit of folded.split('')) {
          if (unit === ' ' && spaced) {
            ends[length - 1] = end;
            continue;
          }
          if (length === starts.length) {
            starts = grown(starts);
            ends = grown(ends);
          }
          parts.push(unit);
          starts[length] = start;
          ends[length] = end;
          length += 1;
          spaced = unit === ' ';
        }
      });
      return {
        text: parts.join(''),
        toOriginal(from, to) {
          if (from >= length) return [text.length, text.length];
          const start = starts[Math.max(0, from)]!;
          return to <= from ? [start, start] : [start, ends[Math.min(to, length) - 1]!];
        },
      };
    },
  };
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

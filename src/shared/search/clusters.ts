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
 * Makes a folding from what one cluster becomes (`foldCluster`: a code point and its marks) and what printable ASCII
 * becomes (`asciiRun`, which must keep the length). Runs of white space and control characters become one space.
 */
export function makeFolding(asciiRun: (run: string) => string, foldCluster: (cluster: string) => string): Folding {
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

  /**
   * Calls `emitRun` for stretches of plain ASCII with single spaces inside (same length folded) and `emit` for every
   * other cluster: what it becomes, where it began and ended.
   */
  function walk(
    text: string,
    emitRun: (folded: string, start: number) => void,
    emit: (folded: string, start: number, end: number) => void,
  ): void {
    let at = 0;
    while (at < text.length) {
      const runEnd = plainRunEnd(text, at);
      if (runEnd > at) {
        emitRun(asciiRun(text.slice(at, runEnd)), at);
        at = runEnd;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code < 128 && (at + 1 === text.length || text.charCodeAt(at + 1) < 128)) {
        emit(code === 0x60 ? asciiRun('`') : ' ', at, at + 1);
        at += 1;
        continue;
      }
      cluster.lastIndex = at;
      const original = cluster.exec(text)?.[0] ?? text[at]!;
      emit(cached(original), at, at + original.length);
      at += original.length;
    }
  }

  return {
    fold(text) {
      const parts: string[] = [];
      let spaced = false;
      const emitRun = (run: string) => {
        parts.push(run);
        spaced = false;
      };
      walk(text, emitRun, (folded) => {
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
      const emitRun = (run: string, start: number) => {
        while (length + run.length > starts.length) {
          starts = grown(starts);
          ends = grown(ends);
        }
        parts.push(run);
        for (let place = 0; place < run.length; place++) {
          starts[length + place] = start + place;
          ends[length + place] = start + place + 1;
        }
        length += run.length;
        spaced = false;
      };
      walk(text, emitRun, (folded, start, end) => {
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

/** End of the printable ASCII from `start` on, single spaces inside included, marks that follow it excluded. */
function plainRunEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f && code !== 0x60) continue;
    if (code === 0x20 && at > start && text.charCodeAt(at - 1) !== 0x20) continue;
    break;
  }
  // subtle: what is not ASCII may be a mark on the last character, which then is a cluster with it.
  if (at < text.length && text.charCodeAt(at) >= 128) at -= 1;
  while (at > start && text.charCodeAt(at - 1) === 0x20) at -= 1;
  return Math.max(at, start);
}

import type { TextRange } from '../search/types';

/** How much text around a quotation tells it from its twins; UTF-16 code units. */
const contextLength = 64;

/** A W3C TextPositionSelector and TextQuoteSelector in one (Web Annotation Data Model, 4.2.4 and 4.2.5). */
export interface TextSelector {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Selectors for a range of a snapshot's text. The range is put in order, kept inside the text and never cuts a surrogate
 * pair; it may come out empty, which is for the caller to refuse.
 */
export function selectRange(text: string, start: number, end: number): TextSelector {
  const [from, to] = snapRange(text, start, end);
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(snapBack(text, Math.max(0, from - contextLength)), from),
    suffix: text.slice(to, snapForward(text, Math.min(text.length, to + contextLength))),
  };
}

/** The range in order, inside the text, widened to whole code points. */
export function snapRange(text: string, start: number, end: number): TextRange {
  const inside = (offset: number) => Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const low = Math.min(inside(start), inside(end));
  const high = Math.max(inside(start), inside(end));
  if (low === high) return [snapBack(text, low), snapBack(text, low)];
  return [snapBack(text, low), snapForward(text, high)];
}

/** The range without white space at its ends, which a selection by mouse often has. */
export function trimRange(text: string, start: number, end: number): TextRange {
  const [low, high] = snapRange(text, start, end);
  const slice = text.slice(low, high);
  const trimmedStart = low + (slice.length - slice.trimStart().length);
  return [trimmedStart, Math.max(trimmedStart, low + slice.trimEnd().length)];
}

function cutsPair(text: string, offset: number): boolean {
  return offset > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

function snapBack(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset - 1 : offset;
}

function snapForward(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset + 1 : offset;
}

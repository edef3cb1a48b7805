import { endsInAbbreviation } from '../anchoring';
import type { TextRange } from '../search/types';
import { findQuotes } from '../suggesting/text/quotes';
import {
  citationsIn,
  marksIn,
  placeIn,
  type CalledCitation,
  type MarkedStretch,
  type Passage,
  type Place,
} from './passages';
import { sentenceSegmenter } from './segmenter';

/** A sentence of a memo with what stands in it. */
export interface Sentence {
  passage: Passage;
  place: Place;
  text: string;
  /** Those in its footnotes too. */
  citations: CalledCitation[];
  /** Claims and actors marked in it, cut to it. */
  marks: MarkedStretch[];
  /** Words between quotation marks, without the marks; places in the passage. */
  quotes: TextRange[];
}

/** The sentences of a passage. A heading, a table's cell, a linked or a block quotation is one unit. */
export function sentencesOf(passage: Passage, locale: string): Sentence[] {
  const citations = citationsIn(passage);
  const marks = marksIn(passage);
  const quotes = quotesIn(passage.text);
  return sentenceRanges(passage, citations, quotes, locale).map(({ range: [from, to], has }): Sentence => {
    const text = passage.text.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    const end = Math.max(start, from + text.trimEnd().length);
    return {
      passage,
      place: placeIn(passage, start, end),
      text: passage.text.slice(start, end),
      citations: citations.filter(({ at }) => has(at)),
      marks: marks
        .filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) })),
      quotes: quotes.filter(([a, b]) => a < end && b > start),
    };
  });
}

/** What stands between quotation marks in a text, without the marks. */
function quotesIn(text: string): TextRange[] {
  if (!/["“”„«»「『'‘‚‹`]/u.test(text)) return [];
  return findQuotes(text, [{ kind: 'paragraph', start: 0, end: text.length, spans: [] }])
    .filter(({ unclosed, start, end }) => !unclosed && end > start)
    .map(({ start, end }) => [start, end]);
}

interface Stretch {
  range: TextRange;
  /** Whether a citation called at a point belongs to it. */
  has: (at: number) => boolean;
}

/** Passages that are not taken apart. */
const wholeKinds = new Set<Passage['kind']>(['heading', 'quotation', 'excerpt-quotation', 'translation']);

function sentenceRanges(
  passage: Passage,
  citations: readonly CalledCitation[],
  quotes: readonly TextRange[],
  locale: string,
): Stretch[] {
  const { text, kind } = passage;
  if (text.trim() === '' && citations.length === 0) return [];
  if (wholeKinds.has(kind) || text.trim() === '') {
    return [{ range: [0, text.length], has: () => true }];
  }
  const leading = leadingCitations(text, citations);
  const ends: number[] = [];
  for (const end of segmentEnds(text, leading, locale)) {
    // A sentence that is quoted with its neighbours is part of the one that quotes them.
    if (end < text.length && quotes.some(([a, b]) => end > a && end < b)) continue;
    if (end < text.length && endsInAbbreviation(text.slice(Math.max(0, end - 12), end).trimEnd())) continue;
    ends.push(end);
  }
  return ends.map((to, index) => {
    const from = ends[index - 1] ?? 0;
    const last = index === ends.length - 1;
    return {
      range: [from, to],
      // One at the border closes the sentence before it, unless it is the subject of the one after.
      has: (at) =>
        (at > from || index === 0 || (at === from && leading.has(at))) &&
        (at < to || last || (at === to && !leading.has(at))),
    };
  });
}

/** Points of citations that begin a sentence as its subject: "It fell. [Vell 2031] says why." */
function leadingCitations(text: string, citations: readonly CalledCitation[]): Set<number> {
  return new Set(
    citations
      .map(({ at }) => at)
      .filter(
        (at) =>
          /[.!?…]["”’)\]]*\s+$/u.test(text.slice(Math.max(0, at - 20), at)) &&
          /^\s+\p{Ll}/u.test(text.slice(at, at + 20)),
      ),
  );
}

/** Where sentences end, by the rules of Unicode; a citation that is a subject counts as a word with a capital. */
function segmentEnds(text: string, leading: ReadonlySet<number>, locale: string): number[] {
  const points = [...leading].sort((a, b) => a - b);
  let read = '';
  let from = 0;
  for (const point of points) {
    read += `${text.slice(from, point)}A`;
    from = point;
  }
  read += text.slice(from);
  return Array.from(sentenceSegmenter(locale).segment(read), ({ index, segment }) => {
    const end = index + segment.length;
    return end - points.filter((point, order) => point + order < end).length;
  });
}

import type { TextRange } from '../search/types';

/** How far a sentence is followed to either side; UTF-16 code units. */
const reach = 600;

/** A full stop after these is not the end of a sentence: titles, initials, and the like. */
const abbreviated =
  /(?:^|[\s(“"„«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Hon|Jr|Sr|No|Nr|Art|Fig|vs|cf|ca|bzw|bspw)\.$/u;
const sentenceEnd = /[.!?…۔؟。！？]+["”“»’')\]]*(?=\s)|[。！？]|\n/gu;

/**
 * The range widened to whole sentences of its paragraph, without white space at the ends. What is far from the range stays out,
 * so that text without full stops gives a part of itself, cut between words.
 */
export function sentencesAround(text: string, start: number, end: number): TextRange {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const ends = sentenceEnds(text, from, to);
  const before = ends.findLast((at) => at <= start) ?? (from === 0 ? 0 : afterWord(text, from, start));
  const after = ends.find((at) => at >= end) ?? (to === text.length ? to : beforeWord(text, to, end));
  let [first, last] = [before, after];
  while (first < start && /\s/u.test(text[first]!)) first += 1;
  while (last > end && /\s/u.test(text[last - 1]!)) last -= 1;
  return [first, last];
}

function sentenceEnds(text: string, from: number, to: number): number[] {
  const part = text.slice(from, to);
  const ends: number[] = [];
  for (const match of part.matchAll(sentenceEnd)) {
    const at = match.index + match[0].length;
    if (match[0] === '.' && abbreviated.test(part.slice(Math.max(0, at - 8), at))) continue;
    ends.push(from + at);
  }
  return ends;
}

function afterWord(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/u);
  return space < 0 ? limit : from + space;
}

function beforeWord(text: string, to: number, limit: number): number {
  const space = text.slice(limit, to).search(/\s\S*$/u);
  return space < 0 ? limit : limit + space;
}

/** Whether a text ends in a title, an initial or the like, whose full stop is not the end of a sentence. */
export function endsInAbbreviation(text: string): boolean {
  return abbreviated.test(text);
}

import type { Block } from '../../../../shared/domain/sources';
import type { TextRange } from '../../../../shared/search/types';

/** Lengths in UTF-16 code units: a passage is a paragraph, short ones are joined, long ones cut at a sentence's end. */
const shortest = 240;
const longest = 1600;

/** Cuts a long text into passages for the index. The ranges are in order, without overlap, and leave out only white space. */
export function passagesOf(text: string, blocks: readonly Pick<Block, 'start' | 'end'>[] = []): TextRange[] {
  const passages: TextRange[] = [];
  let open: TextRange | null = null;
  for (const [start, end] of paragraphs(text, blocks)) {
    if (open !== null && open[1] - open[0] < shortest && end - open[0] <= longest) open = [open[0], end];
    else {
      if (open !== null) passages.push(open);
      open = [start, end];
    }
    while (open[1] - open[0] > longest) {
      const cut = sentenceEnd(text, open[0], open[1]);
      passages.push([open[0], cut]);
      open = [cut, open[1]];
    }
  }
  if (open !== null) passages.push(open);
  return passages.map(([start, end]) => trimmed(text, start, end)).filter(([start, end]) => end > start);
}

/** The blocks as they are, if they are sound; else stretches between blank lines. Gaps between blocks count as paragraphs. */
function paragraphs(text: string, blocks: readonly Pick<Block, 'start' | 'end'>[]): TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const block of blocks) {
    if (!(block.start >= at && block.end >= block.start && block.end <= text.length)) continue;
    if (block.start > at) addParagraphs(ranges, text, at, block.start);
    ranges.push([block.start, block.end]);
    at = block.end;
  }
  if (at < text.length) addParagraphs(ranges, text, at, text.length);
  return ranges.map(([start, end]) => trimmed(text, start, end)).filter(([start, end]) => end > start);
}

/**
 * Adds the stretches between blank lines.
 * subtle: adds in place, because a long text has more of them than a call takes arguments.
 */
function addParagraphs(ranges: TextRange[], text: string, start: number, end: number): void {
  const gap = /\n[^\S\n]*\n/g;
  let from = start;
  gap.lastIndex = start;
  for (let match = gap.exec(text); match !== null && match.index < end; match = gap.exec(text)) {
    ranges.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (from < end) ranges.push([from, end]);
}

function sentenceEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + longest);
  const slice = text.slice(start, limit);
  const sentence = Math.max(...['. ', '? ', '! ', '۔ ', '؟ ', '\n'].map((mark) => slice.lastIndexOf(mark)));
  if (sentence > shortest) return start + sentence + 1;
  const space = slice.lastIndexOf(' ');
  if (space > shortest) return start + space + 1;
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(limit - 1, limit + 1)) ? limit - 1 : limit;
}

function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from += 1;
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
  return [from, to];
}

import type { TagColour } from '../../../shared/domain/common';
import type { Block, Span } from '../../../shared/domain/sources';

/** A highlighted range of a snapshot: what an excerpt is to the reader. Offsets are UTF-16 code units of the snapshot. */
export interface Highlight {
  id: string;
  start: number;
  end: number;
  colour: TagColour;
  /** The place is only proposed: its words are not those of the excerpt. */
  proposed?: boolean;
}

/** A run of text under the same highlights and inside the same spans. */
export interface Segment {
  start: number;
  end: number;
  text: string;
  /** Outermost first. */
  spans: Span[];
  highlights: Highlight[];
}

/** The block's text cut wherever a highlight or a span begins or ends. Spans of kind `cell` are the table's business. */
export function segmentsOf(text: string, block: Block, highlights: readonly Highlight[]): Segment[] {
  const inside = highlights.filter(({ start, end }) => start < block.end && end > block.start);
  const spans = block.spans.filter(({ kind }) => kind !== 'cell');
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of [...inside, ...block.spans]) {
    if (start > block.start && start < block.end) cuts.add(start);
    if (end > block.start && end < block.end) cuts.add(end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? block.end;
    const covers = (range: { start: number; end: number }) => range.start <= start && range.end >= end;
    return { start, end, text: text.slice(start, end), spans: spans.filter(covers), highlights: inside.filter(covers) };
  });
}

/** The highlight to open for a segment: the shortest of those that cover it, so that one inside another can be reached. */
export function innermost(highlights: readonly Highlight[]): Highlight | undefined {
  return [...highlights].sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

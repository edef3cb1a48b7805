import type { Block } from '../../../shared/domain/sources';
import { fold } from '../../../shared/search/fold';
import type { OffsetRange } from './selection';

/** Blocks that are drawn as one element: a list of its items, a table of its rows, anything else alone. */
export type Flow =
  { kind: 'block'; block: Block } | { kind: 'list'; items: Block[] } | { kind: 'table'; rows: Block[] };

export function flowsOf(blocks: readonly Block[]): Flow[] {
  const flows: Flow[] = [];
  for (const block of blocks) {
    const last = flows.at(-1);
    if (block.kind === 'list-item') {
      if (last?.kind === 'list') last.items.push(block);
      else flows.push({ kind: 'list', items: [block] });
    } else if (block.kind === 'table-row') {
      if (last?.kind === 'table') last.rows.push(block);
      else flows.push({ kind: 'table', rows: [block] });
    } else {
      flows.push({ kind: 'block', block });
    }
  }
  return flows;
}

/** The blocks a flow is made of, in order. */
export function blocksOf(flow: Flow): Block[] {
  if (flow.kind === 'block') return [flow.block];
  return flow.kind === 'list' ? flow.items : flow.rows;
}

/**
 * Whether a flow is the heading a text begins with and says only what already stands above the text as the source's
 * title. One in which something is highlighted is always drawn.
 */
export function repeatsTitle(
  flow: Flow | undefined,
  text: string,
  title: string,
  highlights: readonly OffsetRange[],
): boolean {
  if (flow?.kind !== 'block' || flow.block.kind !== 'heading') return false;
  const { start, end } = flow.block;
  if (start !== 0 || highlights.some((highlight) => highlight.start < end)) return false;
  return fold(text.slice(start, end)).trim() === fold(title).trim();
}

/** A part of a long text that is drawn as a whole, once it comes near the window. */
export interface Chunk {
  start: number;
  end: number;
  flows: Flow[];
  /** UTF-16 code units, to guess its height before it is drawn. */
  characters: number;
}

/** Cuts flows into chunks of about `size` characters; a flow is never cut. */
export function chunksOf(flows: readonly Flow[], size = 12_000): Chunk[] {
  const chunks: Chunk[] = [];
  for (const flow of flows) {
    const blocks = blocksOf(flow);
    const start = blocks[0]?.start ?? 0;
    const end = blocks.at(-1)?.end ?? start;
    const last = chunks.at(-1);
    if (last && last.characters < size) {
      last.flows.push(flow);
      last.end = end;
      last.characters += end - start;
    } else {
      chunks.push({ start, end, flows: [flow], characters: end - start });
    }
  }
  return chunks;
}

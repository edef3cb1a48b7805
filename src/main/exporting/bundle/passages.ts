import type { LocatorLabel } from '../../../shared/domain/common';
import type { Block } from '../../../shared/domain/sources';

/** A place of a snapshot that citations lead to. */
export interface Passage {
  /** Its anchor on the page. */
  id: string;
  start: number;
  end: number;
  /** `excerpt`: the words that were excerpted. `locator`: only the paragraph or page that the citation names. */
  kind: 'excerpt' | 'locator';
}

/** A stretch of a block with the passages that it is part of; `begins` are those that begin with it. */
export interface Stretch {
  text: string;
  passages: readonly Passage[];
  begins: readonly Passage[];
}

/** The paragraph, or what begins on the page, that a locator names in a text; null if it names none of its places. */
export function locatedBlock(blocks: readonly Block[], label: LocatorLabel, value: string): Block | null {
  // "12–14" begins at 12.
  const [first = ''] = /[\p{L}\p{N}]+/u.exec(value) ?? [];
  if (first === '') return null;
  if (label === 'paragraph') return blocks.find(({ paragraph }) => paragraph === Number(first)) ?? null;
  if (label !== 'page') return null;
  return (
    blocks.find(({ pageLabel }) => pageLabel === first) ??
    blocks.find(({ pageBreaks }) => pageBreaks?.some((page) => page.label === first)) ??
    null
  );
}

/** The blocks of a text, with what stands between them as paragraphs: nothing of it is left out. */
export function wholeText(text: string, blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  let at = 0;
  const fill = (end: number) => {
    if (text.slice(at, end).trim() !== '') whole.push({ kind: 'paragraph', start: at, end, spans: [] });
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(block.start, at);
    const end = Math.min(block.end, text.length);
    if (end <= start) continue;
    fill(start);
    whole.push({ ...block, start, end });
    at = end;
  }
  fill(text.length);
  return whole;
}

/** A block of a text cut where passages begin and end. Passages may overlap. */
export function stretches(text: string, block: Block, passages: readonly Passage[], begun: Set<string>): Stretch[] {
  const inside = passages.filter(({ start, end }) => start < block.end && end > block.start);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, block.start));
    cuts.add(Math.min(end, block.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index]!;
    const covering = inside.filter((passage) => passage.start < end && passage.end > start);
    const begins = covering.filter(({ id }) => !begun.has(id));
    for (const { id } of begins) begun.add(id);
    return { text: text.slice(start, end), passages: covering, begins };
  });
}

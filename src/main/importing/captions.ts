import type { Block } from '../../shared/domain/sources';
import { renumbered } from './builder';
import { parsePublicationDate } from './metadata/dates';
import type { Facts } from './metadata/facts';
import { parseByline } from './metadata/names';
import { sameTitle } from './metadata/titles';

/** What the blocks at the top say of author and date: those that are a byline or a date and nothing else. */
export function topLineFacts(text: string, blocks: readonly Block[], facts: Facts): void {
  for (const { start, end } of blocks.slice(0, 15)) {
    const line = text.slice(start, end);
    if (line.length > 150) continue;
    const names = parseByline(line);
    if (names) facts.authors.push({ value: names, origin: 'byline' });
    const date = parsePublicationDate(line);
    if (date) facts.issued.push({ value: date, origin: 'visible date' });
  }
}

/**
 * Marks the byline and date lines above the first prose as captions, so that paragraph 1 is the article's first, and the
 * document's heading as level 1 whatever the page made it.
 */
export function withCaptions(text: string, blocks: readonly Block[], heading: string): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.end - block.start >= 120);
  const top = Math.min(first === -1 ? blocks.length : first, 12);
  const marked = blocks.map((block, index): Block => {
    const line = text.slice(block.start, Math.min(block.end, block.start + 300));
    if (block.kind === 'heading')
      return heading !== '' && index < 12 && sameTitle(line, heading) ? { ...block, level: 1 } : block;
    if (index >= top || block.kind !== 'paragraph') return block;
    const { paragraph: _paragraph, ...rest } = block;
    return parseByline(line) || parsePublicationDate(line) ? { ...rest, kind: 'caption' } : block;
  });
  return renumbered(marked);
}

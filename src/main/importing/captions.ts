import type { Block } from '../../shared/domain/sources';
import { renumbered } from './builder';
import { parsePublicationDate } from './metadata/dates';
import { parseByline } from './metadata/names';
import { sameTitle } from './metadata/titles';

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

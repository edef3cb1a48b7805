import { itemAt } from '../../../shared/memo/citation-item';
import type { CitationInline, Inline, MemoBlock, MemoDocument } from '../../../shared/memo/document';
import { inlineRuns } from '../../../shared/memo/walk';
import type { QuotedExcerpt } from './store';

/** Ids of the excerpts that a document quotes as blocks. */
export function quotedExcerptIds(document: MemoDocument): string[] {
  return document.blocks.flatMap((block) => (block.type === 'excerpt-quotation' ? [block.excerptId] : []));
}

/**
 * The document with a citation at the end of every linked quotation whose source is cited neither in it nor in the blocks
 * beside it: no quotation leaves the library without its source.
 */
export function withQuotationSources(
  document: MemoDocument,
  excerpts: ReadonlyMap<string, QuotedExcerpt>,
): { document: MemoDocument; added: number } {
  let added = 0;
  const blocks = document.blocks.map((block, index): MemoBlock => {
    if (block.type !== 'excerpt-quotation') return block;
    const excerpt = excerpts.get(block.excerptId);
    if (!excerpt) return block;
    const near = [document.blocks[index - 1], block, document.blocks[index + 1]];
    if (near.some((other) => other && cites(other, excerpt.sourceId))) return block;
    added++;
    const citation: CitationInline = {
      type: 'citation',
      id: `quotation-${index}`,
      marks: [],
      items: [itemAt(excerpt.sourceId, excerpt.locator, block.excerptId)],
    };
    return { ...block, children: [...block.children, citation] };
  });
  return { document: { ...document, blocks }, added };
}

function cites(block: MemoBlock, sourceId: string): boolean {
  const found = (children: readonly Inline[]): boolean =>
    children.some((inline) => {
      if (inline.type === 'citation') return inline.items.some((item) => item.sourceId === sourceId);
      return inline.type === 'footnote' || inline.type === 'link' ? found(inline.children) : false;
    });
  return [...inlineRuns(block)].some(found);
}

import { $isTableNode } from '@lexical/table';
import { $getSelection, $isElementNode, $isRangeSelection, type ElementNode } from 'lexical';

/** The blocks of the text in which the selection is. Tables are none: what is chosen for a block does not hold for cells. */
export function $selectedBlocks(): ElementNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Set<ElementNode>();
  for (const node of selection.getNodes()) {
    const block = node.getTopLevelElement();
    if ($isElementNode(block) && !$isTableNode(block)) blocks.add(block);
  }
  return [...blocks];
}

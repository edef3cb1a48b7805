import { $isTableNode } from '@lexical/table';
import { $getEditor, $getSelection, $isElementNode, $isRangeSelection, type ElementNode } from 'lexical';

/** How a block runs on the screen, by its first letter or by what was chosen. */
function $shownDirection(block: ElementNode): 'ltr' | 'rtl' {
  const element = $getEditor().getElementByKey(block.getKey());
  return element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * Has the selected blocks run the other way than their first letters say, or, where they do, as their letters say. Tables
 * stay: each of their cells runs by its own letters. False where there is nothing to turn.
 */
export function $turnDirection(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const blocks = new Set<ElementNode>();
  for (const node of selection.getNodes()) {
    const block = node.getTopLevelElement();
    if ($isElementNode(block) && !$isTableNode(block)) blocks.add(block);
  }
  const turned = [...blocks].some((block) => block.getDirection() !== null);
  for (const block of blocks) {
    block.setDirection(turned ? null : $shownDirection(block) === 'rtl' ? 'ltr' : 'rtl');
  }
  return blocks.size > 0;
}

import { $getEditor, type ElementNode } from 'lexical';
import { $selectedBlocks } from '../selectedBlocks';

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
  const blocks = $selectedBlocks();
  const turned = blocks.some((block) => block.getDirection() !== null);
  for (const block of blocks) {
    block.setDirection(turned ? null : $shownDirection(block) === 'rtl' ? 'ltr' : 'rtl');
  }
  return blocks.length > 0;
}

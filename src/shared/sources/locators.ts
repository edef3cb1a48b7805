import type { Locator } from '../domain/common';
import type { Block } from '../domain/sources';

/**
 * The locator of a range of a snapshot: the page where the original has pages, else the numbers of the paragraphs it
 * touches ("7", "7–8"). Null where there is nothing to count by, such as a heading.
 */
export function locatorAt(blocks: readonly Block[], start: number, end: number): Locator | null {
  const touched = blocks.filter((block) => block.start < end && block.end > start);
  const pages = touched.map((block) => block.pageLabel).filter((label) => label !== undefined && label !== '');
  if (pages.length > 0) return { label: 'page', value: range(pages[0] ?? '', pages.at(-1) ?? '') };
  const paragraphs = touched.map((block) => block.paragraph).filter((paragraph) => paragraph !== undefined);
  if (paragraphs.length === 0) return null;
  return { label: 'paragraph', value: range(String(paragraphs[0]), String(paragraphs.at(-1))) };
}

function range(first: string, last: string): string {
  return first === last ? first : `${first}–${last}`;
}

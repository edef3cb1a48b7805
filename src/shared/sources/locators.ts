import type { Locator } from '../domain/common';
import type { Block } from '../domain/sources';

/**
 * The locator of a range of a snapshot: the page where the original has pages, its chapter in a book without, else the
 * numbers of the paragraphs it touches ("7", "7–8"). Null where there is nothing to count by, such as a heading.
 */
export function locatorAt(blocks: readonly Block[], start: number, end: number): Locator | null {
  const touched = blocks.filter((block) => block.start < end && block.end > start);
  return (
    locator('page', touched, (block) => pagesOf(block, start, end)) ??
    locator('chapter', touched, (block) => [block.chapter && chapterValue(block.chapter)]) ??
    locator('paragraph', touched, (block) => [block.paragraph?.toString()])
  );
}

/** Labels of the pages that a range touches inside a block. */
function pagesOf({ start: from, end: to, pageLabel, pageBreaks = [] }: Block, start: number, end: number) {
  const pages = [{ at: from, label: pageLabel }, ...pageBreaks];
  return pages.filter(({ at }, index) => at < end && (pages[index + 1]?.at ?? to) > start).map(({ label }) => label);
}

function locator(
  label: Locator['label'],
  blocks: readonly Block[],
  valuesOf: (block: Block) => (string | undefined)[],
): Locator | null {
  const values = blocks.flatMap(valuesOf).filter((value) => value !== undefined && value !== '');
  const [first] = values;
  const last = values.at(-1);
  return first === undefined ? null : { label, value: first === last ? first : `${first}–${last}` };
}

const number = String.raw`(?=[\dIVXL])(\d{1,3}|(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))`;
const numbered = [
  new RegExp(
    String.raw`^(?:chapter|chap\.|kapitel|chapitre|cap[íi]tulo|capitolo|hoofdstuk|rozdział|глава|bölüm|fəsil|فصل)\s+${number}(?![\p{L}\p{N}])`,
    'iu',
  ),
  new RegExp(String.raw`^${number}(?:[.:)]|\s*[–—]|$)`, 'u'),
  /^(\d{1,3})\s+\p{Lu}/u,
];

/** A chapter as it is cited: by its number where its title begins with one ("Chapter 3: The harbour" → "3"), else by its title. */
export function chapterValue(title: string): string {
  return numbered.map((pattern) => pattern.exec(title)?.[1]).find((found) => found !== undefined) ?? title;
}

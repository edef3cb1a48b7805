import type { PdfPage } from './content';
import { rowsOf, rowText, type Row } from './rows';
import type { Word } from './words';

/** Share of a page's height at its top and at its bottom in which running heads and page numbers stand. */
const margin = 0.16;
/** Rows looked at in each margin, from the page's edge inwards. */
const depth = 3;

interface MarginRow {
  page: number;
  row: Row;
  text: string;
  atTop: boolean;
  /** The rows between it and the page's edge. */
  outer: Row[];
}

/**
 * Takes running heads, page numbers and whatever else comes again at the same place of several pages out of the text.
 * @param words each page's words
 */
export function withoutFurniture(pages: readonly PdfPage[], words: readonly Word[][]): Word[][] {
  const rows = pages.flatMap((page, index) => marginRows(page, words[index] ?? [], index));
  const dropped = new Set<Word>();
  const drop = ({ row }: MarginRow) => row.words.forEach(({ word }) => dropped.add(word));

  const repeated = grouped(rows, ({ text }) => text.toLowerCase().replace(/\p{N}+/gu, '#'))
    .filter(([first]) => /\p{L}/u.test(first?.text ?? ''))
    .flatMap((same) => same.filter((row) => pagesAtHeightOf(row, same) >= (pages.length <= 4 ? 2 : 3)));
  repeated.forEach(drop);
  // A chapter's head may come once; it stands where the others stand, in their size.
  for (const row of rows) if (pagesAtHeightOf(row, repeated, 1.5) >= 3) drop(row);

  const numbers = rows.filter(({ text }) => numbering.test(text));
  for (const row of numbers) {
    const isOutermost = row.outer.every((other) => other.words.every(({ word }) => dropped.has(word)));
    if (isOutermost && (saysItsPage(row, pages) || pagesAtHeightOf(row, numbers, 3) >= 3)) drop(row);
  }
  return words.map((list) => list.filter((word) => !dropped.has(word)));
}

function marginRows(page: PdfPage, words: readonly Word[], index: number): MarginRow[] {
  const height = page.turn % 2 === 0 ? page.height : page.width;
  const top = rowsOf(words.filter(({ bottom }) => bottom < margin * height));
  const bottom = rowsOf(words.filter((word) => word.top > (1 - margin) * height)).reverse();
  const described = (side: Row[], atTop: boolean) =>
    side
      .slice(0, depth)
      .map((row, place) => ({ page: index, row, text: rowText(row), atTop, outer: side.slice(0, place) }));
  return [...described(top, true), ...described(bottom, false)];
}

function grouped<T>(items: readonly T[], by: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return [...groups.values()];
}

/** On how many pages some of `others` stand at about the height of a row, in its size. */
function pagesAtHeightOf({ row, atTop }: MarginRow, others: readonly MarginRow[], within = 8): number {
  const alike = others.filter(
    (other) =>
      other.atTop === atTop &&
      Math.abs(other.row.baseline - row.baseline) < within &&
      Math.abs(other.row.size - row.size) < 0.3,
  );
  return new Set(alike.map(({ page }) => page)).size;
}

const numbering =
  /^[\s–—|·.-]*(?:(?:page|p\.|seite|pagina|página|sayfa|səhifə|стр\.?|страница|صفحه|صفحة)\s*)?([0-9]{1,4}|[٠-٩]{1,4}|[۰-۹]{1,4}|[ivxlcdm]{1,7})(?:\s*(?:of|\/|von|de|di|из|از)\s*[0-9٠-٩۰-۹]{1,4})?[\s–—|·.-]*$/iu;

/** Whether a row that is a number only is the label or the number of its page, or dressed as one: "Page 3", "– 3 –". */
function saysItsPage({ text, page }: MarginRow, pages: readonly PdfPage[]): boolean {
  const number = numbering.exec(text)?.[1] ?? '';
  const digits = number.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15));
  return number !== text.trim() || digits === pages[page]?.label || Number(digits) === page + 1;
}

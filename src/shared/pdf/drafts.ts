import type { BlockKind } from '../domain/sources';
import type { Row } from './rows';

/** A block before its text is put together. */
export interface Draft {
  kind: BlockKind;
  level?: number;
  ordinal?: number;
  /** Index of the page on which it begins. */
  page: number;
  /** What it was found in: a column, or a whole tagged page. Paragraphs go on from one flow to the next, not inside one. */
  flow: string;
  column: Column;
  /** One part, or a part for each cell of a table's row. */
  parts: Row[][];
  /** Words at its beginning that are no part of the text: a list item's bullet or number. */
  skipped: number;
}

/** A column in reading direction: `start` is its left edge, or for text from right to left its right one, negated. */
export interface Column {
  rtl: boolean;
  start: number;
  end: number;
}

export function startOf(row: Row, { rtl }: Pick<Column, 'rtl'>): number {
  return rtl ? -row.right : row.left;
}

export function endOf(row: Row, { rtl }: Pick<Column, 'rtl'>): number {
  return rtl ? -row.left : row.right;
}

/** Whether a row ends although the first word of the next would have fitted: its writer broke it, not its width. */
export function endsEarly(row: Row, next: Row, column: Column): boolean {
  const first = next.words[0]?.word;
  const needed = (first ? first.right - first.left : 0) + 1.2 * row.size;
  const before = startOf(row, column) - column.start;
  const after = column.end - endOf(row, column);
  const isCentred = before > 2 * row.size && Math.abs(before - after) < row.size;
  return (isCentred ? before + after : after) > needed;
}

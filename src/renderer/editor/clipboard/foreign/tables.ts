/** More columns than a page has room for; a cell may claim any number. */
const mostColumns = 100;
const mostRows = 1000;

/**
 * Cells over several columns or rows become one cell with their words and empty ones beside and below it, so that every word stands
 * in its own column: memos have no merged cells. A table inside a cell is left to give its words.
 */
export function evenTables(body: Element): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.querySelector('[colspan], [rowspan]') === null) continue;
    /** How many rows more the cell above takes of each column. */
    let below: number[] = [];
    for (const row of table.querySelectorAll('tr')) {
      if (row.closest('table') !== table) continue;
      below = evenRow(row, below);
    }
  }
}

function evenRow(row: Element, below: readonly number[]): number[] {
  const next: number[] = below.map((rows) => Math.max(0, rows - 1));
  let column = 0;
  const empty = (before: Element | null) => row.insertBefore(row.ownerDocument.createElement('td'), before);
  const cells = [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th');
  for (const cell of cells) {
    for (; (below[column] ?? 0) > 0; column += 1) empty(cell);
    const columns = span(cell, 'colspan', mostColumns - column);
    const rows = span(cell, 'rowspan', mostRows);
    for (let n = 0; n < columns; n += 1) {
      next[column + n] = rows - 1;
      if (n > 0) empty(cell.nextElementSibling);
    }
    column += columns;
    cell.removeAttribute('colspan');
    cell.removeAttribute('rowspan');
  }
  for (; column < below.length; column += 1) if ((below[column] ?? 0) > 0) empty(null);
  return Array.from(next, (rows) => rows ?? 0);
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return Math.max(1, Math.min(most, Number.isNaN(value) ? 1 : value));
}

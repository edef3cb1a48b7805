import type { Row } from './rows';

/** How a list item begins: with a bullet, or with a number. */
export interface Marker {
  ordinal?: number;
}

/** Bullets, also as the symbol fonts of word processors encode them. */
const bullet = /^[•‣▪◦●○■□►▸➢✓∙⁃\uF0A7\uF0B7\uF0D8\uF076\uF0FC]$/u;
const dash = /^[–—-]$/u;
const number = /^\(?(?:(\d{1,3})|([a-z]))[.)]$/u;

/** The marker in a word at the beginning of a row, whether or not a list is there. */
export function markerIn(text: string): Marker | null {
  if (bullet.test(text) || dash.test(text)) return {};
  const match = number.exec(text);
  if (!match) return null;
  return { ordinal: match[2] === undefined ? Number(match[1]) : match[2].charCodeAt(0) - 96 };
}

/**
 * The rows of a column that begin list items. A bullet does by itself; dashes and numbers begin sentences too ("1914. That
 * year …"), so they need another at the same indentation that follows in order.
 */
export function listMarkers(rows: readonly Row[]): Map<Row, Marker> {
  const found = new Map<Row, Marker>();
  const open: { row: Row; marker: Marker }[] = [];
  for (const row of rows) {
    const [first, second] = row.words;
    const marker = first && second && !second.glued ? markerIn(first.word.text) : null;
    if (!first || !marker) continue;
    if (bullet.test(first.word.text)) found.set(row, marker);
    else {
      const before = open.find(
        ({ row: other, marker: { ordinal } }) =>
          isNeighbour(other, row) && (ordinal ?? 0) + 1 === (marker.ordinal ?? 1),
      );
      if (before) found.set(before.row, before.marker).set(row, marker);
      open.unshift({ row, marker });
    }
  }
  return found;
}

function isNeighbour(a: Row, b: Row): boolean {
  const tolerance = a.size;
  return Math.abs(a.left - b.left) < tolerance || Math.abs(a.right - b.right) < tolerance;
}

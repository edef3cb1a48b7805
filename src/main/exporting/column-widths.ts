import { inlinesText, type PreparedTable } from './prepared';

/** Shares of the width: a column of long texts is wider than one of years, but none is more than five times as wide as another. */
export function columnWidths(table: PreparedTable): number[] {
  return Array.from({ length: table.columns }, (_, column) => {
    const lengths = table.rows.map((row) => inlinesText(row[column]?.children ?? []).length);
    return Math.min(10, Math.max(2, Math.sqrt(lengths.reduce((sum, length) => sum + length, 0) / lengths.length)));
  });
}

/** The same as parts of a whole, without fractions. */
export function columnParts(table: PreparedTable, whole: number): number[] {
  const shares = columnWidths(table);
  const sum = shares.reduce((before, share) => before + share, 0);
  return shares.map((share) => Math.floor((share / sum) * whole));
}

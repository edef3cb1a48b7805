export const rounded = (value: number) => Math.round(value * 100) / 100;

/** The value that the share (0–1) of values does not exceed, rounded to hundredths. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1))] ?? 0);
}

/** Share of the places (-1: not found) that are among the first `depth`, rounded to thousandths. */
export function recallAt(places: readonly number[], depth: number): number {
  if (places.length === 0) return 0;
  return Math.round((1000 * places.filter((place) => place >= 0 && place < depth).length) / places.length) / 1000;
}

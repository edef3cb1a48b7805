/** Something in the margin: where it would like to stand and how tall it is, in CSS pixels. */
export interface MarginItem {
  id: string;
  wish: number;
  height: number;
}

/**
 * Tops for margin items so that none overlaps another: each stands beside its line or, where it is crowded, below its
 * neighbour. The chosen one always stands beside its line; those before it move up as far as they must.
 */
export function stack(items: readonly MarginItem[], chosen: string | undefined, gap = 8): Map<string, number> {
  const ordered = [...items].sort((a, b) => a.wish - b.wish);
  const pivot = ordered.findIndex(({ id }) => id === chosen);
  const tops = new Map<string, number>();
  let free = Number.NEGATIVE_INFINITY;
  for (const { id, wish, height } of ordered.slice(Math.max(pivot, 0))) {
    const top = Math.max(wish, free);
    tops.set(id, top);
    free = top + height + gap;
  }
  let ceiling = pivot >= 0 ? (ordered[pivot]?.wish ?? 0) : 0;
  for (const { id, wish, height } of ordered.slice(0, Math.max(pivot, 0)).reverse()) {
    const top = Math.min(wish, ceiling - height - gap);
    tops.set(id, top);
    ceiling = top;
  }
  return tops;
}

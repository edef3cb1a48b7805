const row = (length: number) => new Uint32Array(length + 1);
/** For words: made once, because thousands of them are compared for one question. */
const rows: [Uint32Array, Uint32Array, Uint32Array] = [row(63), row(63), row(63)];

/**
 * Damerau–Levenshtein distance in its restricted form (optimal string alignment: insert, delete, replace, swap neighbours; no part
 * edited twice), computed only within `limit` of the diagonal (Ukkonen 1985). Returns `limit + 1` for anything farther.
 * Counts UTF-16 code units.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const n = a.length;
  const m = b.length;
  if (Math.abs(n - m) > limit) return limit + 1;
  if (n === 0 || m === 0) return Math.max(n, m);
  const far = limit + 1;
  let [twoAgo, previous, current] = m < rows[0].length ? rows : [row(m), row(m), row(m)];
  twoAgo.fill(far, 0, m + 1);
  for (let j = 0; j <= m; j++) previous[j] = Math.min(j, far);
  for (let i = 1; i <= n; i++) {
    const low = Math.max(1, i - limit);
    const high = Math.min(m, i + limit);
    current[low - 1] = low === 1 ? Math.min(i, far) : far;
    let smallest = far;
    const code = a.charCodeAt(i - 1);
    for (let j = low; j <= high; j++) {
      const same = code === b.charCodeAt(j - 1);
      const above = j - i >= limit && j > low ? far : previous[j]!;
      let cost = Math.min(previous[j - 1]! + (same ? 0 : 1), above + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && !same && code === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, twoAgo[j - 2]! + 1);
      }
      current[j] = Math.min(cost, far);
      if (cost < smallest) smallest = cost;
    }
    if (high < m) current[high + 1] = far;
    if (smallest > limit) return far;
    [twoAgo, previous, current] = [previous, current, twoAgo];
  }
  return Math.min(previous[m]!, far);
}

/** Automatic revisions kept of one memo; named ones are kept always. */
const automaticLimit = 100;
/** Milliseconds between automatic revisions. */
export const revisionInterval = 10 * 60_000;

/**
 * Which automatic revisions to drop so that no more than `limit` are left: again and again the one whose neighbours are
 * closest together for its age, so that history gets coarser the older it is. The oldest and the newest stay.
 * @param times milliseconds, oldest first @returns indexes into `times`
 */
export function revisionsToDrop(times: readonly number[], now: number, limit = automaticLimit): number[] {
  const kept = times.map((_, index) => index);
  const dropped: number[] = [];
  while (kept.length > Math.max(2, limit)) {
    let worst = 1;
    let least = Infinity;
    for (let place = 1; place < kept.length - 1; place++) {
      const gap = (times[kept[place + 1] ?? 0] ?? 0) - (times[kept[place - 1] ?? 0] ?? 0);
      const age = Math.max(1, now - (times[kept[place] ?? 0] ?? 0));
      if (gap / age < least) [worst, least] = [place, gap / age];
    }
    dropped.push(...kept.splice(worst, 1));
  }
  return dropped;
}

import { edtfBounds, edtfIntersection } from '../dates/edtf';

/**
 * How a date that a source gives an event stands to the one that the event goes by: the same; within it, and so more precise;
 * around it, and so less precise; overlapping; or in conflict, because they have no moment in common. `open` while the event
 * goes by no date.
 */
export type DateStanding = 'same' | 'narrower' | 'wider' | 'overlaps' | 'conflict' | 'open';

/** How `given` stands to `chosen`, both EDTF; `given` is not ''. */
export function standingOf(given: string, chosen: string): DateStanding {
  const [inner, outer] = [edtfBounds(given), edtfBounds(chosen)];
  if (inner === null || outer === null) return 'open';
  const both = edtfIntersection(given, chosen);
  if (both === null) return 'conflict';
  const [isAll, isWhole] = [sameSpan(both, inner), sameSpan(both, outer)];
  if (isAll && isWhole) return 'same';
  return isAll ? 'narrower' : isWhole ? 'wider' : 'overlaps';
}

/**
 * Whether no moment is in all of these dates (EDTF; '' says nothing), so that they cannot all be true. "About" does not widen a
 * date: that 2023-04~ and 2023-05-02 may well be one day is for a person to say.
 */
export function datesConflict(dates: readonly string[]): boolean {
  const spans = dates.flatMap((date) => {
    const bounds = edtfBounds(date);
    return bounds === null ? [] : [bounds];
  });
  // Spans on a line have a moment in common exactly when every two of them do.
  return Math.max(...spans.map(([start]) => start)) > Math.min(...spans.map(([, end]) => end));
}

function sameSpan(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

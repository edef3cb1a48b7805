import type { Verdict } from '../../../shared/anchoring';
import type { ExcerptStanding, TextPlace } from '../../../shared/domain/anchors';
import type { Excerpt } from '../../../shared/domain/excerpts';

/** What is said of an excerpt in another snapshot: found by the machine, or decided by a person. */
export type StandingKind = Verdict | 'placed' | 'kept' | 'gone';

export const standingNames: Record<StandingKind, string> = {
  exact: 'Unchanged',
  moved: 'Moved',
  changed: 'Words changed',
  ambiguous: 'Several places',
  lost: 'Not found',
  placed: 'Placed by you',
  kept: 'Kept as it was',
  gone: 'Gone from the source',
};

/** What a standing comes to; a decision counts before what was found. */
export function standingKind({ verdict, decision }: Pick<ExcerptStanding, 'verdict' | 'decision'>): StandingKind {
  if (decision === 'keep') return 'kept';
  if (decision === 'gone') return 'gone';
  return decision === 'place' ? 'placed' : verdict;
}

/** Whether a place is only proposed: the words there are not the excerpt's, and nobody has said that it is the place. */
export function isProposed({ verdict, decision }: Pick<ExcerptStanding, 'verdict' | 'decision'>): boolean {
  return decision === null && verdict !== 'exact' && verdict !== 'moved';
}

/** An excerpt as it stands in the snapshot that is shown, whichever it was made in. */
export interface ShownExcerpt extends Excerpt {
  place: TextPlace;
  /** How it was found there; null where it was made. */
  here: ExcerptStanding | null;
}

export interface Placed {
  /** In the order of the text that is shown. */
  shown: ShownExcerpt[];
  /** Those that have no place in it. */
  elsewhere: Excerpt[];
}

/** Puts the excerpts of a source where they stand in one of its snapshots. */
export function placeExcerpts(
  excerpts: readonly Excerpt[],
  standings: readonly (ExcerptStanding & { excerptId: string })[],
  snapshotId: string,
): Placed {
  const byExcerpt = new Map(
    standings.filter((standing) => standing.snapshotId === snapshotId).map((each) => [each.excerptId, each]),
  );
  const shown: ShownExcerpt[] = [];
  const elsewhere: Excerpt[] = [];
  for (const excerpt of excerpts) {
    const isOwn = excerpt.anchor.snapshotId === snapshotId;
    const here = isOwn ? null : (byExcerpt.get(excerpt.id) ?? null);
    const place = isOwn ? { start: excerpt.anchor.start, end: excerpt.anchor.end } : here?.place;
    if (place) shown.push({ ...excerpt, place, here });
    else elsewhere.push(excerpt);
  }
  shown.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  return { shown, elsewhere };
}

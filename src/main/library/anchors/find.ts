import { foldTypography, reanchorInSteps, type Reanchoring, type Verdict } from '../../../shared/anchoring';
import type { StandingOf } from '../../../shared/domain/anchors';
import type { Snapshot } from '../../../shared/domain/sources';
import { locatorAt } from '../../../shared/sources/locators';
import { groupBy } from '../common/rows';
import { inSlices } from '../common/slices';
import type { Reader } from '../db/types';
import { getSnapshot } from '../snapshots/store';
import {
  decisionsOf,
  excerptsMadeElsewhere,
  liveExcerpts,
  snapshotIds,
  storedStandings,
  type AnchorDecision,
  type AnchoredExcerpt,
  type StoredStanding,
} from './store';

/**
 * How the excerpts of a source (or only some of them) that were not made in a snapshot stand there. Changes nothing.
 */
export async function standingsIn(
  db: Reader,
  { sourceId, snapshotId }: { sourceId: string; snapshotId: string },
  only?: ReadonlySet<string>,
): Promise<StoredStanding[]> {
  const excerpts = (await excerptsMadeElsewhere(db, sourceId, snapshotId)).filter(({ id }) => only?.has(id) ?? true);
  if (excerpts.length === 0) return [];
  const order = await snapshotIds(db, sourceId);
  const snapshot = await getSnapshot(db, snapshotId);
  const decided = groupBy(await decisionsOf(db, sourceId), ({ excerptId }) => excerptId);
  const found = await lookFor(db, snapshot, excerpts);
  const cases = excerpts.map((excerpt): Case => ({
    excerpt,
    found: found.get(excerpt.id)!,
    decision: decided.get(excerpt.id)?.find((decision) => decision.snapshotId === snapshotId),
    earlier: lastBefore(order, snapshotId, decided.get(excerpt.id) ?? []),
  }));
  // Where the excerpt's own words are no longer found, the words that somebody chose in an earlier snapshot may be.
  const chosen = cases.flatMap(({ excerpt, found: { verdict }, earlier }) =>
    earlier?.place && !sameWords(verdict)
      ? [{ ...excerpt, ...earlier.place, snapshotId: earlier.snapshotId, exact: earlier.words }]
      : [],
  );
  const foundChosen = await lookFor(db, snapshot, chosen);
  return cases.map((each) => standingOf(each, foundChosen.get(each.excerpt.id), snapshot, order.at(-1) === snapshotId));
}

/** Finds passages of other snapshots in this one, by the id of their excerpt. */
async function lookFor(
  db: Reader,
  snapshot: Snapshot,
  passages: readonly AnchoredExcerpt[],
): Promise<Map<string, Reanchoring>> {
  const found = new Map<string, Reanchoring>();
  for (const [olderId, group] of groupBy(passages, ({ snapshotId }) => snapshotId)) {
    const ranges = group.map(({ start, end }): [number, number] => [start, end]);
    const older = await getSnapshot(db, olderId);
    const results = await inSlices(reanchorInSteps(older.text, snapshot.text, ranges));
    for (const [index, { id }] of group.entries()) found.set(id, results[index]!);
  }
  return found;
}

/** The last of the decisions that were made for snapshots before this one. */
function lastBefore(
  order: readonly string[],
  snapshotId: string,
  decisions: readonly AnchorDecision[],
): AnchorDecision | undefined {
  const place = (decision: AnchorDecision) => order.indexOf(decision.snapshotId);
  return decisions
    .filter((decision) => place(decision) < order.indexOf(snapshotId))
    .sort((a, b) => place(a) - place(b))
    .at(-1);
}

/** How all live excerpts of a snapshot's source stand in it, whichever snapshot they were made in. */
export async function standingsShown(db: Reader, snapshotId: string): Promise<StandingOf[]> {
  const { sourceId, blocks } = await getSnapshot(db, snapshotId);
  const stored = new Map(
    (await storedStandings(db, sourceId))
      .filter((standing) => standing.snapshotId === snapshotId)
      .map((standing) => [standing.excerptId, standing]),
  );
  const excerpts = await liveExcerpts(db, sourceId);
  const unknown = excerpts.filter((excerpt) => excerpt.snapshotId !== snapshotId && !stored.has(excerpt.id));
  const found = await standingsIn(db, { sourceId, snapshotId }, new Set(unknown.map(({ id }) => id)));
  for (const standing of found) stored.set(standing.excerptId, standing);
  return excerpts.map(({ id, start, end }): StandingOf => {
    const standing = stored.get(id);
    if (standing === undefined) {
      const own = { snapshotId, verdict: 'exact', place: { start, end }, decision: null, needsLook: false } as const;
      return { excerptId: id, locator: locatorAt(blocks, start, end), ...own };
    }
    const { candidates: _, ...shown } = standing;
    return shown;
  });
}

/** All that decides how an excerpt stands in a snapshot. */
interface Case {
  excerpt: AnchoredExcerpt;
  found: Reanchoring;
  /** By a person, for this snapshot. */
  decision: AnchorDecision | undefined;
  /** The last one, for a snapshot before this one. */
  earlier: AnchorDecision | undefined;
}

function standingOf(
  { excerpt, found, decision, earlier }: Case,
  /** Where the words stand that were chosen in an earlier snapshot, if they were looked for. */
  chosen: Reanchoring | undefined,
  snapshot: Snapshot,
  isNewest: boolean,
): StoredStanding {
  const { candidates } = chosen ?? found;
  const [best] = candidates;
  const words = best ? snapshot.text.slice(best.start, best.end) : '';
  // Told by the excerpt's own words, also where others were chosen and stand here unchanged.
  const verdict =
    chosen === undefined
      ? found.verdict
      : !sameWords(chosen.verdict) || alike(words, excerpt.exact)
        ? chosen.verdict
        : 'changed';
  const follows = decision === undefined && earlier !== undefined && stillHolds(earlier, found, chosen, words);
  const decided = decision?.decision ?? (follows ? earlier.decision : null);
  const proposed = verdict === 'ambiguous' || verdict === 'lost' ? undefined : best;
  const shown = decided === 'keep' || decided === 'gone' ? undefined : (decision?.place ?? proposed);
  const place = shown === undefined ? null : { start: shown.start, end: shown.end };
  return {
    excerptId: excerpt.id,
    snapshotId: snapshot.id,
    verdict,
    place,
    locator: place && locatorAt(snapshot.blocks, place.start, place.end),
    decision: decided,
    needsLook: isNewest && decided === null && !sameWords(verdict),
    candidates,
  };
}

function sameWords(verdict: Verdict): boolean {
  return verdict === 'exact' || verdict === 'moved';
}

function alike(words: string, others: string): boolean {
  return foldTypography(words).trim() === foldTypography(others).trim();
}

/**
 * Whether a decision about an earlier snapshot answers for this one too: the chosen words stand here as they did there, or what
 * was turned down is still all there is.
 */
function stillHolds(
  earlier: AnchorDecision,
  { verdict }: Reanchoring,
  chosen: Reanchoring | undefined,
  words: string,
): boolean {
  if (earlier.decision === 'place') return chosen !== undefined && sameWords(chosen.verdict);
  return verdict === earlier.verdict && alike(words, earlier.words);
}

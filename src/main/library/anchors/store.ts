import type { AnchorCandidate, Verdict } from '../../../shared/anchoring';
import type { AnchorChoice, TextPlace, VerdictCounts } from '../../../shared/domain/anchors';
import type { Locator } from '../../../shared/domain/common';
import { idList } from '../common/rows';
import type { Reader, Writer } from '../db/types';
import { parseCandidates, toStanding, type StandingRow } from './read';

/** Raise it when the rules of shared/anchoring/reanchor.ts change: what older rules found is then looked for again. */
export const method = 1;

/** SQL for the newest snapshot of a source. `sourceId` is a column of ours, never input. */
const newestSql = (sourceId: string) =>
  `(SELECT n.id FROM snapshot n WHERE n.source_id = ${sourceId} AND n.deleted_at IS NULL
    ORDER BY n.captured_at DESC, n.id DESC LIMIT 1)`;

/** What an excerpt's row takes from its standing, joined by `standingJoinSql`. */
export const standingColumnsSql = `x.snapshot_id AS standing_snapshot_id, x.verdict AS standing_verdict,
  x.start_offset AS standing_start, x.end_offset AS standing_end, x.locator_label AS standing_locator_label,
  x.locator_value AS standing_locator_value, x.decision AS standing_decision, x.needs_look AS standing_needs_look`;

/** Joins excerpts `e` with how they stand in the newest snapshot. There is no row where that is their own. */
export const standingJoinSql = `LEFT JOIN excerpt_standing x
  ON x.excerpt_id = e.id AND x.snapshot_id = ${newestSql('e.source_id')}`;

/** SQL for the excerpts `e` that a person must look at. */
export const needsLookSql = 'e.id IN (SELECT excerpt_id FROM excerpt_standing WHERE needs_look = 1)';

/** A source's snapshots, oldest first. */
export async function snapshotIds(db: Reader, sourceId: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    'SELECT id FROM snapshot WHERE source_id = ? AND deleted_at IS NULL ORDER BY captured_at, id',
    [sourceId],
  );
  return rows.map(({ id }) => id);
}

/** Excerpts, of those given or of all, that have no standing in the newest snapshot by today's rules; those in the Trash too. */
export async function excerptsToAnchor(
  db: Reader,
  excerptIds: Iterable<string> | null,
): Promise<{ id: string; sourceId: string }[]> {
  // Of all, few are of sources that were captured again; a few are looked at one by one, which a large library must not slow.
  const some =
    excerptIds === null
      ? 'e.source_id IN (SELECT source_id FROM snapshot GROUP BY source_id HAVING count(*) > 1)'
      : 'e.id IN (SELECT value FROM json_each(?))';
  return db.all(
    `SELECT e.id, e.source_id AS sourceId FROM excerpt e
     WHERE ${some} AND e.snapshot_id <> ${newestSql('e.source_id')}
       AND NOT EXISTS (SELECT 1 FROM excerpt_standing x
         WHERE x.excerpt_id = e.id AND x.snapshot_id = ${newestSql('e.source_id')} AND x.method = ?)`,
    [...(excerptIds === null ? [] : [idList(excerptIds)]), method],
  );
}

/** Sources with more than one snapshot. */
export async function recapturedSources(db: Reader): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    'SELECT source_id AS id FROM snapshot WHERE deleted_at IS NULL GROUP BY source_id HAVING count(*) > 1',
  );
  return rows.map(({ id }) => id);
}

export interface AnchoredExcerpt extends TextPlace {
  id: string;
  snapshotId: string;
  exact: string;
}

/** Excerpts of a source that were not made in this snapshot, those in the Trash too: they may come back. */
export async function excerptsMadeElsewhere(
  db: Reader,
  sourceId: string,
  snapshotId: string,
): Promise<AnchoredExcerpt[]> {
  return db.all<AnchoredExcerpt>(
    `SELECT id, snapshot_id AS snapshotId, start_offset AS start, end_offset AS "end", exact
     FROM excerpt WHERE source_id = ? AND snapshot_id <> ? ORDER BY snapshot_id, start_offset, id`,
    [sourceId, snapshotId],
  );
}

/** The source of an excerpt; undefined when it is gone. */
export async function sourceOf(db: Reader, excerptId: string): Promise<string | undefined> {
  const row = await db.get<{ id: string }>('SELECT source_id AS id FROM excerpt WHERE id = ?', [excerptId]);
  return row?.id;
}

export interface AnchorDecision {
  id: string;
  excerptId: string;
  snapshotId: string;
  decision: AnchorChoice['decision'];
  verdict: Verdict;
  place: TextPlace | null;
  words: string;
}

interface DecisionRow {
  id: string;
  excerpt_id: string;
  snapshot_id: string;
  decision: AnchorChoice['decision'];
  verdict: Verdict;
  start_offset: number | null;
  end_offset: number | null;
  words: string;
}

/** What was decided about excerpts of a source, for any of its snapshots. */
export async function decisionsOf(db: Reader, sourceId: string): Promise<AnchorDecision[]> {
  const rows = await db.all<DecisionRow>(
    `SELECT d.id, d.excerpt_id, d.snapshot_id, d.decision, d.verdict, d.start_offset, d.end_offset, d.words
     FROM anchor_decision d JOIN excerpt e ON e.id = d.excerpt_id WHERE e.source_id = ? AND d.deleted_at IS NULL`,
    [sourceId],
  );
  return rows.map((row) => ({
    id: row.id,
    excerptId: row.excerpt_id,
    snapshotId: row.snapshot_id,
    decision: row.decision,
    verdict: row.verdict,
    place:
      row.start_offset === null || row.end_offset === null ? null : { start: row.start_offset, end: row.end_offset },
    words: row.words,
  }));
}

/** What `excerpt_standing` holds of one excerpt in one snapshot. */
export interface StoredStanding {
  excerptId: string;
  snapshotId: string;
  verdict: Verdict;
  place: TextPlace | null;
  locator: Locator | null;
  decision: AnchorChoice['decision'] | null;
  needsLook: boolean;
  candidates: AnchorCandidate[];
}

/** Puts these in the place of what was known of their excerpts in the newest snapshot; in others nothing needs a look any more. */
export async function writeStandings(
  db: Writer,
  newestId: string,
  standings: readonly StoredStanding[],
): Promise<void> {
  await db.run(
    `INSERT OR REPLACE INTO excerpt_standing (excerpt_id, snapshot_id, verdict, start_offset, end_offset,
       locator_label, locator_value, decision, needs_look, candidates, method)
     SELECT value ->> 'excerptId', ?, value ->> 'verdict', value ->> '$.place.start', value ->> '$.place.end',
       value ->> '$.locator.label', value ->> '$.locator.value', value ->> 'decision', value ->> 'needsLook',
       value -> 'candidates', ? FROM json_each(?)`,
    [newestId, method, JSON.stringify(standings)],
  );
  await db.run(
    `UPDATE excerpt_standing SET needs_look = 0
     WHERE needs_look = 1 AND snapshot_id <> ? AND excerpt_id IN (SELECT value FROM json_each(?))`,
    [newestId, idList(standings.map(({ excerptId }) => excerptId))],
  );
}

/** Forgets excerpts and snapshots that are gone for good, and what is known of excerpts in the snapshot they were made in. */
export async function removeStandings(
  db: Writer,
  column: 'excerpt_id' | 'snapshot_id',
  ids: Iterable<string>,
): Promise<void> {
  await db.run(`DELETE FROM excerpt_standing WHERE ${column} IN (SELECT value FROM json_each(?))`, [idList(ids)]);
}

/** Forgets how excerpts stand in snapshots of other sources: of two that were one for a while. */
export async function removeForeignStandings(db: Writer): Promise<void> {
  await db.run(
    `DELETE FROM excerpt_standing WHERE EXISTS (SELECT 1 FROM excerpt e JOIN snapshot n ON n.id = excerpt_standing.snapshot_id
       WHERE e.id = excerpt_standing.excerpt_id AND n.source_id <> e.source_id)`,
  );
}

/** Every stored standing of the excerpts of a source. */
export async function storedStandings(db: Reader, sourceId: string): Promise<StoredStanding[]> {
  const rows = await db.all<StandingRow & { excerpt_id: string; candidates: string }>(
    `SELECT x.excerpt_id, x.candidates, ${standingColumnsSql}
     FROM excerpt_standing x JOIN excerpt e ON e.id = x.excerpt_id WHERE e.source_id = ? ORDER BY x.excerpt_id`,
    [sourceId],
  );
  return rows.flatMap((row) => {
    const standing = toStanding(row);
    return standing === null
      ? []
      : [{ excerptId: row.excerpt_id, candidates: parseCandidates(row.candidates), ...standing }];
  });
}

/** The places found for an excerpt in a snapshot, best first. */
export async function candidatesOf(db: Reader, excerptId: string, snapshotId: string): Promise<AnchorCandidate[]> {
  const row = await db.get<{ candidates: string }>(
    'SELECT candidates FROM excerpt_standing WHERE excerpt_id = ? AND snapshot_id = ?',
    [excerptId, snapshotId],
  );
  return parseCandidates(row?.candidates ?? '[]');
}

/** The live excerpts of a source, with the place where they were made. */
export async function liveExcerpts(db: Reader, sourceId: string): Promise<AnchoredExcerpt[]> {
  return db.all<AnchoredExcerpt>(
    `SELECT id, snapshot_id AS snapshotId, start_offset AS start, end_offset AS "end", exact
     FROM excerpt WHERE source_id = ? AND deleted_at IS NULL`,
    [sourceId],
  );
}

/** Stored standings whose excerpt or snapshot is gone. */
export async function strayStandings(db: Reader): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `SELECT excerpt_id AS id FROM excerpt_standing x
     WHERE NOT EXISTS (SELECT 1 FROM excerpt e WHERE e.id = x.excerpt_id)
        OR NOT EXISTS (SELECT 1 FROM snapshot n WHERE n.id = x.snapshot_id)`,
  );
  return rows.map(({ id }) => id);
}

/** How many live excerpts have each verdict in a snapshot. */
export async function countVerdicts(db: Reader, snapshotId: string): Promise<VerdictCounts> {
  const rows = await db.all<{ verdict: Verdict; count: number }>(
    `SELECT x.verdict, count(*) AS count FROM excerpt_standing x JOIN excerpt e ON e.id = x.excerpt_id
     WHERE x.snapshot_id = ? AND e.deleted_at IS NULL GROUP BY x.verdict`,
    [snapshotId],
  );
  const counts: VerdictCounts = { exact: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 };
  for (const { verdict, count } of rows) counts[verdict] = count;
  return counts;
}

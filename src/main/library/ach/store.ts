import { diagnosticityOf, scoresOf } from '../../../shared/ach/score';
import type { AchItem, AchRating, AchSummary, AchTable } from '../../../shared/domain/ach';
import { statusesOfClaims } from '../claims/material/store';
import { missing } from '../common/errors';
import { groupBy } from '../common/rows';
import type { Reader } from '../db/types';

const liveHypotheses = `ach_hypothesis h JOIN claim c ON c.id = h.claim_id WHERE h.deleted_at IS NULL AND c.deleted_at IS NULL`;
const liveItems = `ach_item i LEFT JOIN claim c ON c.id = i.claim_id
  LEFT JOIN excerpt e ON e.id = i.excerpt_id LEFT JOIN source s ON s.id = e.source_id
  WHERE i.deleted_at IS NULL AND c.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL`;

const summarySql = `SELECT t.id, t.title, t.note,
  (SELECT count(*) FROM ${liveHypotheses} AND h.ach_id = t.id) AS hypotheses,
  (SELECT count(*) FROM ${liveItems} AND i.ach_id = t.id) AS items
  FROM ach t WHERE t.deleted_at IS NULL`;

/** The tables of hypotheses, by title. */
export async function listAch(db: Reader): Promise<AchSummary[]> {
  return db.all<AchSummary>(`${summarySql} ORDER BY t.title COLLATE NOCASE, t.id`);
}

type ItemRow = Omit<AchItem, 'status' | 'diagnosticity' | 'ratings'>;

/**
 * One table with its scores. Hypotheses and lines whose claim or excerpt is in the Trash are left out and count for nothing, until they
 * are restored. @throws `not-found`
 */
export async function getAch(db: Reader, id: string): Promise<AchTable> {
  const summary = await db.get<AchSummary>(`${summarySql} AND t.id = ?`, [id]);
  if (summary === undefined) throw missing('ach');
  const hypotheses = await db.all<{ id: string; claimId: string; statement: string }>(
    `SELECT h.id, h.claim_id AS claimId, c.statement FROM ${liveHypotheses} AND h.ach_id = ? ORDER BY h.ordinal, h.id`,
    [id],
  );
  const items = await db.all<ItemRow>(
    `SELECT i.id, iif(i.claim_id IS NULL, 'excerpt', 'claim') AS kind, coalesce(i.claim_id, i.excerpt_id) AS targetId,
       coalesce(c.statement, e.text) AS text, coalesce(s.short_citation, '') AS citation, i.credibility, i.relevance, i.note
     FROM ${liveItems} AND i.ach_id = ? ORDER BY i.ordinal, i.id`,
    [id],
  );
  const shown = new Set(hypotheses.map((each) => each.id));
  const ratings = groupBy(
    (
      await db.all<{ hypothesis: string; item: string; rating: AchRating }>(
        `SELECT r.hypothesis_id AS hypothesis, r.item_id AS item, r.rating FROM ach_rating r
         JOIN ach_hypothesis h ON h.id = r.hypothesis_id WHERE h.ach_id = ? AND r.deleted_at IS NULL`,
        [id],
      )
    ).filter(({ hypothesis }) => shown.has(hypothesis)),
    ({ item }) => item,
  );
  const claimIds = [...hypotheses.map(({ claimId }) => claimId), ...items.flatMap((item) => claimOf(item) ?? [])];
  const statuses = await statusesOfClaims(db, claimIds);
  const itemList = items.map((item): AchItem => {
    const rated = Object.fromEntries(
      (ratings.get(item.id) ?? []).map(({ hypothesis, rating }) => [hypothesis, rating]),
    );
    const claim = claimOf(item);
    return {
      ...item,
      status: claim === null ? null : (statuses.get(claim) ?? 'unsupported'),
      diagnosticity: diagnosticityOf(rated),
      ratings: rated,
    };
  });
  const scores = scoresOf([...shown], itemList);
  const rated = itemList.reduce((sum, item) => sum + Object.keys(item.ratings).length, 0);
  return {
    ...summary,
    hypothesisList: hypotheses.map((each) => ({
      ...each,
      status: statuses.get(each.claimId) ?? 'unsupported',
      ...scores.get(each.id)!,
    })),
    itemList,
    unrated: hypotheses.length * items.length - rated,
  };
}

const claimOf = ({ kind, targetId }: Pick<AchItem, 'kind' | 'targetId'>) => (kind === 'claim' ? targetId : null);

type PartTable = 'ach_hypothesis' | 'ach_item';

/** The table that a hypothesis or a line belongs to. @throws `not-found` */
export async function achOf(db: Reader, part: PartTable, id: string): Promise<string> {
  const row = await db.get<{ achId: string }>(
    `SELECT ach_id AS achId FROM ${part} WHERE id = ? AND deleted_at IS NULL`,
    [id],
  );
  if (row === undefined) throw missing(part);
  return row.achId;
}

/** Whether a part is there, and the ordinal after the last. */
export async function placeInAch(db: Reader, part: PartTable, achId: string, id: string) {
  const row = await db.get<{ present: number; next: number }>(
    `SELECT coalesce(max(id = ? AND deleted_at IS NULL), 0) AS present, coalesce(max(ordinal), -1) + 1 AS next
     FROM ${part} WHERE ach_id = ?`,
    [id, achId],
  );
  return { present: row?.present === 1, next: row?.next ?? 0 };
}

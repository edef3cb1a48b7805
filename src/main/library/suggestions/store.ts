import type { SuggestionDecision, SuggestionKind } from '../../../shared/domain/suggestions';
import type { Change } from '../changes/types';
import { standInIds } from '../common/merges/store';
import { wellFormed } from '../common/rows';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

type LinkId = LibraryContext['linkId'];

interface DecisionRow {
  key: string;
  kind: SuggestionKind;
  decision: SuggestionDecision['decision'];
  label: string;
  targetId: string | null;
}

/** A source and those that were merged into it: what was decided there goes on counting here. */
const ownSql = `WITH RECURSIVE own (id) AS (
  SELECT ? UNION SELECT m.merged_id FROM own JOIN source_merge m ON m.kept_id = own.id AND m.deleted_at IS NULL)`;

const targetIsThere = `CASE d.kind
  WHEN 'actor' THEN EXISTS (SELECT 1 FROM actor a WHERE a.id = d.target_id AND (a.deleted_at IS NULL
    OR EXISTS (SELECT 1 FROM actor_merge m WHERE m.merged_id = a.id AND m.deleted_at IS NULL)))
  WHEN 'event' THEN EXISTS (SELECT 1 FROM event v WHERE v.id = d.target_id AND v.deleted_at IS NULL)
  ELSE EXISTS (SELECT 1 FROM excerpt e WHERE e.id = d.target_id AND e.deleted_at IS NULL) END`;

/** What was decided about the proposals of a source, the latest first; without what was accepted and is no longer in the library. */
export async function decisionsOf(db: Reader, sourceId: string): Promise<SuggestionDecision[]> {
  const rows = await db.all<DecisionRow>(
    `${ownSql} SELECT d.content_key AS key, d.kind, d.decision, d.label, d.target_id AS targetId
     FROM suggestion_decision d JOIN own ON own.id = d.source_id
     WHERE d.deleted_at IS NULL AND (d.decision = 'rejected' OR ${targetIsThere})
     ORDER BY d.modified_at DESC, d.id`,
    [sourceId],
  );
  const actors = rows.flatMap(({ kind, targetId }) => (kind === 'actor' && targetId !== null ? [targetId] : []));
  const now = await standInIds(db, 'actor_merge', actors);
  return rows.map((row) => ({ ...row, targetId: row.targetId && (now.get(row.targetId) ?? row.targetId) }));
}

/** The kind that a key begins with. */
const kindOf = (key: string) => key.slice(0, key.indexOf(':')) as SuggestionKind;

export interface NewDecision {
  sourceId: string;
  key: string;
  label: string;
  /** What it became; null rejects it. */
  targetId: string | null;
}

/** Keeps a decision; one that was there already gives way. @throws `not-found` */
export async function decide(change: Change, linkId: LinkId, decision: NewDecision): Promise<void> {
  await requireLive(change, 'source', decision.sourceId);
  const key = wellFormed(decision.key);
  await change.insert('suggestion_decision', {
    id: linkId('suggestion', decision.sourceId, key),
    source_id: decision.sourceId,
    kind: kindOf(key),
    content_key: key,
    decision: decision.targetId === null ? 'rejected' : 'accepted',
    label: wellFormed(decision.label.slice(0, 500)),
    target_id: decision.targetId,
  });
}

/** Forgets what was decided, if anything was. */
export async function reconsider(change: Change, sourceId: string, key: string): Promise<void> {
  await requireLive(change, 'source', sourceId);
  const rows = await change.all<{ id: string }>(
    `${ownSql} SELECT d.id FROM suggestion_decision d JOIN own ON own.id = d.source_id WHERE d.content_key = ?`,
    [sourceId, wellFormed(key)],
  );
  for (const { id } of rows) await change.erase('suggestion_decision', id);
}

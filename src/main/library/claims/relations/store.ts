import type { ParsedInputOf } from '../../../../shared/contract';
import type { ClaimRelation, ClaimRelationKind } from '../../../../shared/domain/claims';
import { CommonplaceError } from '../../../../shared/result';
import type { Change } from '../../changes/types';
import { missing } from '../../common/errors';
import { wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { Reader } from '../../db/types';
import { statusesOfClaims } from '../material/store';

interface RelationRow {
  id: string;
  from_id: string;
  to_id: string;
  kind: ClaimRelationKind;
  reason: string;
  statement: string;
}

/** The relations of a claim to others that are not in the Trash, by kind and statement. */
export async function relationsOf(db: Reader, claimId: string): Promise<ClaimRelation[]> {
  const rows = await db.all<RelationRow>(
    `SELECT r.id, r.from_id, r.to_id, r.kind, r.reason, c.statement
     FROM claim_relation r JOIN claim c ON c.id = iif(r.from_id = ?, r.to_id, r.from_id)
     WHERE (r.from_id = ? OR r.to_id = ?) AND r.deleted_at IS NULL AND c.deleted_at IS NULL
     ORDER BY r.kind DESC, c.statement COLLATE NOCASE, r.id`,
    [claimId, claimId, claimId],
  );
  const other = (row: RelationRow) => (row.from_id === claimId ? row.to_id : row.from_id);
  const statuses = await statusesOfClaims(db, rows.map(other));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    direction: row.from_id === claimId ? 'to' : 'from',
    reason: row.reason,
    claimId: other(row),
    statement: row.statement,
    status: statuses.get(other(row)) ?? 'unsupported',
  }));
}

/**
 * Relates two claims; doing it again writes the reason. A claim cannot refine or entail one that refines or entails it in turn:
 * then they are the same claim. @throws `not-found`, `bad-input`
 */
export async function relateClaims(
  change: Change,
  linkId: LibraryContext['linkId'],
  { fromId, toId, kind, reason }: ParsedInputOf<'claims.relate'>,
): Promise<ClaimRelation> {
  if (fromId === toId) {
    throw new CommonplaceError('bad-input', 'A claim cannot be related to itself. Choose another claim.');
  }
  await requireLive(change, 'claim', fromId);
  await requireLive(change, 'claim', toId);
  const [first, second] = kind === 'conflicts' && toId < fromId ? [toId, fromId] : [fromId, toId];
  if (kind !== 'conflicts' && (await isRelated(change, linkId(toId, fromId, kind)))) {
    throw new CommonplaceError(
      'bad-input',
      `The other claim ${kind} this one already. If both say the same, keep one of them; else remove that relation first.`,
    );
  }
  const id = linkId(first, second, kind);
  const row = { from_id: first, to_id: second, kind, reason: wellFormed(reason) };
  if (await isRelated(change, id)) await change.update('claim_relation', id, row);
  else await change.insert('claim_relation', { id, ...row });
  const relation = (await relationsOf(change, fromId)).find((one) => one.id === id);
  if (relation === undefined) throw missing('claim_relation');
  return relation;
}

async function isRelated(db: Reader, id: string): Promise<boolean> {
  return (
    (await db.get('SELECT 1 AS found FROM claim_relation WHERE id = ? AND deleted_at IS NULL', [id])) !== undefined
  );
}

export async function unrelateClaims(change: Change, id: string): Promise<void> {
  if (!(await isRelated(change, id))) throw missing('claim_relation');
  await change.erase('claim_relation', id);
}

import type { ParsedInputOf } from '../../../../shared/contract';
import type { Evidence, EvidenceStance } from '../../../../shared/domain/claims';
import { attributionOf } from '../../../../shared/origins/attribution';
import { CommonplaceError } from '../../../../shared/result';
import type { Change } from '../../changes/types';
import { missing } from '../../common/errors';
import { wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { Reader, SqlRow } from '../../db/types';
import { excerptsById } from '../../excerpts/store';

interface EvidenceRow {
  id: string;
  claim_id: string;
  excerpt_id: string;
  stance: string;
  reason: string;
  origin_id: string | null;
  counted_id: string | null;
  counted_name: string | null;
  issued: string;
}

const evidenceSql = `SELECT v.id, v.claim_id, v.excerpt_id, v.stance, v.reason, v.origin_id, s.issued,
  o.id AS counted_id, o.name AS counted_name
  FROM evidence v JOIN excerpt e ON e.id = v.excerpt_id JOIN source s ON s.id = e.source_id
  LEFT JOIN source_origin x ON x.source_id = s.id AND x.deleted_at IS NULL
  LEFT JOIN origin o ON o.id = coalesce(v.origin_id, x.origin_id) AND o.deleted_at IS NULL`;

async function toEvidence(db: Reader, rows: readonly EvidenceRow[]): Promise<Evidence[]> {
  const excerpts = await excerptsById(
    db,
    rows.map((row) => row.excerpt_id),
  );
  return rows.flatMap((row) => {
    const excerpt = excerpts.get(row.excerpt_id);
    if (excerpt === undefined) return [];
    return [
      {
        id: row.id,
        claimId: row.claim_id,
        excerptId: row.excerpt_id,
        stance: row.stance as EvidenceStance,
        reason: row.reason,
        originId: row.origin_id,
        origin: row.counted_id === null ? null : { id: row.counted_id, name: row.counted_name ?? '' },
        attribution: attributionOf(excerpt.anchor.exact),
        date: row.issued,
        excerpt,
      },
    ];
  });
}

/** The evidence on a claim, as added. Evidence from the Trash, or from trashed sources, does not count and is left out. */
export async function evidenceOf(db: Reader, claimId: string): Promise<Evidence[]> {
  const rows = await db.all<EvidenceRow>(
    `${evidenceSql} WHERE v.claim_id = ? AND v.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL
     ORDER BY v.created_at, v.id`,
    [claimId],
  );
  return toEvidence(db, rows);
}

async function getEvidence(db: Reader, id: string): Promise<Evidence> {
  const rows = await db.all<EvidenceRow>(`${evidenceSql} WHERE v.id = ?`, [id]);
  const [evidence] = await toEvidence(db, rows);
  if (evidence === undefined) throw missing('evidence');
  return evidence;
}

/** Links an excerpt to a claim. One excerpt bears on a claim in one way. @throws `not-found`, `duplicate` */
export async function addEvidence(
  change: Change,
  linkId: LibraryContext['linkId'],
  input: ParsedInputOf<'claims.addEvidence'>,
): Promise<Evidence> {
  await requireLive(change, 'claim', input.claimId);
  await requireLive(change, 'excerpt', input.excerptId);
  if (input.originId !== null) await requireLive(change, 'origin', input.originId);
  const id = linkId(input.claimId, input.excerptId);
  const there = await change.get('SELECT 1 AS found FROM evidence WHERE id = ? AND deleted_at IS NULL', [id]);
  if (there !== undefined) {
    throw new CommonplaceError(
      'duplicate',
      'This excerpt is evidence on this claim already. Change what it says there instead of adding it twice.',
    );
  }
  await change.insert('evidence', {
    id,
    claim_id: input.claimId,
    excerpt_id: input.excerptId,
    stance: input.stance,
    reason: wellFormed(input.reason),
    origin_id: input.originId,
  });
  return getEvidence(change, id);
}

export async function updateEvidence(change: Change, input: ParsedInputOf<'claims.updateEvidence'>): Promise<Evidence> {
  const before = await getEvidence(change, input.id);
  await requireLive(change, 'claim', before.claimId);
  const fields: SqlRow = {};
  if (input.stance !== undefined) fields.stance = input.stance;
  if (input.reason !== undefined) fields.reason = wellFormed(input.reason);
  if (input.originId !== undefined) {
    if (input.originId !== null) await requireLive(change, 'origin', input.originId);
    fields.origin_id = input.originId;
  }
  await change.update('evidence', input.id, fields);
  return getEvidence(change, input.id);
}

export async function removeEvidence(change: Change, id: string): Promise<void> {
  const { claimId } = await getEvidence(change, id);
  await requireLive(change, 'claim', claimId);
  await change.erase('evidence', id);
}

import type { ParsedInputOf } from '../../../../shared/contract';
import type { Dismissal } from '../../../../shared/domain/provenance';
import type { Change } from '../../changes/types';
import { wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { Reader } from '../../db/types';

type LinkId = LibraryContext['linkId'];

/** What somebody let be in a memo, the latest first. */
export async function dismissalsOf(db: Reader, memoId: string): Promise<Dismissal[]> {
  return db.all<Dismissal>(
    `SELECT fingerprint, rule, words, reason, modified_at AS createdAt FROM finding_dismissal
     WHERE memo_id = ? AND deleted_at IS NULL ORDER BY modified_at DESC, id`,
    [memoId],
  );
}

/** Lets a finding be, for a reason; a reason that was there gives way. @throws `not-found` */
export async function dismiss(
  change: Change,
  linkId: LinkId,
  { memoId, fingerprint, rule, words, reason }: ParsedInputOf<'provenance.dismiss'>,
): Promise<void> {
  await requireLive(change, 'memo', memoId);
  await change.insert('finding_dismissal', {
    id: linkId('dismissal', memoId, fingerprint),
    memo_id: memoId,
    fingerprint,
    rule,
    words: wellFormed(words),
    reason: wellFormed(reason),
  });
}

/** Takes a dismissal back, if there is one: the finding counts again. */
export async function withdraw(
  change: Change,
  linkId: LinkId,
  { memoId, fingerprint }: ParsedInputOf<'provenance.withdraw'>,
): Promise<void> {
  await requireLive(change, 'memo', memoId);
  const id = linkId('dismissal', memoId, fingerprint);
  const there = await change.get('SELECT 1 AS found FROM finding_dismissal WHERE id = ? AND deleted_at IS NULL', [id]);
  if (there) await change.erase('finding_dismissal', id);
}

import type { ParsedInputOf } from '../../../shared/contract';
import { differences, trimRange } from '../../../shared/anchoring';
import type { PassageInContext, Settling, TextPlace } from '../../../shared/domain/anchors';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { CommonplaceError } from '../../../shared/result';
import { locatorAt } from '../../../shared/sources/locators';
import type { Change } from '../changes/types';
import { inTrash } from '../common/errors';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { getExcerpt } from '../excerpts/store';
import { getSnapshot } from '../snapshots/store';
import { candidatesOf } from './store';

/** What is shown around a passage on each side; UTF-16 code units. */
const contextLength = 280;

/** What is needed to decide about an excerpt. @throws `not-found`, `conflict` when there is nothing to decide */
export async function settlingOf(db: Reader, excerptId: string): Promise<Settling> {
  const excerpt = await getExcerpt(db, excerptId);
  const { anchor, standing } = excerpt;
  if (standing === null) throw nothingToSettle();
  const own = await getSnapshot(db, anchor.snapshotId);
  const newest = await getSnapshot(db, standing.snapshotId);
  const candidates = await candidatesOf(db, excerptId, newest.id);
  return {
    excerpt,
    standing,
    old: { ...inContext(own.text, anchor), capturedAt: own.capturedAt },
    capturedAt: newest.capturedAt,
    candidates: candidates.map((candidate) => {
      const passage = inContext(newest.text, candidate);
      return {
        ...candidate,
        passage,
        locator: locatorAt(newest.blocks, candidate.start, candidate.end),
        differences: differences(anchor.exact, passage.text),
      };
    }),
  };
}

function inContext(text: string, { start, end }: TextPlace): PassageInContext {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  return {
    // Cut between words, and marked as cut.
    before: start > contextLength ? before.replace(/^\S*\s/u, '… ') : before,
    text: text.slice(start, end),
    after: end + contextLength < text.length ? after.replace(/\s\S*$/u, ' …') : after,
  };
}

/**
 * Keeps what a person decided about an excerpt in the newest snapshot. The excerpt itself, its words and its own anchor, is never
 * changed by it. @throws `not-found`, `conflict`, `bad-input`
 */
export async function settleExcerpt(
  change: Change,
  linkId: LibraryContext['linkId'],
  { excerptId, snapshotId, choice }: ParsedInputOf<'anchors.settle'>,
): Promise<Excerpt> {
  const { standing, deletedAt, sourceTrashed } = await getExcerpt(change, excerptId);
  if (deletedAt !== null || sourceTrashed) throw inTrash(deletedAt === null ? 'source' : 'excerpt');
  if (standing?.snapshotId !== snapshotId) throw nothingToSettle();
  const { text } = await getSnapshot(change, snapshotId);
  const [best] = await candidatesOf(change, excerptId, snapshotId);
  const chosen = choice.decision === 'place' ? chosenPlace(text, choice) : undefined;
  const seen = chosen ?? best;
  await change.insert('anchor_decision', {
    id: linkId(excerptId, snapshotId),
    excerpt_id: excerptId,
    snapshot_id: snapshotId,
    decision: choice.decision,
    verdict: standing.verdict,
    start_offset: chosen?.start ?? null,
    end_offset: chosen?.end ?? null,
    words: seen === undefined ? '' : text.slice(seen.start, seen.end),
  });
  return getExcerpt(change, excerptId);
}

function chosenPlace(text: string, { start, end }: TextPlace): TextPlace {
  const [from, to] = trimRange(text, start, end);
  if (end > text.length || from >= to) {
    throw new CommonplaceError('bad-input', 'This place is not in the text. Choose the passage again.');
  }
  return { start: from, end: to };
}

function nothingToSettle(): CommonplaceError {
  return new CommonplaceError(
    'conflict',
    'There is nothing to decide about this excerpt: it was made in the newest text of its source, or a newer one came in.',
  );
}

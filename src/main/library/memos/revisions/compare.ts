import type { MemoComparison } from '../../../../shared/domain/memos';
import { shortLocator } from '../../../../shared/excerpts/locator';
import { compareMemos } from '../../../../shared/memo/compare';
import type { CitationInline, MemoDocument } from '../../../../shared/memo/document';
import { documentJson } from '../../../../shared/memo/load';
import { CommonplaceError } from '../../../../shared/result';
import { inSlices } from '../../common/slices';
import type { Reader } from '../../db/types';
import { citationKeys } from '../../sources/store';
import { getMemo } from '../store';
import { getRevision } from './store';

/**
 * What changed from one state of a memo to another, sentence by sentence. A state is a revision, or the present text (null).
 * @throws `not-found`, `library-damaged`, `bad-input` for a revision of another memo
 */
export async function compareRevisions(
  db: Reader,
  { memoId, olderId, newerId }: { memoId: string; olderId: string | null; newerId: string | null },
): Promise<MemoComparison> {
  const memo = await getMemo(db, memoId);
  const stateOf = async (id: string | null): Promise<{ title: string; document: MemoDocument }> => {
    if (id === null) return memo;
    const revision = await getRevision(db, id);
    if (revision.memoId === memoId) return revision;
    throw new CommonplaceError('bad-input', 'This is a revision of another memo. Compare two states of the same one.');
  };
  const [older, newer] = [await stateOf(olderId), await stateOf(newerId)];
  const keys = new Map([...(await citationKeys(db))].map(([key, id]) => [id, key]));
  const rows = await inSlices(
    compareMemos(older.document, newer.document, memo.locale, (citation) => words(citation, keys)),
  );
  return {
    olderTitle: older.title,
    newerTitle: newer.title,
    rows,
    isSame: documentJson(older.document) === documentJson(newer.document),
  };
}

/** "see freund2023, p. 3; orr2019": a citation by keys, the same in every style. */
function words({ items }: CitationInline, keys: ReadonlyMap<string, string>): string {
  return items
    .map(({ sourceId, label, locator, prefix, suffix }) => {
      const place = locator === '' ? '' : shortLocator({ label, value: locator });
      const source = [keys.get(sourceId) ?? 'missing source', place].filter(Boolean).join(', ');
      return [prefix, source, suffix].filter(Boolean).join(' ');
    })
    .join('; ');
}

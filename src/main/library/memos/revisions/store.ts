import type { MemoRevision, MemoRevisionInfo } from '../../../../shared/domain/memos';
import { parseDocument } from '../../../../shared/memo/load';
import { unwrap } from '../../../../shared/result';
import type { Change } from '../../changes/types';
import { missing } from '../../common/errors';
import { sha256 } from '../../common/rows';
import { requireRow } from '../../common/store';
import type { Reader } from '../../db/types';
import { revisionInterval, revisionsToDrop } from './thin';

/** A revision as stored: the document's JSON, byte for byte. */
export interface RevisionRow {
  id: string;
  memo_id: string;
  created_at: string;
  name: string;
  title: string;
  document: string;
  words: number;
  sha256: string;
}

/** What a revision keeps of a memo. */
export interface MemoState {
  id: string;
  title: string;
  document: string;
  words: number;
}

const infoSql = `SELECT id, memo_id AS memoId, created_at AS createdAt, name, words, sha256 FROM memo_revision`;

/** A memo's revisions, newest first. */
export async function listRevisions(db: Reader, memoId: string): Promise<MemoRevisionInfo[]> {
  await requireRow(db, 'memo', memoId);
  return db.all<MemoRevisionInfo>(
    `${infoSql} WHERE memo_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC`,
    [memoId],
  );
}

export async function revisionInfo(db: Reader, id: string): Promise<MemoRevisionInfo> {
  const row = await db.get<MemoRevisionInfo>(`${infoSql} WHERE id = ?`, [id]);
  if (row === undefined) throw missing('memo_revision');
  return row;
}

export async function revisionRow(db: Reader, id: string): Promise<RevisionRow> {
  const row = await db.get<RevisionRow>(
    'SELECT id, memo_id, created_at, name, title, document, words, sha256 FROM memo_revision WHERE id = ?',
    [id],
  );
  if (row === undefined) throw missing('memo_revision');
  return row;
}

/** A revision with its text. @throws `not-found`, `library-damaged` */
export async function getRevision(db: Reader, id: string): Promise<MemoRevision> {
  const row = await revisionRow(db, id);
  return {
    ...(await revisionInfo(db, id)),
    title: row.title,
    document: unwrap(parseDocument(row.document, 'This revision')),
  };
}

/** Keeps a memo as it stands. Answers the revision's id. */
export async function keepRevision(change: Change, memo: MemoState, name = ''): Promise<string> {
  return change.insert('memo_revision', {
    memo_id: memo.id,
    name,
    title: memo.title,
    document: memo.document,
    words: memo.words,
    sha256: sha256(memo.document),
  });
}

/**
 * Keeps the state that is about to be overwritten, unless it is kept already, is empty, or (without `always`) another was
 * kept in the last ten minutes; then thins old automatic ones out.
 */
export async function keepAutomatically(
  change: Change,
  memo: MemoState,
  options: { always?: boolean } = {},
): Promise<void> {
  const revisions = await change.all<{ id: string; created_at: string; name: string; sha256: string }>(
    `SELECT id, created_at, name, sha256 FROM memo_revision WHERE memo_id = ? AND deleted_at IS NULL
     ORDER BY created_at, id`,
    [memo.id],
  );
  const last = revisions.at(-1);
  if (last?.sha256 === sha256(memo.document)) return;
  if (memo.words === 0 && last === undefined) return;
  const now = Date.parse(change.now);
  if (options.always !== true && last !== undefined && now - Date.parse(last.created_at) < revisionInterval) return;
  await keepRevision(change, memo);
  const automatic = revisions.filter((revision) => revision.name === '');
  const times = [...automatic.map((revision) => Date.parse(revision.created_at)), now];
  for (const index of revisionsToDrop(times, now)) {
    const revision = automatic[index];
    if (revision !== undefined) await change.erase('memo_revision', revision.id);
  }
}

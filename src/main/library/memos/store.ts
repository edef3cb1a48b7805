import { defaultLocale, defaultStyleId } from '../../../shared/citing/defaults';
import type { ParsedInputOf } from '../../../shared/contract';
import type { MemoDetail, MemoSummary } from '../../../shared/domain/memos';
import { withChange } from '../../../shared/memo/change';
import { withUniqueIds } from '../../../shared/memo/clusters';
import { emptyDocument, type MemoDocument } from '../../../shared/memo/document';
import { documentJson, parseDocument } from '../../../shared/memo/load';
import { citationCount, plainText, wordCount } from '../../../shared/memo/text';
import { CommonplaceError, unwrap } from '../../../shared/result';
import type { Change } from '../changes/types';
import { inTrash, missing } from '../common/errors';
import { times, wellFormed, type TimesRow } from '../common/rows';
import { requireLive } from '../common/store';
import type { Reader, SqlRow } from '../db/types';
import { memoLocale } from './markdown/locale';
import { keepAutomatically, keepRevision, revisionInfo, revisionRow } from './revisions/store';

interface MemoSummaryRow extends TimesRow {
  id: string;
  title: string;
  style_id: string;
  locale: string;
  words: number;
  citations: number;
}
interface MemoRow extends MemoSummaryRow {
  document: string;
  save_count: number;
}

const summaryColumns = 'id, created_at, modified_at, deleted_at, title, style_id, locale, words, citations';

function toSummary(row: MemoSummaryRow): MemoSummary {
  return {
    id: row.id,
    title: row.title,
    styleId: row.style_id,
    locale: row.locale,
    words: row.words,
    citations: row.citations,
    ...times(row),
  };
}

/** All memos, latest change first. */
export async function listMemos(db: Reader, input: { includeTrashed: boolean }): Promise<MemoSummary[]> {
  const rows = await db.all<MemoSummaryRow>(
    `SELECT ${summaryColumns} FROM memo WHERE ? OR deleted_at IS NULL ORDER BY modified_at DESC, id`,
    [input.includeTrashed ? 1 : 0],
  );
  return rows.map(toSummary);
}

async function memoRow(db: Reader, id: string): Promise<MemoRow> {
  const row = await db.get<MemoRow>(`SELECT ${summaryColumns}, document, save_count FROM memo WHERE id = ?`, [id]);
  if (row === undefined) throw missing('memo');
  return row;
}

/** One memo with its text. @throws `not-found`, `library-damaged` */
export async function getMemo(db: Reader, id: string): Promise<MemoDetail> {
  const row = await memoRow(db, id);
  const document = unwrap(parseDocument(row.document, 'This memo'));
  return { ...toSummary(row), document, version: row.save_count };
}

/** A document and what follows from it. */
function documentColumns(document: MemoDocument) {
  return {
    document: documentJson(document),
    text: wellFormed(plainText(document)),
    words: wordCount(document),
    citations: citationCount(document),
  };
}

/** Hashes of the pictures in a stored document, without reading it. */
function pictureHashes(json: string): string[] {
  return [...json.matchAll(/"sha256":"([0-9a-f]{64})"/gu)].map(([, hash]) => hash ?? '');
}

export interface NewMemo {
  title: string;
  /** What its text is in, a BCP 47 tag; '' or left out where nobody said. */
  language?: string;
  document?: MemoDocument;
}

/** Adds a memo in the default style and locale, or that of its language. Answers its id. */
export async function addMemo(change: Change, memo: NewMemo, newId: () => string): Promise<string> {
  return change.insert('memo', {
    title: wellFormed(memo.title),
    style_id: defaultStyleId,
    locale: memoLocale(memo.language ?? '', defaultLocale) ?? defaultLocale,
    save_count: 0,
    ...documentColumns(withUniqueIds(memo.document ?? emptyDocument(), newId)),
  });
}

/** Title, style and locale. */
export async function updateMemo(change: Change, input: ParsedInputOf<'memos.update'>): Promise<MemoDetail> {
  await requireLive(change, 'memo', input.id);
  const fields: SqlRow = {};
  if (input.title !== undefined) fields.title = wellFormed(input.title);
  if (input.styleId !== undefined) fields.style_id = wellFormed(input.styleId);
  if (input.locale !== undefined) fields.locale = wellFormed(input.locale);
  await change.update('memo', input.id, fields);
  return getMemo(change, input.id);
}

/** @throws CommonplaceError `not-found`, `conflict` */
function requireVersion(row: MemoRow, version: number): void {
  if (row.deleted_at !== null) throw inTrash('memo');
  if (row.save_count === version) return;
  throw new CommonplaceError(
    'conflict',
    'This memo was changed in another window since you opened it. Copy what you wrote here, then reload the memo.',
    { version: row.save_count },
  );
}

/**
 * Saves the text if `version` is the latest, keeping the state before it now and then. A save that changes nothing keeps
 * its version. @throws `not-found`, `conflict` with the latest version in `details`
 */
export async function saveMemo(
  change: Change,
  input: ParsedInputOf<'memos.save'>,
  newId: () => string,
): Promise<{ version: number; modifiedAt: string }> {
  const row = await memoRow(change, input.id);
  requireVersion(row, input.version);
  const columns = documentColumns(withUniqueIds(input.document, newId));
  if (columns.document === row.document) return { version: row.save_count, modifiedAt: row.modified_at };
  // What it takes out must be there still when somebody undoes that: a picture lives as long as a document shows it.
  const kept = new Set(pictureHashes(columns.document));
  const takesPicture = pictureHashes(row.document).some((hash) => !kept.has(hash));
  await keepAutomatically(change, row, { always: takesPicture });
  await change.update('memo', row.id, { ...columns, save_count: row.save_count + 1 });
  return { version: row.save_count + 1, modifiedAt: change.now };
}

/**
 * Saves a text of which only some blocks are new. @throws `not-found`, `library-damaged`, `conflict`; `bad-input` if the stored text is
 * not the one that was changed, though its version is
 */
export async function saveMemoChange(
  change: Change,
  { id, version, ...blocks }: ParsedInputOf<'memos.saveChange'>,
  newId: () => string,
): Promise<{ version: number; modifiedAt: string }> {
  const row = await memoRow(change, id);
  requireVersion(row, version);
  const document = withChange(unwrap(parseDocument(row.document, 'This memo')), blocks);
  if (document === null)
    throw new CommonplaceError('bad-input', 'The change does not fit the stored text. Save the whole text.');
  return saveMemo(change, { id, version, document }, newId);
}

/** Keeps the memo as it stands under a name. */
export async function nameRevision(change: Change, memoId: string, name: string) {
  const row = await memoRow(change, memoId);
  if (row.deleted_at !== null) throw inTrash('memo');
  return revisionInfo(change, await keepRevision(change, row, wellFormed(name)));
}

/** Brings back title and text of a revision, byte for byte, after keeping the present state. */
export async function restoreRevision(change: Change, revisionId: string): Promise<MemoDetail> {
  const revision = await revisionRow(change, revisionId);
  const row = await memoRow(change, revision.memo_id);
  if (row.deleted_at !== null) throw inTrash('memo');
  const document = unwrap(parseDocument(revision.document, 'This revision'));
  await keepAutomatically(change, row, { always: true });
  await change.update('memo', row.id, {
    ...documentColumns(document),
    title: revision.title,
    // subtle: the stored bytes, not the parsed document written again, so that the hash stays the revision's.
    document: revision.document,
    save_count: row.save_count + 1,
  });
  return getMemo(change, row.id);
}

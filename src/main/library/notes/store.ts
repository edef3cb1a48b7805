import type { Note } from '../../../shared/domain/collections';
import type { NounKind, RowTimes, Target } from '../../../shared/domain/common';
import { memoDocumentVersion, type MemoDocument } from '../../../shared/memo/document';
import { documentJson, parseDocument } from '../../../shared/memo/load';
import { plainText } from '../../../shared/memo/text';
import type { Change } from '../changes/types';
import { inTrash, missing } from '../common/errors';
import { times, wellFormed, type TimesRow } from '../common/rows';
import { requireLive } from '../common/store';
import type { Reader } from '../db/types';

interface NoteRow extends TimesRow {
  id: string;
  target_kind: string;
  target_id: string;
  body: string;
  text: string;
}

function toNote(row: NoteRow): Note {
  const body = parseDocument(row.body);
  return {
    id: row.id,
    target: { kind: row.target_kind as NounKind, id: row.target_id },
    // A damaged body must not take its neighbours with it; its words are still in `text`.
    body: body.ok ? body.value : plainDocument(row.text),
    text: row.text,
    ...times(row),
  };
}

/** Plain text as a document of paragraphs. */
export function plainDocument(text: string): MemoDocument {
  return {
    version: memoDocumentVersion,
    blocks: text.split('\n').map((line) => ({
      type: 'paragraph',
      children: line === '' ? [] : [{ type: 'text', text: line, formats: [], marks: [] }],
    })),
  };
}

const columns = 'id, created_at, modified_at, deleted_at, target_kind, target_id, body, text';

/** The notes on a noun, oldest first. */
export async function listNotes(db: Reader, target: Target): Promise<Note[]> {
  const rows = await db.all<NoteRow>(
    `SELECT ${columns} FROM note WHERE target_kind = ? AND target_id = ? AND deleted_at IS NULL ORDER BY created_at, id`,
    [target.kind, target.id],
  );
  return rows.map(toNote);
}

async function getNote(db: Reader, id: string): Promise<Note> {
  const row = await db.get<NoteRow>(`SELECT ${columns} FROM note WHERE id = ?`, [id]);
  if (row === undefined) throw missing('note');
  return toNote(row);
}

function bodyColumns(body: MemoDocument) {
  return { body: documentJson(body), text: wellFormed(plainText(body)) };
}

/** @param from for one that comes from elsewhere: a row that no note has yet, and when it was written there */
export async function createNote(
  change: Change,
  target: Target,
  body: MemoDocument,
  { id: wanted, createdAt, modifiedAt }: { id?: string; createdAt?: string; modifiedAt?: string } = {},
): Promise<Note> {
  await requireLive(change, target.kind, target.id);
  const id = await change.insert('note', {
    ...(wanted === undefined ? {} : { id: wanted }),
    ...(createdAt === undefined ? {} : { created_at: createdAt }),
    ...(modifiedAt === undefined ? {} : { modified_at: modifiedAt }),
    target_kind: target.kind,
    target_id: target.id,
    ...bodyColumns(body),
  });
  return getNote(change, id);
}

/** When a note was written, changed and thrown away; undefined where there is none of that id. */
export async function noteTimes(db: Reader, id: string): Promise<RowTimes | undefined> {
  const row = await db.get<TimesRow>('SELECT created_at, modified_at, deleted_at FROM note WHERE id = ?', [id]);
  return row === undefined ? undefined : times(row);
}

export async function updateNote(change: Change, id: string, body: MemoDocument): Promise<Note> {
  const note = await getNote(change, id);
  if (note.deletedAt !== null) throw inTrash('note');
  await requireLive(change, note.target.kind, note.target.id);
  await change.update('note', id, bodyColumns(body));
  return getNote(change, id);
}

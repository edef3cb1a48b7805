import * as v from 'valibot';
import type { Block, Snapshot } from '../../../shared/domain/sources';
import { isSafeUrl } from '../../../shared/memo/document';
import type { Change } from '../changes/types';
import { damaged, missing } from '../common/errors';
import { sha256, wellFormed } from '../common/rows';
import type { Reader } from '../db/types';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Blocks as they are stored. */
export const blockList = v.array(
  v.looseObject({
    kind: v.string(),
    start: count,
    end: count,
    paragraph: v.optional(count),
    spans: v.array(
      v.looseObject({
        kind: v.string(),
        start: count,
        end: count,
        href: v.optional(v.pipe(v.string(), v.check(isSafeUrl))),
      }),
    ),
  }),
);

/** Stored blocks, validated. @throws CommonplaceError `library-damaged` */
function parseBlocks(json: string): Block[] {
  try {
    const parsed = v.safeParse(blockList, JSON.parse(json));
    if (parsed.success) return parsed.output as Block[];
  } catch {
    // Not JSON: the same to the user.
  }
  throw damaged('The text of this source');
}

interface SnapshotRow {
  id: string;
  source_id: string;
  attachment_id: string | null;
  captured_at: string;
  text: string;
  blocks: string;
  characters: number;
  paragraphs: number;
  language: string;
  sha256: string;
}

const columns = 'id, source_id, attachment_id, captured_at, text, blocks, characters, paragraphs, language, sha256';

function toSnapshot(row: SnapshotRow): Snapshot {
  return {
    id: row.id,
    sourceId: row.source_id,
    attachmentId: row.attachment_id,
    capturedAt: row.captured_at,
    text: row.text,
    blocks: parseBlocks(row.blocks),
    characters: row.characters,
    paragraphs: row.paragraphs,
    language: row.language,
    sha256: row.sha256,
  };
}

/** A snapshot with its text. @throws `not-found`, `library-damaged` */
export async function getSnapshot(db: Reader, id: string): Promise<Snapshot> {
  const row = await db.get<SnapshotRow>(`SELECT ${columns} FROM snapshot WHERE id = ?`, [id]);
  if (row === undefined) throw missing('snapshot');
  return toSnapshot(row);
}

/** The latest snapshot of a source; undefined if it has none. */
export async function latestSnapshot(db: Reader, sourceId: string): Promise<Snapshot | undefined> {
  const row = await db.get<SnapshotRow>(
    `SELECT ${columns} FROM snapshot WHERE source_id = ? AND deleted_at IS NULL ORDER BY captured_at DESC, id DESC LIMIT 1`,
    [sourceId],
  );
  return row === undefined ? undefined : toSnapshot(row);
}

/** The latest snapshot of a source that has this very text; undefined if none has. */
export async function snapshotOfText(db: Reader, sourceId: string, hash: string): Promise<Snapshot | undefined> {
  const row = await db.get<SnapshotRow>(
    `SELECT ${columns} FROM snapshot WHERE source_id = ? AND sha256 = ? AND deleted_at IS NULL
     ORDER BY captured_at DESC, id DESC LIMIT 1`,
    [sourceId, hash],
  );
  return row === undefined ? undefined : toSnapshot(row);
}

export interface NewSnapshot {
  sourceId: string;
  /** The file it was read from, where one is kept. */
  attachmentId?: string | null;
  /** ISO 8601 in UTC; the time of the change when left out. */
  capturedAt?: string;
  text: string;
  blocks: readonly Block[];
  /** BCP 47, '' if unknown. */
  language?: string;
}

/** Adds an immutable snapshot to a source. Answers its id. */
export async function addSnapshot(change: Change, snapshot: NewSnapshot): Promise<string> {
  const text = wellFormed(snapshot.text);
  return change.insert('snapshot', {
    source_id: snapshot.sourceId,
    attachment_id: snapshot.attachmentId ?? null,
    captured_at: snapshot.capturedAt ?? change.now,
    text,
    blocks: wellFormed(JSON.stringify(snapshot.blocks)),
    characters: text.length,
    paragraphs: snapshot.blocks.filter((block) => block.paragraph !== undefined).length,
    language: snapshot.language ?? '',
    sha256: sha256(text),
  });
}

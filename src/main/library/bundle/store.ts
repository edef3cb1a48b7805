import type { CslItem } from '../../../shared/domain/csl';
import { idList } from '../common/rows';
import type { Reader } from '../db/types';
import { parseCsl } from '../sources/read';

/** A cited source of a bundle. */
export interface BundledSource {
  id: string;
  citationKey: string;
  title: string;
  shortCitation: string;
  csl: CslItem;
  trashed: boolean;
}

export interface BundledSnapshot {
  id: string;
  sourceId: string;
  capturedAt: string;
  sha256: string;
}

export interface BundledExcerpt {
  id: string;
  sourceId: string;
  snapshotId: string;
  start: number;
  end: number;
}

export interface BundledOriginal {
  sourceId: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** The sources with these ids that the library has, those in the Trash too: a fact-checker wants to see what was cited. */
export async function bundledSources(db: Reader, ids: readonly string[]): Promise<BundledSource[]> {
  const rows = await db.all<Omit<BundledSource, 'csl' | 'trashed'> & { csl: string; trashed: number }>(
    `SELECT id, citation_key AS citationKey, title, short_citation AS shortCitation, csl, deleted_at IS NOT NULL AS trashed
     FROM source WHERE id IN (SELECT value FROM json_each(?)) ORDER BY citation_key`,
    [idList(ids)],
  );
  return rows.map((row) => ({ ...row, csl: parseCsl(row.csl), trashed: row.trashed === 1 }));
}

/** Snapshots of these sources without their text, the latest first. */
export async function bundledSnapshots(db: Reader, sourceIds: readonly string[]): Promise<BundledSnapshot[]> {
  return db.all<BundledSnapshot>(
    `SELECT id, source_id AS sourceId, captured_at AS capturedAt, sha256 FROM snapshot
     WHERE source_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY captured_at DESC, id DESC`,
    [idList(sourceIds)],
  );
}

/** The excerpts with these ids, those in the Trash too. */
export async function bundledExcerpts(db: Reader, ids: readonly string[]): Promise<BundledExcerpt[]> {
  return db.all<BundledExcerpt>(
    `SELECT id, source_id AS sourceId, snapshot_id AS snapshotId, start_offset AS start, end_offset AS "end"
     FROM excerpt WHERE id IN (SELECT value FROM json_each(?))`,
    [idList(ids)],
  );
}

/** The original files of these sources. */
export async function bundledOriginals(db: Reader, sourceIds: readonly string[]): Promise<BundledOriginal[]> {
  return db.all<BundledOriginal>(
    `SELECT source_id AS sourceId, file_name AS fileName, media_type AS mediaType, bytes, sha256 FROM attachment
     WHERE source_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY source_id, created_at, id`,
    [idList(sourceIds)],
  );
}

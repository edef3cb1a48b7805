import { fold } from '../../../../shared/search/fold';
import { normaliseDoi, normaliseUrl } from '../../../../shared/sources/identifiers';
import type { CslItem } from '../../../../shared/domain/csl';
import type { Reader } from '../../db/types';
import { parseCsl } from '../read';

/** Why a source is taken for the same as another. */
export type DuplicateReason = 'attachment' | 'snapshot' | 'doi' | 'url' | 'key' | 'title';

/** What is known of a source that may be in the library already. */
export interface DuplicateProbe {
  /** As written; compared in normal form. */
  doi?: string;
  url?: string;
  /** Counts only together with the same title: people number their keys alike. */
  citationKey?: string;
  /** Counts only together with the same authors (as displayed) or, where neither has any, the same date of publication. */
  title?: string;
  authors?: string;
  /** EDTF. */
  issued?: string;
  attachmentSha256?: string;
  snapshotSha256?: string;
}

export interface DuplicateSource {
  sourceId: string;
  citationKey: string;
  reason: DuplicateReason;
}

interface Found {
  id: string;
  citation_key: string;
}

/** Sources, not in the Trash, that are the same as the one asked about; surest first, each once. */
export async function findDuplicates(db: Reader, probe: DuplicateProbe): Promise<DuplicateSource[]> {
  const found = new Map<string, DuplicateSource>();
  const add = (reason: DuplicateReason, rows: readonly Found[]) => {
    for (const row of rows) {
      if (!found.has(row.id)) found.set(row.id, { sourceId: row.id, citationKey: row.citation_key, reason });
    }
  };
  const select = 'SELECT DISTINCT s.id, s.citation_key FROM source s';
  const live = 's.deleted_at IS NULL ORDER BY s.created_at, s.id';

  if (probe.attachmentSha256) {
    add(
      'attachment',
      await db.all<Found>(
        `${select} JOIN attachment a ON a.source_id = s.id WHERE a.sha256 = ? AND a.deleted_at IS NULL AND ${live}`,
        [probe.attachmentSha256],
      ),
    );
  }
  if (probe.snapshotSha256) {
    add(
      'snapshot',
      await db.all<Found>(
        `${select} JOIN snapshot n ON n.source_id = s.id WHERE n.sha256 = ? AND n.deleted_at IS NULL AND ${live}`,
        [probe.snapshotSha256],
      ),
    );
  }
  // subtle: `<> ''` repeats the condition of the partial index, without which SQLite does not use it.
  const doi = normaliseDoi(probe.doi ?? '');
  if (doi !== '') add('doi', await db.all<Found>(`${select} WHERE s.doi = ? AND s.doi <> '' AND ${live}`, [doi]));
  const url = normaliseUrl(probe.url ?? '');
  if (url !== '') add('url', await db.all<Found>(`${select} WHERE s.url = ? AND s.url <> '' AND ${live}`, [url]));
  const title = fold(probe.title ?? '').trim();
  if (title !== '' && probe.citationKey) {
    const keyed = await db.all<Found & { title: string }>(
      `SELECT s.id, s.citation_key, s.title FROM source s WHERE s.citation_key = ? AND ${live}`,
      [probe.citationKey],
    );
    add(
      'key',
      keyed.filter((row) => fold(row.title).trim() === title),
    );
  }
  if (title !== '') {
    const authors = probe.authors ?? '';
    const candidates = await db.all<Found & { title: string; authors: string; issued: string }>(
      `SELECT s.id, s.citation_key, s.title, s.authors, s.issued FROM source s
       WHERE s.authors = ? AND (s.authors <> '' OR s.issued = ?) AND ${live}`,
      [authors, probe.issued ?? ''],
    );
    // A title like "Untitled" or "Home", without author and date, says nothing.
    const telling = authors !== '' || (probe.issued ?? '') !== '';
    if (telling) {
      add(
        'title',
        candidates.filter((row) => fold(row.title).trim() === title && datesAgree(row.issued, probe.issued ?? '')),
      );
    }
  }
  return [...found.values()];
}

/** A source without author, date, DOI or address, as far as it can be told by what it says otherwise. */
export interface BareSource {
  sourceId: string;
  csl: CslItem;
}

/** All such sources that are not in the Trash, the oldest first. */
export async function bareSources(db: Reader): Promise<BareSource[]> {
  const rows = await db.all<{ id: string; csl: string }>(
    `SELECT id, csl FROM source
     WHERE authors = '' AND issued = '' AND doi = '' AND url = '' AND deleted_at IS NULL ORDER BY created_at, id`,
  );
  return rows.map(({ id, csl }) => ({ sourceId: id, csl: parseCsl(csl) }));
}

/** One date unknown, or one the beginning of the other: "2023" and "2023-04-18". */
function datesAgree(a: string, b: string): boolean {
  return a === '' || b === '' || a.startsWith(b) || b.startsWith(a);
}

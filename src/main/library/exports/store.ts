import { parseDocument } from '../../../shared/memo/load';
import { CommonplaceError, unwrap } from '../../../shared/result';
import type { Locator, LocatorLabel } from '../../../shared/domain/common';
import type { MemoDocument } from '../../../shared/memo/document';
import type { BibliographySource } from '../../exporting/bibliography';
import type { Reader } from '../db/types';
import { parseCsl } from '../sources/read';

export interface StoredMemo {
  title: string;
  styleId: string;
  locale: string;
  document: MemoDocument;
}

/** A memo to export. @throws CommonplaceError `not-found`, `library-damaged` */
export async function exportedMemo(db: Reader, id: string): Promise<StoredMemo> {
  const row = await db.get<{ title: string; styleId: string; locale: string; document: string }>(
    'SELECT title, style_id AS styleId, locale, document FROM memo WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (!row)
    throw new CommonplaceError(
      'not-found',
      'This memo is not in the library, or it is in the Trash. Look there and restore it.',
    );
  return { ...row, document: unwrap(parseDocument(row.document, 'This memo')) };
}

export interface QuotedExcerpt {
  sourceId: string;
  locator: Locator | null;
}

/** Where quoted excerpts come from, by their id. Those in the Trash too: a memo that quotes one still says its source. */
export async function quotedExcerpts(db: Reader, ids: readonly string[]): Promise<Map<string, QuotedExcerpt>> {
  const rows = await db.all<{ id: string; sourceId: string; label: LocatorLabel | null; value: string | null }>(
    `SELECT id, source_id AS sourceId, locator_label AS label, locator_value AS value
     FROM excerpt WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(({ id, sourceId, label, value }) => [
      id,
      { sourceId, locator: label === null || value === null ? null : { label, value } },
    ]),
  );
}

/** Sources for a bibliography by citation key: those named, or all that are not in the Trash. */
export async function bibliographySources(
  db: Reader,
  ids: readonly string[] | undefined,
): Promise<BibliographySource[]> {
  const chosen = ids === undefined ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  const rows = await db.all<{ citationKey: string; csl: string }>(
    `SELECT citation_key AS citationKey, csl FROM source WHERE deleted_at IS NULL ${chosen} ORDER BY citation_key`,
    ids === undefined ? [] : [JSON.stringify(ids)],
  );
  return rows.map(({ citationKey, csl }) => ({ citationKey, csl: parseCsl(csl) }));
}

import type { CslItem } from '../../../shared/domain/csl';
import type { StyleInfo } from '../../../shared/citing/types';
import { idList } from '../common/rows';
import type { Change } from '../changes/types';
import type { Reader } from '../db/types';
import { currentIds } from '../sources/merges/store';
import { parseCsl } from '../sources/read';

export interface CitedSource {
  csl: CslItem;
  citationKey: string;
}

/** The cited sources that are in the library and not in the Trash, by the id they are cited by: of one that was merged, what it was merged into. */
export async function citedSources(db: Reader, ids: Iterable<string>): Promise<Map<string, CitedSource>> {
  const cited = [...new Set(ids)];
  const now = await currentIds(db, cited);
  const rows = await db.all<{ id: string; csl: string; citation_key: string }>(
    `SELECT id, csl, citation_key FROM source
     WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    [idList(cited.map((id) => now.get(id) ?? id))],
  );
  const found = new Map(rows.map((row) => [row.id, { csl: parseCsl(row.csl), citationKey: row.citation_key }]));
  return new Map(
    cited.flatMap((id) => {
      const source = found.get(now.get(id) ?? id);
      return source ? [[id, source] as const] : [];
    }),
  );
}

/** The texts of the styles that the user added to this library, by title. */
export async function addedStyles(db: Reader): Promise<{ id: string; title: string; xml: string }[]> {
  return db.all<{ id: string; title: string; xml: string }>(
    'SELECT style_id AS id, title, xml FROM csl_style WHERE deleted_at IS NULL ORDER BY title COLLATE NOCASE, style_id',
  );
}

/** The text of an added style; of one that was taken out again, the last. */
export async function addedStyle(db: Reader, styleId: string): Promise<{ xml: string; removed: boolean } | undefined> {
  const row = await db.get<{ xml: string; deleted_at: string | null }>(
    `SELECT xml, deleted_at FROM csl_style WHERE style_id = ? ORDER BY deleted_at IS NOT NULL, deleted_at DESC LIMIT 1`,
    [styleId],
  );
  return row && { xml: row.xml, removed: row.deleted_at !== null };
}

/** How many memos are written in a style. */
export async function memosInStyle(db: Reader, styleId: string): Promise<number> {
  const row = await db.get<{ count: number }>(
    'SELECT count(*) AS count FROM memo WHERE style_id = ? AND deleted_at IS NULL',
    [styleId],
  );
  return row?.count ?? 0;
}

/** Adds a style, or replaces the one of the same id. */
export async function saveStyle(change: Change, { id, title, noteStyle }: StyleInfo, xml: string): Promise<void> {
  const fields = { style_id: id, title, note_style: noteStyle ? 1 : 0, xml };
  const row = await styleRow(change, id);
  if (row) await change.update('csl_style', row.id, fields);
  else await change.insert('csl_style', fields);
}

/** Moves an added style to the Trash; false if there is none. */
export async function trashStyle(change: Change, styleId: string): Promise<boolean> {
  const row = await styleRow(change, styleId);
  if (row) await change.trash('csl_style', row.id);
  return row !== undefined;
}

function styleRow(db: Reader, styleId: string): Promise<{ id: string } | undefined> {
  return db.get<{ id: string }>('SELECT id FROM csl_style WHERE style_id = ? AND deleted_at IS NULL', [styleId]);
}

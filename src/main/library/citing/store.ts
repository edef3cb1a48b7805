import type { StyleInfo } from '../../../shared/citing/types';
import type { CslItem } from '../../../shared/domain/csl';
import type { ParsedStyle } from '../../citing/csl-xml';
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

interface StyleRow {
  style_id: string;
  title: string;
  note_style: number;
}

/** Styles the user added to this library, by title. */
export async function addedStyles(db: Reader): Promise<StyleInfo[]> {
  const rows = await db.all<StyleRow>(
    'SELECT style_id, title, note_style FROM csl_style WHERE deleted_at IS NULL ORDER BY title COLLATE NOCASE, style_id',
  );
  return rows.map((row) => ({ id: row.style_id, title: row.title, noteStyle: row.note_style === 1, added: true }));
}

/** The text of an added style, and when it was last replaced. */
export async function addedStyle(
  db: Reader,
  styleId: string,
): Promise<{ xml: string; modifiedAt: string } | undefined> {
  return db.get<{ xml: string; modifiedAt: string }>(
    'SELECT xml, modified_at AS modifiedAt FROM csl_style WHERE style_id = ? AND deleted_at IS NULL',
    [styleId],
  );
}

/** Adds a style, or replaces the one of the same id. */
export async function saveStyle(change: Change, { id, title, noteStyle }: ParsedStyle, xml: string): Promise<void> {
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

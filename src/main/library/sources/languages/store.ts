import { cleanLanguage } from '../../../../shared/domain/language';
import { idList } from '../../common/rows';
import type { Reader } from '../../db/types';

/** What the metadata of source `s` say of its language; whatever they are, no statement fails on them. */
export const sourceLanguageSql = `CASE WHEN json_valid(s.csl) THEN json_extract(s.csl, '$.language') END`;

/** The language of a source by its metadata, or else that of its text; '' where neither says one. */
export function languageOfSource(own: string | number | null, captured: string | null): string {
  return cleanLanguage(String(own ?? '')) || cleanLanguage(captured ?? '');
}

/** The languages of some sources, that of most of them first: what their metadata say, or else their latest text. */
export async function languagesOfSources(db: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ own: string | number | null; captured: string | null }>(
    `SELECT ${sourceLanguageSql} AS own,
      (SELECT language FROM snapshot t WHERE t.source_id = s.id AND t.deleted_at IS NULL
        ORDER BY t.captured_at DESC, t.id DESC LIMIT 1) AS captured
     FROM source s WHERE s.id IN (SELECT value FROM json_each(?))`,
    [idList(ids)],
  );
  const counts = new Map<string, number>();
  for (const { own, captured } of rows) {
    const language = languageOfSource(own, captured);
    if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([language]) => language);
}

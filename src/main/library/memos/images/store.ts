import type { Reader } from '../../db/types';

/**
 * The SHA-256 of every picture that a memo, a state of one that was kept, or a note shows, those in the Trash too, with a row
 * that shows it. Pictures are blocks of the document itself, never inside others.
 */
export async function shownPictures(db: Reader): Promise<Map<string, string>> {
  // subtle: a damaged document is no JSON, and json_each would fail on it; one without pictures need not be read.
  const rows = await db.all<{ sha256: string; id: string }>(
    `SELECT block.value ->> 'sha256' AS sha256, min(kept.id) AS id
     FROM (SELECT id, document FROM memo UNION ALL SELECT id, document FROM memo_revision UNION ALL SELECT id, body FROM note) AS kept,
       json_each(CASE WHEN instr(kept.document, 'image') > 0 AND json_valid(kept.document) THEN kept.document ELSE '{}' END, '$.blocks') AS block
     WHERE block.type = 'object' AND block.value ->> 'type' = 'image'
     GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.filter(({ sha256 }) => /^[0-9a-f]{64}$/u.test(sha256)).map(({ sha256, id }) => [sha256, id]));
}

import type { Reader, Writer } from '../../db/types';
import { packPages, type PackedWords } from './packed';
import { soundsOf } from './sounds';

/** The whole vocabulary in order, read many words to a row, because a row each takes seconds for a large library. */
export async function orderedTerms(db: Reader, lastNumber: number): Promise<PackedWords> {
  const pages: { terms: string; documents: string }[] = [];
  let count = 0;
  for (let after = ''; ;) {
    const row = await db.get<{ terms: string | null; documents: string | null; last: string; count: number }>(
      `SELECT group_concat(term, ' ') AS terms, group_concat(documents, ' ') AS documents, max(term) AS last, count(*) AS count
       FROM (SELECT term, documents FROM search_term WHERE term > ? AND number <= ? ORDER BY term LIMIT 50000)`,
      [after, lastNumber],
    );
    if (!row?.terms) break;
    pages.push({ terms: row.terms, documents: row.documents ?? '' });
    count += row.count;
    after = row.last;
  }
  return packPages(pages, count);
}

/** Words that came after the one of that number. */
export async function newTerms(db: Reader, after: number): Promise<{ term: string; documents: number }[]> {
  return db.all(`SELECT term, documents FROM search_term WHERE number > ? ORDER BY number`, [after]);
}

/** Words kept under each of the sounds, some of each; the most common first. */
export async function termsWithSounds(
  db: Reader,
  sounds: readonly string[],
): Promise<{ sound: string; term: string; documents: number }[]> {
  return db.all(
    `SELECT s.sound, s.term, t.documents FROM json_each(?) w
     JOIN search_sound s ON s.sound = w.value JOIN search_term t ON t.term = s.term
     WHERE t.documents > 0 ORDER BY t.documents DESC LIMIT 400`,
    [JSON.stringify(sounds)],
  );
}

/**
 * Adds to (or takes from) the words' counts of documents. A count is a hint for ranking, so it is exact while small, and a large one
 * moves rarely and by more: common words, which every text has, would otherwise be written again with each excerpt.
 */
export async function countTerms(db: Writer, changes: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...changes].filter(([, by]) => by !== 0);
  if (changed.length === 0) return;
  const known = await db.get<{ terms: string }>(
    `SELECT json_group_array(t.term) AS terms FROM json_each(?) w JOIN search_term t ON t.term = w.value`,
    [JSON.stringify(changed.map(([term]) => term))],
  );
  const old = new Set(JSON.parse(known?.terms ?? '[]') as string[]);
  const updates = changed.filter(([term]) => old.has(term));
  const added = changed.filter(([term, by]) => by > 0 && !old.has(term));
  if (updates.length > 0) {
    await db.run(
      `UPDATE search_term SET documents = max(0, documents + iif(documents < 32 OR abs(w.by) * 16 >= documents, w.by,
         iif(w.by > 0, 1, -1) * (documents / 16)))
       FROM (SELECT value ->> 0 AS term, value ->> 1 AS by FROM json_each(?)) w
       WHERE search_term.term = w.term AND (documents < 32 OR abs(w.by) * 16 >= documents
         OR abs(random() % (documents / 16)) < abs(w.by))`,
      [JSON.stringify(updates)],
    );
  }
  if (added.length === 0) return;
  const first = (await lastTermNumber(db)) + 1;
  await db.run(
    `INSERT INTO search_term (term, documents, number) SELECT value ->> 0, value ->> 1, ? + key FROM json_each(?)`,
    [first, JSON.stringify(added)],
  );
  const sounds = added.flatMap(([term]) => soundsOf(term).map((sound) => [sound, term]));
  await db.run(`INSERT INTO search_sound (sound, term) SELECT value ->> 0, value ->> 1 FROM json_each(?)`, [
    JSON.stringify(sounds),
  ]);
}

export async function lastTermNumber(db: Reader): Promise<number> {
  return (await db.get<{ last: number }>(`SELECT coalesce(max(number), 0) AS last FROM search_term`))?.last ?? 0;
}

export async function clearTerms(db: Writer): Promise<void> {
  await db.run(`DELETE FROM search_term`);
  await db.run(`DELETE FROM search_sound`);
}

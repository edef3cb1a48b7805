import type { Reader, Writer } from '../../db/types';
import { packPages, type PackedWords } from './packed';
import { soundsOf } from '../../../../shared/search/sounds';

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
  // In the table's order, which visits each of its pages once.
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (changed.length === 0) return;
  const row = await db.get<{ known: string }>(
    `SELECT json_group_object(t.term, t.documents) AS known FROM json_each(?) w JOIN search_term t ON t.term = w.value`,
    [JSON.stringify(changed.map(([term]) => term))],
  );
  const known = new Map(Object.entries(JSON.parse(row?.known ?? '{}') as Record<string, number>));
  const written: [string, number, number][] = [];
  const added: string[] = [];
  let number = 0;
  for (const [term, by] of changed) {
    const count = known.get(term);
    const next = count === undefined ? by : counted(count, by);
    if (next === count || (count === undefined && by < 0)) continue;
    if (count === undefined) {
      number ||= await lastTermNumber(db);
      number += 1;
      added.push(term);
    }
    written.push([term, next, number]);
  }
  if (written.length > 0) {
    await db.run(
      `INSERT INTO search_term (term, documents, number) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
       ON CONFLICT (term) DO UPDATE SET documents = excluded.documents`,
      [JSON.stringify(written)],
    );
  }
  const sounds = added.flatMap((term) => soundsOf(term).map((sound) => [sound, term] as const));
  if (sounds.length === 0) return;
  sounds.sort(([a], [b]) => (a < b ? -1 : 1));
  await db.run(`INSERT INTO search_sound (sound, term) SELECT value ->> 0, value ->> 1 FROM json_each(?)`, [
    JSON.stringify(sounds),
  ]);
}

/** The new count; a small change of a large one is made by chance and sixteen times larger steps, which is right on average. */
function counted(count: number, by: number): number {
  const step = Math.floor(count / 16);
  if (step < 2 || Math.abs(by) >= step) return Math.max(0, count + by);
  return Math.random() * step < Math.abs(by) ? Math.max(0, count + Math.sign(by) * step) : count;
}

export async function lastTermNumber(db: Reader): Promise<number> {
  return (await db.get<{ last: number }>(`SELECT coalesce(max(number), 0) AS last FROM search_term`))?.last ?? 0;
}

export async function clearTerms(db: Writer): Promise<void> {
  await db.run(`DELETE FROM search_term`);
  await db.run(`DELETE FROM search_sound`);
}

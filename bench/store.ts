import type { SqlRow, Writer } from '../src/main/library/db/types';

/** Rows by table, in an order in which none refers to a later one. */
export type Rows = Record<'source' | 'snapshot' | 'excerpt' | 'actor' | 'actor_name' | 'claim', SqlRow[]>;

/** Inserts many rows of a table with one statement. For generated libraries only: nothing is logged. */
export async function insertRows(db: Writer, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    const first = list[0];
    if (first === undefined) continue;
    const columns = Object.keys(first);
    const values = columns.map((_, place) => `value ->> ${place}`).join(', ');
    await db.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(list.map((row) => columns.map((column) => row[column] ?? null))),
    ]);
  }
}

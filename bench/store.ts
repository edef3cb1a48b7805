import type { SqlRow, Writer } from '../src/main/library/db/types';

/** In an order in which none refers to a later one. */
const tables = [
  'tag',
  'actor',
  'actor_name',
  'claim',
  'position',
  'source',
  'snapshot',
  'excerpt',
  'tagging',
  'actor_mention',
  'evidence',
] as const;

/** Rows by table. */
export type Rows = Record<(typeof tables)[number], SqlRow[]>;

export const noRows = () => Object.fromEntries(tables.map((table) => [table, []])) as unknown as Rows;

/** Inserts many rows of a table with one statement. For generated libraries only: nothing is logged. */
export async function insertRows(db: Writer, rows: Rows): Promise<void> {
  for (const table of tables) {
    const first = rows[table][0];
    if (first === undefined) continue;
    const columns = Object.keys(first);
    const values = columns.map((_, place) => `value ->> ${place}`).join(', ');
    await db.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`, [
      JSON.stringify(rows[table].map((row) => columns.map((column) => row[column] ?? null))),
    ]);
  }
}

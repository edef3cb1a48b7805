import { isRecordTable } from '../changes/store';
import type { RecordTable } from '../changes/types';
import type { Reader, SqlRow, Writer } from '../db/types';
import { shownPictures } from '../memos/images/store';

export interface Column {
  name: string;
  type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  isNullable: boolean;
}

/** The columns of a table of records, in their order; none if this version of the schema has no such table. */
export async function columnsOf(db: Reader, table: RecordTable): Promise<Column[]> {
  const rows = await db.all<{ name: string; type: Column['type']; notnull: number }>(
    'SELECT name, type, "notnull" FROM pragma_table_info(?)',
    [table],
  );
  return rows.map(({ name, type, notnull }) => ({ name, type, isNullable: notnull === 0 }));
}

/** The records of a table in the order of their ids, a few at a time: a snapshot may be a hundred megabytes. */
export async function* recordsOf(db: Reader, table: RecordTable): AsyncGenerator<SqlRow> {
  checkTable(table);
  const pageSize = table === 'snapshot' ? 4 : 200;
  let after = '';
  for (;;) {
    const rows = await db.all(`SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT ?`, [after, pageSize]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = String(last['id']);
  }
}

export async function countRecords(db: Reader, table: RecordTable): Promise<number> {
  checkTable(table);
  const row = await db.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`);
  return row?.n ?? 0;
}

/** Adds a record as it was archived. Its columns have been compared with the table's. */
export async function insertRecord(
  db: Writer,
  table: RecordTable,
  columns: readonly Column[],
  row: SqlRow,
): Promise<void> {
  checkTable(table);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const values = columns.map(({ name }) => row[name] ?? null);
  await db.run(`INSERT INTO "${table}" (${names}) VALUES (${marks})`, values);
}

/** The hashes of all original files and of all pictures of memos, each once, in order. */
export async function attachmentHashes(db: Reader): Promise<string[]> {
  const rows = await db.all<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachment ORDER BY sha256');
  const shown = await shownPictures(db);
  return [...new Set([...rows.map((row) => row.sha256), ...shown.keys()])].sort();
}

function checkTable(table: string): void {
  if (!isRecordTable(table)) throw new Error(`${table} is no table of records`);
}

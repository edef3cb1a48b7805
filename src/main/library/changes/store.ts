import { CommonplaceError } from '../../../shared/result';
import type { Reader, SqlRow, SqlValue, Writer } from '../db/types';
import { recordTables, type RecordTable } from './types';

/**
 * The one place that builds statements from column names. Names are checked, values are bound.
 */
export type Row = Record<string, SqlValue>;

export interface LogEntry {
  device: string;
  deviceSeq: number;
  actionId: string;
  label: string;
  table: RecordTable;
  rowId: string;
  op: 'insert' | 'update' | 'erase';
  fields: string[] | null;
  before: Row | null;
  stamp: string;
}

const tables = new Set<string>(recordTables);

export function isRecordTable(name: string): name is RecordTable {
  return tables.has(name);
}

function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(name)) throw new CommonplaceError('bad-input', `“${name}” is no column name.`);
  return `"${name}"`;
}

function quotedTable(table: RecordTable): string {
  if (!tables.has(table)) throw new CommonplaceError('bad-input', `“${String(table)}” is not a table of records.`);
  return `"${table}"`;
}

/** For the rest of the transaction, foreign keys are checked at COMMIT. */
export async function deferForeignKeys(db: Writer): Promise<void> {
  await db.run('PRAGMA defer_foreign_keys = ON');
}

export function findRow(db: Reader, table: RecordTable, id: string): Promise<Row | undefined> {
  return db.get<Row>(`SELECT * FROM ${quotedTable(table)} WHERE id = ?`, [id]);
}

export async function insertRow(db: Writer, table: RecordTable, row: SqlRow): Promise<void> {
  const names = Object.keys(row).sort();
  const columns = names.map(quoted).join(', ');
  const values = names.map((name) => row[name] as SqlValue);
  await db.run(`INSERT INTO ${quotedTable(table)} (${columns}) VALUES (${names.map(() => '?').join(', ')})`, values);
}

export async function updateRow(db: Writer, table: RecordTable, id: string, fields: SqlRow): Promise<void> {
  const names = Object.keys(fields).sort();
  const set = names.map((name) => `${quoted(name)} = ?`).join(', ');
  const values = names.map((name) => fields[name] as SqlValue);
  await db.run(`UPDATE ${quotedTable(table)} SET ${set} WHERE id = ?`, [...values, id]);
}

export async function deleteRow(db: Writer, table: RecordTable, id: string): Promise<void> {
  await db.run(`DELETE FROM ${quotedTable(table)} WHERE id = ?`, [id]);
}

export async function setTombstone(db: Writer, table: RecordTable, id: string, stamp: string): Promise<void> {
  await db.run('INSERT OR REPLACE INTO tombstone (table_name, row_id, stamp) VALUES (?, ?, ?)', [table, id, stamp]);
}

export async function removeTombstone(db: Writer, table: RecordTable, id: string): Promise<void> {
  await db.run('DELETE FROM tombstone WHERE table_name = ? AND row_id = ?', [table, id]);
}

/** The last entry this device wrote: where its sequence and clock go on from. */
export async function lastOfDevice(db: Reader, device: string): Promise<{ deviceSeq: number; stamp: string }> {
  const row = await db.get<{ device_seq: number; stamp: string }>(
    'SELECT device_seq, stamp FROM change_log WHERE device = ? ORDER BY device_seq DESC LIMIT 1',
    [device],
  );
  return { deviceSeq: row?.device_seq ?? 0, stamp: row?.stamp ?? '' };
}

export async function appendLog(db: Writer, entry: LogEntry): Promise<void> {
  await db.run(
    `INSERT INTO change_log (device, device_seq, action_id, label, table_name, row_id, op, fields, before, stamp)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      entry.device,
      entry.deviceSeq,
      entry.actionId,
      entry.label,
      entry.table,
      entry.rowId,
      entry.op,
      entry.fields && JSON.stringify(entry.fields),
      entry.before && JSON.stringify(entry.before),
      entry.stamp,
    ],
  );
}

/** Takes the values out of everything logged about a row. */
export async function forgetValues(db: Writer, table: RecordTable, id: string): Promise<void> {
  await db.run('UPDATE change_log SET before = NULL WHERE row_id = ? AND table_name = ?', [id, table]);
}

/** What an action wrote, last write first: the order in which it is taken back. */
export async function entriesOfAction(
  db: Reader,
  actionId: string,
): Promise<Pick<LogEntry, 'table' | 'rowId' | 'op' | 'before'>[]> {
  const rows = await db.all<{ table_name: RecordTable; row_id: string; op: LogEntry['op']; before: string | null }>(
    'SELECT table_name, row_id, op, before FROM change_log WHERE action_id = ? ORDER BY device_seq DESC',
    [actionId],
  );
  return rows.map((row) => ({
    table: row.table_name,
    rowId: row.row_id,
    op: row.op,
    before: row.before === null ? null : (JSON.parse(row.before) as Row),
  }));
}

export interface Dependant {
  table: string;
  column: string;
}

/** The tables whose rows point at rows of `table` by foreign key. */
export async function dependantsOf(db: Reader, table: RecordTable): Promise<Dependant[]> {
  return db.all<Dependant>(
    `SELECT m.name AS "table", f."from" AS "column"
     FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f
     WHERE m.type = 'table' AND f."table" = ? ORDER BY m.name, f."from"`,
    [table],
  );
}

export async function dependantIds(db: Reader, table: RecordTable, column: string, id: string): Promise<string[]> {
  const rows = await db.all<{ id: string }>(`SELECT id FROM ${quotedTable(table)} WHERE ${quoted(column)} = ?`, [id]);
  return rows.map((row) => row.id);
}

/** Deletes rows of a derived table, which may have a key other than `id`. */
export async function deleteDerived(db: Writer, dependant: Dependant, id: string): Promise<void> {
  await db.run(`DELETE FROM ${quoted(dependant.table)} WHERE ${quoted(dependant.column)} = ?`, [id]);
}

const writePattern =
  /^\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"?(\w+)/i;

/** The table of records a statement would write past the log, or undefined. */
export function recordTableWritten(sql: string): RecordTable | undefined {
  const table = writePattern.exec(sql)?.[1]?.toLowerCase();
  return table !== undefined && isRecordTable(table) ? table : undefined;
}

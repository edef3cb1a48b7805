import { CommonplaceError } from '../../../shared/result';
import type { SqlParams, SqlRow, SqlValue, Writer } from '../db/types';
import {
  appendLog,
  deleteDerived,
  deleteRow,
  dependantIds,
  dependantsOf,
  findRow,
  forgetValues,
  insertRow,
  isRecordTable,
  recordTableWritten,
  removeTombstone,
  setTombstone,
  updateRow,
  type LogEntry,
  type Row,
} from './store';
import type { Change, RecordTable, TouchedRow } from './types';

export interface ActionFacts {
  id: string;
  label: string;
  device: string;
  /** Sequence number of this device's last log entry before the action. */
  lastSeq: number;
  stamp: string;
  now: string;
  /** False: what was there before is not logged, because it keeps its own history or is to be gone for good. */
  keepBefore: boolean;
  newId(): string;
}

/** One action on one transaction: writes rows, logs each write, and remembers what it touched. */
export class Action implements Change {
  readonly now: string;
  readonly #db: Writer;
  readonly #facts: ActionFacts;
  readonly #touched = new Map<string, { table: RecordTable; id: string; last: Row }>();
  #seq: number;

  constructor(db: Writer, facts: ActionFacts) {
    this.#db = db;
    this.#facts = facts;
    this.#seq = facts.lastSeq;
    this.now = facts.now;
  }

  /** Number of rows written so far. */
  get writes(): number {
    return this.#seq - this.#facts.lastSeq;
  }

  get<R = SqlRow>(sql: string, params?: SqlParams): Promise<R | undefined> {
    return this.#db.get<R>(sql, params);
  }

  all<R = SqlRow>(sql: string, params?: SqlParams): Promise<R[]> {
    return this.#db.all<R>(sql, params);
  }

  /** For derived tables only: a write to records past the log could be neither undone nor exchanged. */
  async run(sql: string, params?: SqlParams): Promise<{ changes: number }> {
    const table = recordTableWritten(sql);
    if (table) {
      throw new CommonplaceError('internal', `The table “${table}” is written through insert, update and erase only.`);
    }
    return this.#db.run(sql, params);
  }

  async insert(table: RecordTable, row: SqlRow): Promise<string> {
    const id = row.id === undefined ? this.#facts.newId() : String(row.id);
    const existing = row.id === undefined ? undefined : await findRow(this.#db, table, id);
    if (existing) {
      // The same link made again, or a trashed row that comes back: one row, so an update.
      await this.#write(table, existing, { ...row, deleted_at: row.deleted_at ?? null });
      return id;
    }
    await this.#create(table, {
      created_at: this.now,
      modified_at: this.now,
      deleted_at: null,
      ...row,
      id,
    });
    return id;
  }

  async update(table: RecordTable, id: string, fields: SqlRow): Promise<void> {
    await this.#write(table, await this.#mustFind(table, id), fields);
  }

  async trash(table: RecordTable, id: string): Promise<void> {
    const row = await this.#mustFind(table, id);
    if (row.deleted_at === null) await this.#write(table, row, { deleted_at: this.now }, row.modified_at);
  }

  async restore(table: RecordTable, id: string): Promise<void> {
    const row = await this.#mustFind(table, id);
    await this.#write(table, row, { deleted_at: null }, row.modified_at);
  }

  async erase(table: RecordTable, id: string): Promise<void> {
    const row = await this.#mustFind(table, id);
    await deleteRow(this.#db, table, id);
    await setTombstone(this.#db, table, id, this.#facts.stamp);
    // Erased for good: the log keeps that it was there, not what it said.
    if (!this.#facts.keepBefore) await forgetValues(this.#db, table, id);
    await this.#log(table, id, 'erase', null, this.#facts.keepBefore ? row : null);
    this.#touch(table, id, row);
  }

  /** Takes back one log entry of another action. */
  async invert(entry: Pick<LogEntry, 'table' | 'rowId' | 'op' | 'before'>): Promise<void> {
    const { table, rowId, op, before } = entry;
    if (op === 'insert') {
      await this.#eraseWithDependants(table, rowId);
    } else if (op === 'erase') {
      if (!before) throw new CommonplaceError('conflict', 'That row was erased for good.');
      await this.#create(table, before);
    } else {
      if (!before)
        throw new CommonplaceError('conflict', 'That change keeps its own history and cannot be undone here.');
      const row = await this.#mustFind(table, rowId);
      await this.#write(table, row, before, before.modified_at ?? row.modified_at);
    }
  }

  /** Every row written, as it now is; erased rows with their last values. */
  async touched(): Promise<TouchedRow[]> {
    const rows: TouchedRow[] = [];
    for (const { table, id, last } of this.#touched.values()) {
      const row = await findRow(this.#db, table, id);
      rows.push({ table, id, row: row ?? last, erased: row === undefined });
    }
    return rows;
  }

  /**
   * What an undone insert leaves pointing at it was written by saves that are not undoable (a memo's revisions): they
   * go with it, logged, and come back with it.
   */
  async #eraseWithDependants(table: RecordTable, id: string): Promise<void> {
    for (const dependant of await dependantsOf(this.#db, table)) {
      if (!isRecordTable(dependant.table)) {
        await deleteDerived(this.#db, dependant, id);
        continue;
      }
      for (const child of await dependantIds(this.#db, dependant.table, dependant.column, id)) {
        await this.#eraseWithDependants(dependant.table, child);
      }
    }
    await this.erase(table, id);
  }

  async #create(table: RecordTable, row: SqlRow): Promise<void> {
    const id = String(row.id);
    const full: Row = { ...row, stamp: this.#facts.stamp };
    await insertRow(this.#db, table, full);
    await removeTombstone(this.#db, table, id);
    await this.#log(table, id, 'insert', null, null);
    this.#touch(table, id, full);
  }

  /** Writes the fields that differ from `row`, and its times and stamp. */
  async #write(table: RecordTable, row: Row, fields: SqlRow, modifiedAt?: SqlValue): Promise<void> {
    const id = String(row.id);
    const changed: Row = {};
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'id' || name === 'stamp' || name === 'modified_at' || name === 'created_at') continue;
      if (row[name] !== value) changed[name] = value;
    }
    if (Object.keys(changed).length === 0) return;
    const written: Row = { ...changed, modified_at: modifiedAt ?? fields.modified_at ?? this.now };
    await updateRow(this.#db, table, id, { ...written, stamp: this.#facts.stamp });
    const names = Object.keys(changed).sort();
    const before: Row = { modified_at: row.modified_at ?? null };
    for (const name of names) before[name] = row[name] ?? null;
    await this.#log(table, id, 'update', names, this.#facts.keepBefore ? before : null);
    this.#touch(table, id, row);
  }

  async #mustFind(table: RecordTable, id: string): Promise<Row> {
    const row = await findRow(this.#db, table, id);
    if (!row)
      throw new CommonplaceError(
        'not-found',
        `This ${table.replaceAll('_', ' ')} is no longer in the library. It may have been deleted in another window.`,
      );
    return row;
  }

  async #log(
    table: RecordTable,
    rowId: string,
    op: LogEntry['op'],
    fields: string[] | null,
    before: Row | null,
  ): Promise<void> {
    this.#seq += 1;
    const { id, label, device, stamp } = this.#facts;
    await appendLog(this.#db, {
      device,
      deviceSeq: this.#seq,
      actionId: id,
      label,
      table,
      rowId,
      op,
      fields,
      before,
      stamp,
    });
  }

  #touch(table: RecordTable, id: string, last: Row): void {
    this.#touched.set(`${table} ${id}`, { table, id, last });
  }
}

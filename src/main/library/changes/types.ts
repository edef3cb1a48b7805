import type { Finding } from '../../../shared/domain/library';
import type { Database, Reader, SqlRow, SqlValue, Writer } from '../db/types';

/**
 * The tables that hold what people write. Every one has `id` (UUID text), `created_at`, `modified_at`, `deleted_at` (ISO
 * 8601 UTC, null unless trashed) and `stamp` (hybrid logical clock); `Change` fills these in.
 */
export const recordTables = [
  'source',
  'source_merge',
  'not_duplicate',
  'metadata_finding',
  'attachment',
  'snapshot',
  'excerpt',
  'anchor_decision',
  'tag',
  'tagging',
  'collection',
  'collection_item',
  'note',
  'actor',
  'actor_name',
  'actor_role',
  'actor_mention',
  'actor_merge',
  'not_same_actor',
  'actor_relation',
  'actor_relation_excerpt',
  'claim',
  'claim_relation',
  'origin',
  'source_origin',
  'origin_refusal',
  'evidence',
  'position',
  'event',
  'event_actor',
  'event_excerpt',
  'event_date',
  'ach',
  'ach_hypothesis',
  'ach_item',
  'ach_rating',
  'suggestion_decision',
  'memo',
  'memo_revision',
  'memo_export',
  'finding_dismissal',
  'csl_style',
  'saved_search',
  'setting',
] as const;
export type RecordTable = (typeof recordTables)[number];

/**
 * One user action in the making: the only way rows of `recordTables` are written. Each write is logged in `change_log`
 * (device, sequence, row, fields before and after, stamp) in the same transaction, which is what undo and, later,
 * exchange between devices read; and it marks the noun it belongs to for re-indexing when the action ends.
 */
export interface Change extends Writer {
  /** Inserts a row; `id` defaults to a new UUIDv7. Returns the id. A tombstoned or trashed row of the same id comes back. */
  insert(table: RecordTable, row: SqlRow): Promise<string>;
  /** Writes only the fields that differ; no log entry when none does. Throws `not-found` if the row is missing. */
  update(table: RecordTable, id: string, fields: SqlRow): Promise<void>;
  /** To the Trash: sets `deleted_at`. */
  trash(table: RecordTable, id: string): Promise<void>;
  restore(table: RecordTable, id: string): Promise<void>;
  /** Removes the row for good, leaving a tombstone. Links and parts (names, roles, taggings) are removed; nouns are trashed. */
  erase(table: RecordTable, id: string): Promise<void>;
  /** ISO 8601 UTC time of this action. */
  readonly now: string;
}

export interface ChangeOptions {
  /** Sentence-case words for the Undo menu: "Add excerpt". */
  label: string;
  /** False for saves that have their own undo (a memo's text). Logged all the same. */
  undoable?: boolean;
  /**
   * True for what erases for good: earlier actions that wrote the same rows cannot be taken back any more either, so the
   * session's history is forgotten. Implies that it is not undoable.
   */
  final?: boolean;
}

/** Runs one action in one transaction. */
export type ChangeRunner = <T>(options: ChangeOptions, work: (change: Change) => Promise<T>) => Promise<T>;

/** Data made from rows, e.g. the search index: never exchanged, always rebuildable. */
export interface Derived {
  /**
   * Brings it up to date with rows that were just written, in the same transaction; undo and redo call it too. Resolves to
   * true where that would take too long and some of it was left for `settle`.
   */
  derive(db: Writer, touched: readonly TouchedRow[]): Promise<boolean | void>;
  /**
   * Does what was left for later and builds what is missing or was built by other rules, in many short transactions, so
   * that other writes go in between. Called when a library was opened for writing and after actions that left
   * something; may be cut off between any two of its transactions, by the signal or for good, and then goes on from there.
   */
  settle?(db: Database, signal: AbortSignal): Promise<void>;
  /** Builds it anew, from all rows: after they came in by another way than actions. */
  rebuild?(db: Database): Promise<void>;
  /** Compares it with what it is made from. Changes nothing. */
  verify?(db: Reader): Promise<Finding[]>;
}

/** A row of `recordTables` as the indexer gets it. */
export interface TouchedRow {
  table: RecordTable;
  id: string;
  /** As it is at the end of the action; an erased row's last values. */
  row: Record<string, SqlValue>;
  /** True when the row is gone for good. A row in the Trash is not: its `deleted_at` is set. */
  erased: boolean;
}

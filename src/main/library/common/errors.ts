import { CommonplaceError } from '../../../shared/result';
import type { RecordTable } from '../changes/types';

const names: Partial<Record<RecordTable, string>> = {
  collection_item: 'item',
  memo_revision: 'revision',
  csl_style: 'style',
  saved_search: 'saved search',
  evidence: 'piece of evidence',
  actor_relation: 'relation',
  source_merge: 'merge',
  actor_merge: 'merge',
  claim_relation: 'relation',
  ach: 'table of hypotheses',
  ach_hypothesis: 'hypothesis',
  ach_item: 'line of evidence',
  event_date: 'date',
};

/** What a table's rows are called to people: "source", "revision". */
function nounName(table: RecordTable): string {
  return names[table] ?? table;
}

/** There is no such row. */
export function missing(table: RecordTable): CommonplaceError {
  return new CommonplaceError(
    'not-found',
    `This ${nounName(table)} is no longer in the library. It may have been deleted in another window.`,
  );
}

/** The row is in the Trash, where nothing can be changed. */
export function inTrash(table: RecordTable): CommonplaceError {
  return new CommonplaceError('not-found', `This ${nounName(table)} is in the Trash. Restore it first.`);
}

/** There is no such live row. */
export function missingOrTrashed(table: RecordTable): CommonplaceError {
  return new CommonplaceError(
    'not-found',
    `This ${nounName(table)} is not in the library, or it is in the Trash. Look there and restore it.`,
  );
}

/** One row's stored content cannot be read. */
export function damaged(what: string): CommonplaceError {
  return new CommonplaceError(
    'library-damaged',
    `${what} cannot be read: what the library file holds of it is damaged. Restore it from a backup.`,
  );
}

/** A date that is not EDTF. */
export function badDate(date: string): CommonplaceError {
  return new CommonplaceError(
    'bad-input',
    `“${date}” is not a date that can be stored. Write 2023, 2023-04 or 2023-04-06, 2023-04~ for “about”, 2021/.. for “since”.`,
  );
}

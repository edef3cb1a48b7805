import { createHash } from 'node:crypto';
import type { Locator, LocatorLabel, RowTimes } from '../../../shared/domain/common';

/** The columns of times that every record has. */
export interface TimesRow {
  created_at: string;
  modified_at: string;
  deleted_at: string | null;
}

/** A row's times as the contract names them. */
export function times(row: TimesRow): RowTimes {
  return { createdAt: row.created_at, modifiedAt: row.modified_at, deletedAt: row.deleted_at };
}

/** A list that SQL made with json_group_array; it is ours, so it parses. */
export function jsonList(json: string): string[] {
  return JSON.parse(json) as string[];
}

/** Ids as one parameter for `IN (SELECT value FROM json_each(?))`, however many they are. */
export function idList(ids: Iterable<string>): string {
  return JSON.stringify([...new Set(ids)]);
}

/** A locator as two columns hold it. */
export function locatorOf(label: string | null, value: string | null): Locator | null {
  return label === null ? null : { label: label as LocatorLabel, value: value ?? '' };
}

/** SHA-256 in lower-case hexadecimal; of text, its UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Text that SQLite can hold: halves of surrogate pairs become U+FFFD, which is as long, so that offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** The rows of each key, in the order in which they came. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

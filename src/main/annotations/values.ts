import { cleanText } from '../importing/clean';
import { isRecord } from '../importing/json';

/** Bounds of a file and of one annotation: ample for people, and no more than a library takes. */
export const most = { annotations: 50_000, quote: 100_000, note: 100_000, tags: 200, tagLength: 100, selectors: 100 };

/** A clean text; '' for what is none. */
export function textIn(value: unknown, length = 2000): string {
  if (typeof value !== 'string') return '';
  return cleanText(value)
    .text.slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '');
}

/** One value, or each of a list. */
export function listIn(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function recordsIn(value: unknown): Record<string, unknown>[] {
  return listIn(value).filter(isRecord);
}

/** A time as ISO 8601 in UTC; '' for what is none, or lies outside what people can have read. */
export function timeIn(value: unknown): string {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return time > Date.UTC(1900, 0) && time < Date.UTC(2200, 0) ? new Date(time).toISOString() : '';
}

export function tagsIn(values: readonly unknown[]): string[] {
  const tags = values
    .map((tag) => textIn(tag, most.tagLength).replace(/\s+/gu, ' ').trim())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, most.tags);
}

import type { Draft } from './drafts';
import type { Row } from './rows';

/** The mark a footnote begins with ("3", "*"), or null. */
export function noteMark(row: Pick<Row, 'words'> | undefined): string | null {
  const [first, second] = row?.words ?? [];
  if (!first || !second) return null;
  const mark = /^(\d{1,3}|[*†‡§¶]{1,3}|[a-z])[.)]?$/u.exec(first.word.text)?.[1];
  // A letter must be raised to be a mark.
  return mark !== undefined && (first.shift === 'superscript' || !/[a-z]/u.test(mark)) ? mark : null;
}

/** A footnote's number is told of it and not in it; a star stays where it is. */
export function numbered(draft: Draft): Draft {
  const mark = noteMark(draft.parts[0]?.[0]);
  return mark !== null && /^\d+$/u.test(mark) ? { ...draft, ordinal: Number(mark), skipped: 1 } : draft;
}

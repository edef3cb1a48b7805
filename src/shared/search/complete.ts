import { queryFields, type QueryField } from './query';
import { fold } from './fold';

/** What is being typed at the caret, as far as it can be completed. Offsets are UTF-16 code units of the query. */
export type Completable =
  | { type: 'field'; start: number; end: number; typed: string }
  | { type: 'value'; field: QueryField; start: number; end: number; typed: string };

const value = /(?:^|\s)-?(\p{L}+):(?:["“„«]([^"“”„«»]*)|([^\s"“”„«»]*))$/u;
const word = /(?:^|\s)-?(\p{L}+)$/u;

/** What could be completed at the caret: a field's value, quoted or not, or a word that may become a field's name. */
export function completableAt(query: string, caret: number): Completable | null {
  const at = Math.max(0, Math.min(caret, query.length));
  const before = query.slice(Math.max(0, at - 500), at);
  const after = query.slice(at);
  const typedValue = value.exec(before);
  if (typedValue !== null) {
    const field = queryFields.find((known) => known === typedValue[1]!.toLowerCase());
    if (field === undefined) return null;
    const quoted = typedValue[2] !== undefined;
    const typed = typedValue[2] ?? typedValue[3] ?? '';
    const rest = quoted ? /^[^"“”„«»]*["“”„«»]?/u.exec(after)![0].length : /^[^\s"“”„«»]*/u.exec(after)![0].length;
    // subtle: an open quotation mark may be followed by the rest of the query, which is not to be replaced.
    const closed = !quoted || /["“”„«»]$/u.test(after.slice(0, rest));
    return { type: 'value', field, start: at - typed.length - (quoted ? 1 : 0), end: at + (closed ? rest : 0), typed };
  }
  const typedWord = word.exec(before);
  if (typedWord === null || /^\p{L}/u.test(after)) return null;
  return { type: 'field', start: at - typedWord[1]!.length, end: at, typed: typedWord[1]! };
}

/** Fields whose names begin as typed. */
export function fieldsBeginning(typed: string): QueryField[] {
  const wanted = fold(typed);
  return queryFields.filter((field) => field.startsWith(wanted));
}

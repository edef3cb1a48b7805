import { CommonplaceError } from '../../../shared/result';
import type { SqlParams, SqlValue } from './types';

function refuse(position: number, why: string): never {
  throw new CommonplaceError('bad-input', `Value ${position} of a statement cannot be stored: ${why}.`);
}

/**
 * One value as it may be bound, or `bad-input`.
 *
 * Why so strict: sqlite3 6.0.1 binds BigInt, NaN and missing values as NULL and objects as "[object Object]", loses
 * precision above 2⁵³, and turns lone surrogates into U+FFFD, which would make stored text differ from its hash.
 */
function checkedValue(value: unknown, position: number): SqlValue {
  switch (typeof value) {
    case 'string':
      // In a `u` pattern, Cs matches lone surrogates only.
      if (/\p{Cs}/u.test(value)) refuse(position, 'the text has half of a surrogate pair');
      return value;
    case 'number':
      if (!Number.isFinite(value)) refuse(position, 'it is not a finite number');
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse(position, 'integers must stay below 2⁵³');
      return value;
    case 'undefined':
      return refuse(position, 'it is missing (undefined); use null');
    case 'object':
      if (value === null) return null;
      // subtle: a Buffer over the same memory, because the package takes Buffers and a Uint8Array may be a view.
      if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      return refuse(position, 'it is an object');
    default:
      return refuse(position, `it is a ${typeof value}`);
  }
}

/**
 * The parameters of a statement that has `expected` placeholders, each checked.
 * @throws CommonplaceError `bad-input`
 */
export function checkedParams(params: SqlParams, expected: number): SqlValue[] {
  if (params.length !== expected) {
    throw new CommonplaceError('bad-input', `The statement takes ${expected} values and was given ${params.length}.`);
  }
  // subtle: Array.from visits holes of sparse arrays too (as undefined); map would skip them.
  return Array.from(params as ArrayLike<unknown>, (value, index) => checkedValue(value, index + 1));
}

/**
 * How failures cross a process boundary: as data, typed, with a message that says what the user can do.
 */

/** Every kind of failure a caller may want to tell apart. */
export const errorCodes = [
  'bad-input', // the input did not match the method's schema
  'not-found', // no such row, or it is in the Trash
  'unknown-method',
  'no-library', // the method needs an open library
  'library-in-use', // another process is writing to it
  'library-newer', // made by a newer version of the app
  'library-damaged',
  'library-untrusted', // not created by this installation: ask the user first
  'library-exists',
  'not-a-library',
  'read-only',
  'disk-full',
  'unreadable', // a file that cannot be read as what it claims to be
  'unsupported-format',
  'too-large',
  'timed-out',
  'cancelled',
  'not-verbatim', // a quotation that does not stand in its source
  'conflict', // the row changed since the caller read it
  'duplicate',
  'bad-style', // a CSL style that cannot be used
  'unavailable', // the shell or machine cannot do this
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface Failure {
  code: ErrorCode;
  /** Two sentences at most: what happened, and what to do about it. */
  message: string;
  /** Structured facts for the caller, e.g. the nearest text of a quotation that was not found. */
  details?: unknown;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** The one error class thrown on purpose; anything else that reaches the router is a bug and becomes `internal`. */
export class CommonplaceError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'CommonplaceError';
    this.code = code;
    this.details = details;
  }

  toFailure(): Failure {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details };
  }
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Turn anything thrown into a failure that may be shown; unexpected errors keep their message in `details` only. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof CommonplaceError) return error.toFailure();
  return {
    code: 'internal',
    message: 'Something went wrong inside Commonplace. Your library was not changed; try again.',
    details: error instanceof Error ? error.message : String(error),
  };
}

/** The value of a result, or its failure thrown as a `CommonplaceError`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommonplaceError(result.error.code, result.error.message, result.error.details);
}

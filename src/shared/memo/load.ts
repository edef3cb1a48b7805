import * as v from 'valibot';
import { CommonplaceError, type Result, failureFrom, ok } from '../result';
import { memoDocument, type MemoDocument } from './document';

/**
 * A stored document, parsed and validated. Fails as data with `library-damaged`, so that one bad row never breaks a list.
 * `what` names the row to the user: "This memo".
 */
export function parseDocument(json: string, what = 'This text'): Result<MemoDocument> {
  try {
    const parsed = v.safeParse(memoDocument, JSON.parse(json));
    if (parsed.success) return ok(parsed.output);
  } catch {
    // Not JSON, or nested beyond the stack: the same to the user.
  }
  return {
    ok: false,
    error: failureFrom(
      new CommonplaceError(
        'library-damaged',
        `${what} cannot be read: its stored text is damaged. Restore a revision or a backup.`,
      ),
    ),
  };
}

/** The form in which a document is stored and hashed: JSON with keys in the order of the schema. */
export function documentJson(document: MemoDocument): string {
  return JSON.stringify(document);
}

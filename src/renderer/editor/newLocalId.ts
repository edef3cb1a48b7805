import { v7 as uuidv7 } from 'uuid';

/** An id for a citation or footnote: unique within its document, stable across edits. */
export function newLocalId(): string {
  return uuidv7();
}

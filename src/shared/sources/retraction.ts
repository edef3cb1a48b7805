import type { CslItem } from '../domain/csl';

const named = /^\s*(?:retracted|withdrawn)\s*$/iu;
/** As publishers mark it: "RETRACTED: The ports of Velia", "[Retracted] …", "Withdrawn: …". */
const inTitle = /^\s*(?:\[(?:retracted|withdrawn)\]|(?:retracted|withdrawn)(?:\s+article)?\s*:)/iu;
const inNote = /^\s*(?:retracted|withdrawn)\s*(?:[:.(]|$)/iu;

/**
 * Whether a source says of itself that it was retracted or withdrawn: by its CSL status, by its title, by a line of its
 * note, or by a tag of that name.
 */
export function isRetracted(csl: CslItem, tags: readonly string[] = []): boolean {
  const { title, note } = csl;
  const status: unknown = csl['status'];
  return (
    (typeof status === 'string' && named.test(status)) ||
    (typeof title === 'string' && inTitle.test(title)) ||
    (typeof note === 'string' && note.split('\n').some((line) => inNote.test(line))) ||
    tags.some((tag) => named.test(tag))
  );
}

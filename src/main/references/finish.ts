import type { CslItem } from '../../shared/domain/csl';
import type { ImportedReference, ImportedReferences } from '../../shared/domain/references';
import { isSafeUrl } from '../../shared/memo/document';
import { CommonplaceError } from '../../shared/result';
import { cleanDoi } from '../importing/metadata/urls';
import { oneLine, setText } from './values';

/** Bounds of a file and of one reference. Ample for people, and no more than a library takes. */
export const most = {
  entries: 100_000,
  /** Of one entry, as written. */
  fields: 20_000,
  /** UTF-16 code units of an item as JSON. */
  characters: 500_000,
  tags: 500,
  tagLength: 100,
  notes: 200,
  noteLength: 100_000,
  files: 200,
};

export function emptyReference(type: CslItem['type']): ImportedReference {
  return { citationKey: '', csl: { type }, tags: [], notes: [], collections: [], files: [], lost: [] };
}

/** Gathers the references of a file; an entry that fails is refused by itself. */
export class ReferenceList {
  readonly #result: ImportedReferences = { references: [], refused: [], looseFiles: [], warnings: [] };

  /** Reads one entry, called `entry` if it has to be refused. */
  read(entry: string, work: () => ImportedReference | null): void {
    if (this.#result.references.length + this.#result.refused.length >= most.entries) throw tooMany();
    try {
      const reference = work();
      if (reference !== null) this.#result.references.push(finished(reference));
    } catch (error) {
      if (!(error instanceof CommonplaceError)) throw error;
      this.refuse(entry, error.message);
    }
  }

  refuse(entry: string, reason: string): void {
    this.#result.refused.push({ entry: oneLine(entry).slice(0, 200), reason });
  }

  warn(warning: string): void {
    this.#result.warnings.push(warning);
  }

  addLooseFile(path: string): void {
    const inside = relativePath(path);
    if (inside === null) this.warn(linked(path));
    else this.#result.looseFiles.push(inside);
  }

  /** @throws CommonplaceError `unreadable` where there is no reference at all */
  finish(format: string): ImportedReferences {
    const { references, refused } = this.#result;
    if (references.length === 0 && refused.length === 0) {
      throw new CommonplaceError(
        'unreadable',
        `There are no references in it, though it looks like ${format}. Export it again from where it comes from.`,
      );
    }
    return this.#result;
  }
}

function tooMany(): CommonplaceError {
  return new CommonplaceError(
    'too-large',
    `It has more than ${most.entries} entries, which is more than are brought in at once. Split it into parts.`,
  );
}

/** One entry cannot be read. */
export function badEntry(reason: string): CommonplaceError {
  return new CommonplaceError('unreadable', reason);
}

/** A reference as a library may have it: clean, bounded, with safe addresses and paths. What does not fit is said to be lost. */
function finished(reference: ImportedReference): ImportedReference {
  const lost = [...reference.lost];
  const { csl } = reference;
  const url = csl.URL;
  if (typeof url === 'string' && url !== '' && !isSafeUrl(url)) {
    if (cleanDoi(url) === url.toLowerCase()) setText(csl, 'DOI', url);
    else lost.push(`the address “${url.slice(0, 200)}”, which is not one of the web`);
    delete csl.URL;
  }
  if (JSON.stringify(csl).length > most.characters)
    throw badEntry('It is too long. Shorten its abstract or its list of names.');
  if (Object.keys(csl).every((key) => key === 'type' || key === 'custom')) throw badEntry('Nothing can be read of it.');
  const cut = (what: string, list: readonly string[], length: number, count: number) => {
    const kept = unique(list.map((text) => text.trim()).filter((text) => text !== ''));
    if (kept.length > count) lost.push(`${kept.length - count} ${what}, which are too many`);
    if (kept.some((text) => text.length > length)) lost.push(`the end of ${what} that are too long`);
    return kept.slice(0, count).map((text) => cutText(text, length));
  };
  const files = reference.files.map((path) => ({ path, inside: relativePath(path) }));
  lost.push(...files.filter(({ inside }) => inside === null).map(({ path }) => linked(path)));
  return {
    citationKey: oneLine(reference.citationKey),
    csl,
    tags: cut('tags', reference.tags.map(oneLine), most.tagLength, most.tags),
    notes: cut('notes', reference.notes, most.noteLength, most.notes),
    collections: reference.collections,
    files: cut(
      'files',
      files.flatMap(({ inside }) => inside ?? []),
      1000,
      most.files,
    ),
    lost: unique(lost),
  };
}

function linked(path: string): string {
  return `the file “${path.slice(0, 200)}”, which lies outside its folder`;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

/** A text's beginning, no longer than `length` UTF-16 code units, without half a character at its end. */
export function cutText(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/u, '')
        .trim();
}

/** A path below the folder it is named in, with forward slashes; null for any other. */
function relativePath(path: string): string | null {
  const forward = path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/u, '');
  if (forward === '' || /^(?:\/|[a-z][\w+.-]*:)/iu.test(forward)) return null;
  return forward.split('/').includes('..') ? null : forward;
}

import type { TouchedRow } from '../../changes/types';
import type { Reader, Writer } from '../../db/types';
import { documentsOf, type IndexedNoun, type SearchDocument } from '../documents/documents';
import { addDocuments, removeOwners, replaceDocuments } from '../documents/store';
import { loadNouns, ownerKinds, ownersOf, snapshotsToIndex, type OwnerKind } from '../nouns/store';
import { longText, readState, writeState } from './store';

/** Raise it when folding, words, documents or facets change: an index of another format is rebuilt. */
export const indexFormat = '3';

/** How many nouns are loaded at once: texts may be long. */
export const pageSizeOf = (kind: OwnerKind) => (kind === 'snapshot' ? 8 : 300);

/**
 * Brings the index up to date with rows that were just written, in the same transaction. Which documents that concerns is
 * worked out here: a renamed tag touches what it is on, a trashed source its excerpts. Long texts, and everything where the
 * index has to be rebuilt anyway, are left for later; true says so.
 */
export async function indexTouched(db: Writer, touched: readonly TouchedRow[]): Promise<boolean> {
  if (touched.length === 0) return false;
  if (await indexNeedsRebuild(db)) return true;
  const owners = await ownersOf(db, touched);
  let later = false;
  for (const kind of ownerKinds) {
    if (kind === 'snapshot') later = await indexSnapshots(db, [...owners.snapshot]);
    else
      await eachPage(kind, [...owners[kind]], async (page) => {
        await replaceDocuments(db, page, documentsOfAll(await loadNouns(db, kind, page)));
      });
  }
  return later;
}

/** A snapshot's text never changes: it is put in or taken out whole; a long one later, a piece at a time. */
async function indexSnapshots(db: Writer, ids: readonly string[]): Promise<boolean> {
  const wanted = await snapshotsToIndex(db, ids);
  const long = wanted.filter((snapshot) => snapshot.long);
  for (const { id } of long) await writeState(db, longText(id), '');
  const short = wanted.filter((snapshot) => !snapshot.long).map(({ id }) => id);
  await eachPage('snapshot', short, async (page) => {
    await removeOwners(db, page);
    await addDocuments(db, documentsOfAll(await loadNouns(db, 'snapshot', page)));
  });
  return long.length > 0;
}

async function eachPage(
  kind: OwnerKind,
  ids: readonly string[],
  work: (page: string[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < ids.length; from += pageSizeOf(kind)) await work(ids.slice(from, from + pageSizeOf(kind)));
}

export function* documentsOfAll(nouns: readonly IndexedNoun[]): Generator<SearchDocument> {
  for (const noun of nouns) yield* documentsOf(noun);
}

/** True when the index was never built or was built by other rules. */
export async function indexNeedsRebuild(db: Reader): Promise<boolean> {
  return (await readState(db, 'format')) !== indexFormat;
}

import type { TouchedRow } from '../../changes/types';
import type { Reader, Writer } from '../../db/types';
import { documentsOf, type IndexedNoun, type SearchDocument } from '../documents/documents';
import { addDocuments, AddingDocuments, removeOwners, replaceDocuments } from '../documents/store';
import { loadNouns, nounIdsAfter, ownerKinds, ownersOf, snapshotsToIndex, type OwnerKind } from '../nouns/store';
import { clearIndex, indexFacts, optimiseIndex, readState, writeState } from './store';

/** Raise it when folding, words, documents or facets change: an index of another format is rebuilt before it is used. */
const indexFormat = '2';

/** How many nouns are loaded at once: texts may be long. */
export const pageSizeOf = (kind: OwnerKind) => (kind === 'snapshot' ? 8 : 300);

/**
 * Brings the index up to date with rows that were just written, in the same transaction. Which documents that concerns is
 * worked out here: a renamed tag touches what it is on, a trashed source its excerpts.
 */
export async function indexTouched(db: Writer, touched: readonly TouchedRow[]): Promise<void> {
  if (touched.length === 0) return;
  if (await indexNeedsRebuild(db)) return rebuildIndex(db);
  const owners = await ownersOf(db, touched);
  for (const kind of ownerKinds) {
    const ids = kind === 'snapshot' ? await snapshotsToIndex(db, [...owners.snapshot]) : [...owners[kind]];
    for (let from = 0; from < ids.length; from += pageSizeOf(kind)) {
      const page = ids.slice(from, from + pageSizeOf(kind));
      const nouns = await loadNouns(db, kind, page);
      // A snapshot's text never changes, but is long: it is put in or taken out whole, a piece at a time.
      if (kind === 'snapshot') {
        await removeOwners(db, page);
        await addDocuments(db, documentsOfAll(nouns));
      } else await replaceDocuments(db, page, documentsOfAll(nouns));
    }
  }
}

function* documentsOfAll(nouns: readonly IndexedNoun[]): Generator<SearchDocument> {
  for (const noun of nouns) yield* documentsOf(noun);
}

/** True when the index was never built or was built by other rules. */
export async function indexNeedsRebuild(db: Reader): Promise<boolean> {
  return (await readState(db, 'format')) !== indexFormat;
}

/** Builds the whole index anew from the nouns. One transaction: search answers from the old index until it is done. */
export async function rebuildIndex(db: Writer): Promise<void> {
  const generation = Number((await indexFacts(db)).generation ?? 0);
  await clearIndex(db);
  const adding = new AddingDocuments(db);
  for (const kind of ownerKinds) {
    for await (const ids of pages((after) => nounIdsAfter(db, kind, after, pageSizeOf(kind)))) {
      await adding.add(documentsOfAll(await loadNouns(db, kind, ids)));
    }
  }
  await adding.end();
  await optimiseIndex(db);
  await writeState(db, 'generation', String(generation + 1));
  await writeState(db, 'format', indexFormat);
}

/** Pages of ids until there are no more. */
export async function* pages(next: (after: string) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let ids = await next(''); ids.length > 0; ids = await next(ids.at(-1)!)) yield ids;
}

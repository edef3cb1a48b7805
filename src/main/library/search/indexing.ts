import type { Finding } from '../../../shared/domain/library';
import type { TouchedRow } from '../changes/types';
import type { Reader, Writer } from '../db/types';
import { documentsOf } from './documents';
import { loadNouns, nounIdsAfter, ownerKinds, ownersOf, snapshotsToIndex, type OwnerKind } from './nouns/store';
import {
  addDocuments,
  clearIndex,
  documentsOfOwners,
  ownersAfter,
  readState,
  replaceDocuments,
  sameDocument,
  unpairedDocuments,
  writeState,
} from './store';

/** Raise it when folding, words, documents or facets change: an index of another format is rebuilt before it is used. */
const indexFormat = '1';
const pageSize = 200;

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
    for (let from = 0; from < ids.length; from += pageSize)
      await indexOwners(db, kind, ids.slice(from, from + pageSize));
  }
}

async function indexOwners(db: Writer, kind: OwnerKind, ids: readonly string[]): Promise<void> {
  const nouns = await loadNouns(db, kind, ids);
  await replaceDocuments(db, ids, nouns.flatMap(documentsOf));
}

/** True when the index was never built or was built by other rules. */
export async function indexNeedsRebuild(db: Reader): Promise<boolean> {
  return (await readState(db, 'format')) !== indexFormat;
}

/** Builds the whole index anew from the nouns. One transaction: search answers from the old index until it is done. */
export async function rebuildIndex(db: Writer): Promise<void> {
  const generation = Number((await readState(db, 'generation')) ?? 0);
  await clearIndex(db);
  for (const kind of ownerKinds) {
    for await (const ids of pages((after) => nounIdsAfter(db, kind, after, kind === 'snapshot' ? 5 : pageSize))) {
      await addDocuments(db, (await loadNouns(db, kind, ids)).flatMap(documentsOf));
    }
  }
  await writeState(db, 'generation', String(generation + 1));
  await writeState(db, 'format', indexFormat);
}

/** Compares the index with what it would be if built now; an empty answer means that it is complete and current. */
export async function verifyIndex(db: Reader): Promise<Finding[]> {
  const findings: Finding[] = [];
  const report = (message: string, rowId?: string) =>
    findings.push({ check: 'search-index', message, ...(rowId === undefined ? {} : { rowId }) });
  if (await indexNeedsRebuild(db)) {
    const anything = (await Promise.all(ownerKinds.map((kind) => nounIdsAfter(db, kind, '', 1)))).some(
      (ids) => ids.length > 0,
    );
    if (anything)
      report('The search index has not been built. It is built when the library is next opened for writing.');
    return findings;
  }
  const unpaired = await unpairedDocuments(db);
  if (unpaired > 0) report(`${unpaired} entries of the search index are incomplete. Rebuild the index.`);
  const living = new Set<string>();
  for (const kind of ownerKinds) {
    for await (const ids of pages((after) => nounIdsAfter(db, kind, after, kind === 'snapshot' ? 5 : pageSize))) {
      const expected = (await loadNouns(db, kind, ids)).flatMap(documentsOf);
      const stored = new Map(
        (await documentsOfOwners(db, ids)).map((document) => [
          `${document.ownerId} ${document.kind} ${document.part}`,
          document,
        ]),
      );
      for (const document of expected) {
        living.add(document.ownerId);
        const key = `${document.ownerId} ${document.kind} ${document.part}`;
        const found = stored.get(key);
        stored.delete(key);
        if (found === undefined)
          report(`The search index lacks a ${document.kind}. Rebuild the index.`, document.ownerId);
        else if (!sameDocument(found, document))
          report(`The search index holds an old version of a ${document.kind}. Rebuild the index.`, document.ownerId);
      }
      for (const { ownerId, kind: stale } of stored.values())
        report(`The search index holds a ${stale} too many. Rebuild the index.`, ownerId);
    }
  }
  for await (const owners of pages((after) => ownersAfter(db, after, 1000))) {
    for (const owner of owners)
      if (!living.has(owner)) report('The search index holds something that is gone. Rebuild the index.', owner);
  }
  return findings;
}

async function* pages(next: (after: string) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let ids = await next(''); ids.length > 0; ids = await next(ids.at(-1)!)) yield ids;
}

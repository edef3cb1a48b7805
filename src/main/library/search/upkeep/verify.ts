import type { Finding } from '../../../../shared/domain/library';
import type { Reader } from '../../db/types';
import { documentsOf } from '../documents/documents';
import { keyOf, sameDocument } from '../documents/batches';
import { documentsOfOwners } from '../documents/store';
import { loadNouns, nounIdsAfter, nounsAfter, ownerKinds } from '../nouns/store';
import { indexNeedsRebuild, pageSizeOf } from './indexing';
import { longTexts, ownersAfter, readState, unpairedDocuments } from './store';

/** Compares the index with what it would be if built now; an empty answer means that it is complete and current. */
export async function verifyIndex(db: Reader): Promise<Finding[]> {
  const findings: Finding[] = [];
  const report = (message: string, rowId?: string) =>
    findings.push({ check: 'search-index', message, ...(rowId === undefined ? {} : { rowId }) });
  if ((await indexNeedsRebuild(db)) || (await readState(db, 'rebuilt')) !== null) {
    if ((await nounsAfter(db, '')).length > 0)
      report('The search index has not been built whole. That is done when the library is next opened for writing.');
    return findings;
  }
  const unpaired = await unpairedDocuments(db);
  if (unpaired > 0) report(`${unpaired} entries of the search index are incomplete. Rebuild the index.`);
  // Long texts that are still being brought in or taken out are not what they should be yet.
  const unfinished = new Set(await longTexts(db));
  const living = new Set(unfinished);
  for (const kind of ownerKinds) {
    for await (const page of pages((after) => nounIdsAfter(db, kind, after, pageSizeOf(kind)))) {
      const ids = page.filter((id) => !unfinished.has(id));
      const expected = (await loadNouns(db, kind, ids)).flatMap((noun) => [...documentsOf(noun)]);
      const stored = new Map((await documentsOfOwners(db, ids)).map((document) => [keyOf(document), document]));
      for (const document of expected) {
        living.add(document.ownerId);
        const key = keyOf(document);
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

/** Pages of ids until there are no more. */
async function* pages(next: (after: string) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let ids = await next(''); ids.length > 0; ids = await next(ids.at(-1)!)) yield ids;
}

import type { Finding } from '../../../../shared/domain/library';
import type { Reader } from '../../db/types';
import { documentsOf } from '../documents/documents';
import { sameDocument } from '../documents/batches';
import { documentsOfOwners } from '../documents/store';
import { loadNouns, nounIdsAfter, ownerKinds } from '../nouns/store';
import { indexNeedsRebuild, pageSizeOf, pages } from './indexing';
import { ownersAfter, unpairedDocuments } from './store';

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
    for await (const ids of pages((after) => nounIdsAfter(db, kind, after, pageSizeOf(kind)))) {
      const expected = (await loadNouns(db, kind, ids)).flatMap((noun) => [...documentsOf(noun)]);
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

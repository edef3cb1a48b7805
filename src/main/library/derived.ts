import { excerptStandings } from './anchors/derive';
import type { Derived } from './changes/types';
import { memoReferences } from './memos/references/store';
import { indexNeedsRebuild, indexTouched, rebuildIndex } from './search/upkeep/indexing';
import { verifyIndex } from './search/upkeep/verify';

/**
 * Everything that is made from the rows of a library and kept in step with them, in the order in which it is made: the
 * search index reads what memos refer to.
 */
export const derived: readonly Derived[] = [
  memoReferences,
  excerptStandings,
  {
    derive: indexTouched,
    async prepare(db) {
      if (await indexNeedsRebuild(db)) await rebuildIndex(db);
    },
    rebuild: rebuildIndex,
    verify: verifyIndex,
  },
];

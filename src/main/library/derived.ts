import type { Derived } from './changes/types';
import { indexNeedsRebuild, indexTouched, rebuildIndex, verifyIndex } from './search';

/** Everything that is made from the rows of a library and kept in step with them. */
export const derived: readonly Derived[] = [
  {
    derive: indexTouched,
    async prepare(db) {
      if (await indexNeedsRebuild(db)) await rebuildIndex(db);
    },
    verify: verifyIndex,
  },
];

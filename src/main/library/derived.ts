import { excerptStandings } from './anchors/derive';
import type { Derived } from './changes/types';
import { memoReferences } from './memos/references/store';
import { indexTouched } from './search/upkeep/indexing';
import { rebuildIndex, settleIndex } from './search/upkeep/settling';
import { verifyIndex } from './search/upkeep/verify';

/**
 * Everything that is made from the rows of a library and kept in step with them, in the order in which it is made: the
 * search index reads what memos refer to.
 */
export const derived: readonly Derived[] = [
  memoReferences,
  excerptStandings,
  { derive: indexTouched, settle: settleIndex, rebuild: rebuildIndex, verify: verifyIndex },
];

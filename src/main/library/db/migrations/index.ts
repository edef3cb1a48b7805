import * as library from './0001-library';
import * as nouns from './0002-nouns';
import * as search from './0003-search';
import * as searches from './0004-searches';
import * as anchors from './0005-anchors';
import * as relations from './0006-relations';
import * as duplicates from './0007-duplicates';
import * as actorMerges from './0008-actor-merges';
import * as settings from './0009-settings';
import * as suggestions from './0010-suggestions';
import * as memoExports from './0011-memo-exports';
import * as dismissals from './0012-dismissals';

/** One step of the schema, run in one transaction. A released one is never edited: write the next. */
export interface Migration {
  version: number;
  statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  library,
  nouns,
  search,
  searches,
  anchors,
  relations,
  duplicates,
  actorMerges,
  settings,
  suggestions,
  memoExports,
  dismissals,
];

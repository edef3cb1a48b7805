import type { ContractEvents, MethodName } from '../../shared/contract';

export type ChangedNoun = ContractEvents['library.changed']['nouns'][number];

/**
 * What each group of reading methods, or a single one of a group, shows, so that a change of one noun reads again what displays it. An answer joins
 * more nouns than its own: an excerpt shows its source's citation, a claim its actors' names.
 */
const shows: Record<string, readonly ChangedNoun[] | 'everything'> = {
  library: 'everything',
  sources: ['source', 'excerpt', 'tag', 'collection'],
  citationKeys: ['source', 'memo'],
  duplicates: ['source'],
  // A snapshot never changes.
  snapshots: [],
  'snapshots.compare': ['excerpt'],
  anchors: ['excerpt', 'source'],
  attachments: [],
  excerpts: ['excerpt', 'source', 'tag', 'actor', 'claim', 'collection'],
  tags: 'everything',
  collections: 'everything',
  notes: ['note'],
  actors: ['actor', 'excerpt', 'claim', 'source', 'event', 'tag'],
  claims: ['claim', 'excerpt', 'actor', 'source', 'memo', 'tag', 'collection'],
  matrix: ['claim', 'excerpt', 'actor', 'source', 'tag', 'collection'],
  ach: ['claim', 'excerpt', 'source'],
  origins: ['claim', 'source', 'excerpt'],
  events: ['event', 'excerpt', 'actor', 'source'],
  timeline: ['event', 'claim', 'actor', 'tag', 'collection'],
  // Read once for a text, and then only held against what was decided: reading it again takes up to a second.
  'suggestions.forSource': [],
  'suggestions.decisions': ['source', 'excerpt', 'actor', 'event'],
  memos: ['memo'],
  // The memo that is open has it read again at pauses: features/memos/provenance/useReport.ts.
  provenance: [],
  'exports.remembered': ['memo'],
  // A picture is named by its hash.
  'memos.image': [],
  citing: ['style', 'source'],
  search: 'everything',
  searches: ['search'],
  history: 'everything',
  trash: 'everything',
};

/** Whether an answer of `method` may be stale after these nouns changed. */
export function isTouched(method: MethodName, nouns: readonly ChangedNoun[]): boolean {
  const dependency = shows[method] ?? shows[method.slice(0, method.indexOf('.'))];
  if (dependency === undefined) return false;
  return dependency === 'everything' || nouns.some((noun) => dependency.includes(noun));
}

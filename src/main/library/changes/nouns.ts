import type { ContractEvents } from '../../../shared/contract';
import type { RecordTable, TouchedRow } from './types';

type Noun = ContractEvents['library.changed']['nouns'][number];

/** Which nouns show something of a table's rows, and so are read again when one changes. */
const nounsOf: Record<RecordTable, readonly Noun[]> = {
  source: ['source', 'excerpt'],
  source_merge: ['source', 'excerpt', 'note', 'claim', 'memo', 'collection', 'tag'],
  not_duplicate: ['source'],
  metadata_finding: ['source'],
  attachment: ['source'],
  snapshot: ['source', 'excerpt'],
  excerpt: ['excerpt', 'source'],
  anchor_decision: ['excerpt'],
  tag: ['tag', 'source', 'excerpt', 'claim', 'actor', 'event', 'memo'],
  tagging: ['tag'],
  collection: ['collection'],
  collection_item: ['collection'],
  note: ['note'],
  actor: ['actor', 'claim', 'event', 'excerpt'],
  actor_name: ['actor'],
  actor_role: ['actor'],
  actor_mention: ['actor', 'excerpt'],
  actor_merge: ['actor', 'claim', 'event', 'excerpt', 'memo', 'note', 'collection', 'tag'],
  not_same_actor: ['actor'],
  actor_relation: ['actor'],
  actor_relation_excerpt: ['actor'],
  claim: ['claim', 'excerpt'],
  claim_relation: ['claim'],
  origin: ['claim', 'source'],
  source_origin: ['claim', 'source'],
  origin_refusal: ['source'],
  evidence: ['claim', 'excerpt'],
  position: ['claim', 'actor'],
  event: ['event', 'actor'],
  event_actor: ['event', 'actor'],
  event_excerpt: ['event', 'excerpt'],
  event_date: ['event'],
  ach: ['claim'],
  ach_hypothesis: ['claim'],
  ach_item: ['claim'],
  ach_rating: ['claim'],
  suggestion_decision: ['source'],
  memo: ['memo'],
  memo_revision: ['memo'],
  memo_export: ['memo'],
  finding_dismissal: ['memo'],
  csl_style: ['style'],
  saved_search: ['search'],
  setting: ['source'],
};

const nounKindSet = new Set<unknown>(['source', 'excerpt', 'claim', 'actor', 'event', 'memo']);

/** The nouns to name in `library.changed` after these rows were written. */
export function nounsTouched(rows: readonly TouchedRow[]): Noun[] {
  const nouns = new Set<Noun>();
  for (const { table, row } of rows) {
    for (const noun of nounsOf[table]) nouns.add(noun);
    if (nounKindSet.has(row.target_kind)) nouns.add(row.target_kind as Noun);
  }
  return [...nouns];
}

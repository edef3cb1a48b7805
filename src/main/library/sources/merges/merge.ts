import { CommonplaceError } from '../../../../shared/result';
import type { CslItem } from '../../../../shared/domain/csl';
import type { Change, RecordTable } from '../../changes/types';
import { inTrash, missing } from '../../common/errors';
import { mergeOf, mergesInto } from '../../common/merges/store';
import { findRow, requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import { parseCsl, parseOrigin } from '../read';
import { writeMetadata } from '../store';
import { inOrder, parseRecord, sameJson, takeOut, type MergeRecord } from './record';
import {
  belongingIds,
  linkColumn,
  linkedIds,
  metadataRow,
  moveBelongings,
  moveExcerpts,
  presentLinks,
  type LinkTable,
} from './store';

type LinkId = LibraryContext['linkId'];

export interface MergeChoice {
  keptId: string;
  mergedId: string;
  /** CSL fields for which the merged source's value is taken; all others stay the kept one's. */
  fields: readonly string[];
}

/**
 * Makes one source of two. Snapshots, attachments, excerpts and notes of the merged one move to the kept one, which also gets its
 * tags and collections; evidence, positions and events hang on excerpts and need not move. The merged one is hidden; its id and
 * citation key stand for the kept one from now on. What was done is recorded, so that `unmergeSource` can take it back.
 * @throws CommonplaceError `not-found`, `bad-input`, `conflict`
 */
export async function mergeSources(change: Change, linkId: LinkId, choice: MergeChoice): Promise<void> {
  const { keptId, mergedId, fields } = choice;
  if (keptId === mergedId)
    throw new CommonplaceError('bad-input', 'A source cannot be merged with itself. Choose another one.');
  await requireLive(change, 'source', keptId);
  await requireLive(change, 'source', mergedId);
  const kept = await metadata(change, keptId);
  const merged = await metadata(change, mergedId);
  const changes = chosenFields(kept, merged, fields);
  if (Object.keys(changes).length > 0) {
    const { csl, origin } = withFields(kept, changes, 'after');
    await writeMetadata(change, keptId, csl, origin);
  }
  const moved = { snapshots: [] as string[], attachments: [] as string[], notes: [] as string[] };
  for (const [list, table] of moving) {
    moved[list] = await belongingIds(change, table, mergedId);
    await moveBelongings(change, table, moved[list], { from: mergedId, to: keptId });
  }
  await moveExcerpts(change, moved.snapshots, keptId);
  const earlier = (await mergesInto(change, 'source_merge', keptId)).map(({ record }) => parseRecord(record).order);
  const record: MergeRecord = {
    version: 1,
    order: 1 + Math.max(0, ...earlier),
    fields: changes,
    keys: Object.keys(kept.csl),
    originKeys: Object.keys(kept.origin),
    modifiedAt: { before: kept.modifiedAt, after: (await metadata(change, keptId)).modifiedAt },
    ...moved,
    taggings: await addLinks(change, linkId, 'tagging', choice),
    collectionItems: await addLinks(change, linkId, 'collection_item', choice),
  };
  await change.trash('source', mergedId);
  await change.insert('source_merge', {
    id: linkId('source-merge', mergedId),
    kept_id: keptId,
    merged_id: mergedId,
    record: JSON.stringify(record),
  });
}

/**
 * Makes two sources again of one. The merged source gets back what it had, with what was made of it since: excerpts made in its
 * snapshots go with them. The kept one gets back the values that it had, except where somebody changed them since. What
 * was added to the kept one otherwise stays there.
 * @throws CommonplaceError `not-found` if it is not merged; `conflict` if the kept one was itself merged
 */
export async function unmergeSource(change: Change, mergedId: string): Promise<void> {
  const merge = await mergeOf(change, 'source_merge', mergedId);
  if (!merge)
    throw new CommonplaceError('not-found', 'This source is not merged with another one. It may have been unmerged.');
  const { keptId } = merge;
  await requireSeparable(change, keptId);
  const record = parseRecord(merge.record);
  const others = (await mergesInto(change, 'source_merge', keptId)).filter(({ id }) => id !== merge.id);
  const later = others
    .map((row) => ({ ...row, record: parseRecord(row.record) }))
    .filter((row) => row.record.order > record.order)
    .sort((a, b) => a.record.order - b.record.order);

  const written = await restoreFields(change, keptId, record, later);
  for (const [list, table] of moving) await moveBelongings(change, table, record[list], { from: keptId, to: mergedId });
  await moveExcerpts(change, record.snapshots, mergedId);
  await removeLinks(change, 'tagging', 'taggings', record, later);
  await removeLinks(change, 'collection_item', 'collectionItems', record, later);
  for (const row of written) await change.update('source_merge', row.id, { record: JSON.stringify(row.record) });
  await change.restore('source', mergedId);
  await change.erase('source_merge', merge.id);
}

const moving = [
  ['snapshots', 'snapshot'],
  ['attachments', 'attachment'],
  ['notes', 'note'],
] as const;

interface Metadata {
  csl: CslItem;
  origin: Record<string, string>;
  modifiedAt: string;
}

async function metadata(change: Change, id: string): Promise<Metadata> {
  const row = await metadataRow(change, id);
  if (!row) throw missing('source');
  parseCsl(row.csl);
  // subtle: as stored, not as parsed, which puts the fields that it knows first.
  return { csl: JSON.parse(row.csl) as CslItem, origin: parseOrigin(row.metadata_origin), modifiedAt: row.modified_at };
}

/** What the chosen fields say before and after, where that is not the same. */
function chosenFields(kept: Metadata, merged: Metadata, fields: readonly string[]): MergeRecord['fields'] {
  const changes: MergeRecord['fields'] = {};
  for (const field of new Set(fields)) {
    if (field === 'id' || !(Object.hasOwn(kept.csl, field) || Object.hasOwn(merged.csl, field))) {
      throw new CommonplaceError('bad-input', `Neither source has a field “${field}”. Choose among those they have.`);
    }
    const before = kept.csl[field] ?? null;
    const after = merged.csl[field] ?? null;
    if (field === 'type' && after === null) continue;
    if (sameJson(before, after)) continue;
    changes[field] = {
      before,
      after,
      originBefore: kept.origin[field] ?? null,
      originAfter: merged.origin[field] ?? null,
    };
  }
  return changes;
}

function withFields(source: Metadata, changes: MergeRecord['fields'], side: 'before' | 'after') {
  const csl: Record<string, unknown> = { ...source.csl };
  const origin = { ...source.origin };
  for (const [field, change] of Object.entries(changes)) {
    const [value, from] = side === 'before' ? [change.before, change.originBefore] : [change.after, change.originAfter];
    if (value === null) delete csl[field];
    else csl[field] = value;
    if (from === null) delete origin[field];
    else origin[field] = from;
  }
  return { csl: csl as CslItem, origin };
}

async function requireSeparable(change: Change, keptId: string): Promise<void> {
  if ((await findRow(change, 'source', keptId))?.deleted_at === null) return;
  if (!(await mergeOf(change, 'source_merge', keptId))) throw inTrash('source');
  const kept = await metadataRow(change, keptId);
  throw new CommonplaceError(
    'conflict',
    `The source it was merged into, @${kept?.citation_key ?? keptId}, was itself merged later. Unmerge that one first.`,
  );
}

interface LaterMerge {
  id: string;
  mergedId: string;
  record: MergeRecord;
}

/** Gives the kept source its values back, or has later merges remember them. Answers the merges, whose records may have changed. */
async function restoreFields(
  change: Change,
  keptId: string,
  record: MergeRecord,
  later: LaterMerge[],
): Promise<LaterMerge[]> {
  const kept = await metadata(change, keptId);
  const back: MergeRecord['fields'] = {};
  for (const [field, mine] of Object.entries(record.fields)) {
    const next = later.map((merge) => merge.record.fields[field]).filter((one) => one !== undefined);
    const verdict = takeOut(mine, next, kept.csl[field] ?? null);
    if (verdict === 'restore') back[field] = mine;
    if (verdict === 'rebase') Object.assign(next[0] ?? {}, { before: mine.before, originBefore: mine.originBefore });
  }
  const times = later.map((merge) => merge.record.modifiedAt).filter(({ before, after }) => before !== after);
  const mine = record.modifiedAt;
  const verdict = mine.before === mine.after ? 'leave' : takeOut(mine, times, kept.modifiedAt);
  if (verdict === 'rebase') Object.assign(times[0] ?? {}, { before: mine.before });
  if (Object.keys(back).length > 0) {
    const { csl, origin } = withFields(kept, back, 'before');
    const modifiedAt = { restore: mine.before, rebase: kept.modifiedAt, leave: undefined }[verdict];
    const inPlace = [inOrder(csl, record.keys), inOrder(origin, record.originKeys)] as const;
    await writeMetadata(change, keptId, ...inPlace, modifiedAt);
  }
  if (later[0]) Object.assign(later[0].record, { keys: record.keys, originKeys: record.originKeys });
  return later;
}

const links: Record<LinkTable, RecordTable> = { tagging: 'tagging', collection_item: 'collection_item' };

/** Gives the kept source the tags or collections that only the merged one has. Answers the links made. */
async function addLinks(
  change: Change,
  linkId: LinkId,
  table: LinkTable,
  { keptId, mergedId }: MergeChoice,
): Promise<string[]> {
  const has = new Set(await linkedIds(change, table, keptId));
  const made: string[] = [];
  for (const owner of await linkedIds(change, table, mergedId)) {
    if (has.has(owner)) continue;
    const row = { id: linkId(owner, keptId), [linkColumn(table)]: owner, target_kind: 'source', target_id: keptId };
    made.push(await change.insert(links[table], row));
  }
  return made;
}

/** Removes the links that were made by a merge; one that a later merge would have made is that one's now. */
async function removeLinks(
  change: Change,
  table: LinkTable,
  list: 'taggings' | 'collectionItems',
  record: MergeRecord,
  later: readonly LaterMerge[],
): Promise<void> {
  const present = await presentLinks(change, table, record[list]);
  for (const [id, owner] of present) {
    let heir: LaterMerge | undefined;
    for (const merge of later) {
      if (heir === undefined && (await linkedIds(change, table, merge.mergedId)).includes(owner)) heir = merge;
    }
    if (heir) heir.record[list].push(id);
    else await change.erase(links[table], id);
  }
}

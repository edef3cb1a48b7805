import type { ActorKind, ActorName } from '../../../../shared/domain/actors';
import { propertiesOf, type ActorProperties } from '../../../../shared/actors/properties';
import { detectScript } from '../../../../shared/actors/script';
import { CommonplaceError } from '../../../../shared/result';
import type { Change } from '../../changes/types';
import { inTrash, missing } from '../../common/errors';
import { mergeOf, mergesInto } from '../../common/merges/store';
import { findRow, requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { SqlRow, SqlValue } from '../../db/types';
import { parseMergeRecord, type ActorMergeRecord } from './record';
import {
  actorRow,
  belongings,
  belongingsOf,
  linksOf,
  relationsAt,
  rowsWhere,
  type Belonging,
  type LinkTable,
} from './store';

type LinkId = LibraryContext['linkId'];

/**
 * Makes one actor of two. Names (as aliases), roles, positions, notes and relations of the merged one move to the kept one, which
 * also gets its mentions, parts in events, tags and collections, and the properties that only the merged one has. The merged one
 * is hidden; its id stands for the kept one from now on, so that memos go on resolving. What was done is recorded, so that
 * `unmergeActor` can take it back. The same mechanism as for sources: docs/decisions/0027.
 * @throws CommonplaceError `not-found`, `bad-input`, `conflict`
 */
export async function mergeActors(change: Change, linkId: LinkId, keptId: string, mergedId: string): Promise<void> {
  if (keptId === mergedId) {
    throw new CommonplaceError('bad-input', 'An actor cannot be merged with itself. Choose another one.');
  }
  await requireLive(change, 'actor', keptId);
  await requireLive(change, 'actor', mergedId);
  const earlier = (await mergesInto(change, 'actor_merge', keptId)).map(({ record }) => parseMergeRecord(record).order);
  const before = (await actorRow(change, keptId))!.modified_at;
  const properties = await addProperties(change, keptId, mergedId);
  const positions = await idsOf(change, 'position', mergedId);
  const notes = await idsOf(change, 'note', mergedId);
  const relationsFrom = await relationsAt(change, 'from_id', mergedId, keptId);
  const relationsTo = await relationsAt(change, 'to_id', mergedId, keptId);
  const record: ActorMergeRecord = {
    version: 1,
    order: 1 + Math.max(0, ...earlier),
    names: await moveNames(change, keptId, mergedId),
    roles: await moveRoles(change, keptId, mergedId),
    positions,
    notes,
    relationsFrom,
    relationsTo,
    mentions: await addLinks(change, linkId, 'actor_mention', keptId, mergedId),
    eventActors: await addLinks(change, linkId, 'event_actor', keptId, mergedId),
    taggings: await addLinks(change, linkId, 'tagging', keptId, mergedId),
    collectionItems: await addLinks(change, linkId, 'collection_item', keptId, mergedId),
    properties,
    modifiedAt: { before, after: (await actorRow(change, keptId))!.modified_at },
  };
  await move(change, 'position', positions, mergedId, keptId);
  await move(change, 'note', notes, mergedId, keptId);
  await moveEnds(change, 'from_id', relationsFrom, mergedId, keptId);
  await moveEnds(change, 'to_id', relationsTo, mergedId, keptId);
  await change.trash('actor', mergedId);
  await change.insert('actor_merge', {
    id: linkId('actor-merge', mergedId),
    kept_id: keptId,
    merged_id: mergedId,
    record: JSON.stringify(record),
  });
}

/**
 * Makes two actors again of one. The merged one gets back what it had, as far as it is still there; what was added to the kept
 * one since stays there.
 * @throws CommonplaceError `not-found` if it is not merged; `conflict` if the kept one was itself merged
 */
export async function unmergeActor(change: Change, linkId: LinkId, mergedId: string): Promise<void> {
  const merge = await mergeOf(change, 'actor_merge', mergedId);
  if (!merge) {
    throw new CommonplaceError('not-found', 'This actor is not merged with another one. It may have been unmerged.');
  }
  const { keptId } = merge;
  await requireSeparable(change, keptId);
  const record = parseMergeRecord(merge.record);
  const others = (await mergesInto(change, 'actor_merge', keptId))
    .filter(({ id }) => id !== merge.id)
    .map((row): OtherMerge => ({ ...row, record: parseMergeRecord(row.record) }))
    .sort((a, b) => a.record.order - b.record.order);

  await moveNamesBack(change, record, keptId, mergedId);
  for (const { id, ordinal } of record.roles) await moveBack(change, 'actor_role', id, keptId, mergedId, { ordinal });
  await move(change, 'position', record.positions, keptId, mergedId);
  await move(change, 'note', record.notes, keptId, mergedId);
  await moveEnds(change, 'from_id', record.relationsFrom, keptId, mergedId);
  await moveEnds(change, 'to_id', record.relationsTo, keptId, mergedId);
  for (const [list, table] of linkLists) await removeLinks(change, linkId, table, list, record, keptId, others);
  await removeProperties(change, keptId, record, others);
  for (const other of others) {
    await change.update('actor_merge', other.id, { record: JSON.stringify(other.record) });
  }
  await change.restore('actor', mergedId);
  await change.erase('actor_merge', merge.id);
}

interface OtherMerge {
  id: string;
  mergedId: string;
  record: ActorMergeRecord;
}

const linkLists = [
  ['mentions', 'actor_mention'],
  ['eventActors', 'event_actor'],
  ['taggings', 'tagging'],
  ['collectionItems', 'collection_item'],
] as const;

async function requireSeparable(change: Change, keptId: string): Promise<void> {
  if ((await findRow(change, 'actor', keptId))?.deleted_at === null) return;
  if (!(await mergeOf(change, 'actor_merge', keptId))) throw inTrash('actor');
  const kept = await actorRow(change, keptId);
  throw new CommonplaceError(
    'conflict',
    `The actor it was merged into, “${kept?.name ?? keptId}”, was itself merged later. Unmerge that one first.`,
  );
}

async function idsOf(change: Change, table: Belonging, actorId: string): Promise<string[]> {
  return (await belongingsOf(change, table, actorId)).map((row) => row.id);
}

/** When a row was last edited stays as it is: nobody edited it. */
async function move(change: Change, table: Belonging, ids: readonly string[], from: string, to: string): Promise<void> {
  const column = belongings[table];
  for (const row of await rowsWhere(change, table, column, from, ids)) {
    await change.update(table, row.id, { [column]: to, modified_at: row.modified_at });
  }
}

async function moveEnds(
  change: Change,
  end: 'from_id' | 'to_id',
  ids: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  const far = end === 'from_id' ? 'to_id' : 'from_id';
  for (const row of await rowsWhere(change, 'actor_relation', end, from, ids)) {
    // A relation whose other end has moved to the same actor meanwhile has nothing to say.
    if (row[far] === to) continue;
    await change.update('actor_relation', row.id, { [end]: to, modified_at: row.modified_at });
  }
}

/** Gives the kept actor the names that it does not have. What was a main name is an alias there. */
async function moveNames(change: Change, keptId: string, mergedId: string): Promise<ActorMergeRecord['names']> {
  const present = await belongingsOf(change, 'actor_name', keptId);
  const known = new Set(present.map((row) => row.text));
  let ordinal = Math.max(-1, ...present.map((row) => Number(row.ordinal)));
  const moved: ActorMergeRecord['names'] = [];
  for (const row of await belongingsOf(change, 'actor_name', mergedId)) {
    if (known.has(row.text)) continue;
    const kind = row.kind as ActorName['kind'];
    moved.push({ id: row.id, kind, ordinal: Number(row.ordinal) });
    ordinal += 1;
    await change.update('actor_name', row.id, {
      actor_id: keptId,
      kind: kind === 'name' ? 'alias' : kind,
      ordinal,
      modified_at: row.modified_at,
    });
  }
  return moved;
}

async function moveNamesBack(
  change: Change,
  record: ActorMergeRecord,
  keptId: string,
  mergedId: string,
): Promise<void> {
  for (const { id, kind, ordinal } of record.names) {
    await moveBack(change, 'actor_name', id, keptId, mergedId, { ordinal }, (row) =>
      // Somebody who made it something else since meant it.
      ({ kind: row.kind === (kind === 'name' ? 'alias' : kind) ? kind : (row.kind ?? kind) }),
    );
  }
  const actor = await actorRow(change, mergedId);
  if (!actor) throw missing('actor');
  const names = await belongingsOf(change, 'actor_name', mergedId);
  if (names.some((row) => row.text === actor.name)) return;
  // The alias was removed or corrected meanwhile: an actor has at least the name that is shown.
  await change.insert('actor_name', {
    actor_id: mergedId,
    kind: 'name',
    text: actor.name,
    language: '',
    script: detectScript(actor.name),
    ordinal: 0,
  });
}

async function moveRoles(change: Change, keptId: string, mergedId: string): Promise<ActorMergeRecord['roles']> {
  const told = (row: SqlRow) => JSON.stringify([row.title, row.organisation, row.from_date, row.to_date]);
  const present = await belongingsOf(change, 'actor_role', keptId);
  const known = new Set(present.map(told));
  let ordinal = Math.max(-1, ...present.map((row) => Number(row.ordinal)));
  const moved: ActorMergeRecord['roles'] = [];
  for (const row of await belongingsOf(change, 'actor_role', mergedId)) {
    if (known.has(told(row))) continue;
    moved.push({ id: row.id, ordinal: Number(row.ordinal) });
    ordinal += 1;
    await change.update('actor_role', row.id, { actor_id: keptId, ordinal, modified_at: row.modified_at });
  }
  return moved;
}

async function moveBack(
  change: Change,
  table: 'actor_name' | 'actor_role',
  id: string,
  keptId: string,
  mergedId: string,
  fields: SqlRow,
  more: (row: SqlRow) => SqlRow = () => ({}),
): Promise<void> {
  const [row] = await rowsWhere(change, table, 'actor_id', keptId, [id]);
  if (!row) return;
  await change.update(table, id, { actor_id: mergedId, ...fields, ...more(row), modified_at: row.modified_at });
}

const rowColumns = new Set(['created_at', 'modified_at', 'deleted_at', 'stamp']);

/** The link of another actor to what this one is linked to. */
function linkFor(linkId: LinkId, table: LinkTable, row: SqlRow, actorId: string): SqlRow & { id: string } {
  const facts: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(row)) if (!rowColumns.has(name)) facts[name] = value ?? null;
  switch (table) {
    case 'actor_mention':
      return { ...facts, id: linkId(actorId, String(row.excerpt_id)), actor_id: actorId };
    case 'event_actor':
      return { ...facts, id: linkId(String(row.event_id), actorId, String(row.role)), actor_id: actorId };
    case 'tagging':
      return { ...facts, id: linkId(String(row.tag_id), actorId), target_id: actorId };
    case 'collection_item':
      return { ...facts, id: linkId(String(row.collection_id), actorId), target_id: actorId };
  }
}

/** Gives the kept actor the links that only the merged one has. Answers those made. */
async function addLinks(
  change: Change,
  linkId: LinkId,
  table: LinkTable,
  keptId: string,
  mergedId: string,
): Promise<string[]> {
  const made: string[] = [];
  for (const row of await linksOf(change, table, mergedId)) {
    const link = linkFor(linkId, table, row, keptId);
    if (await findRow(change, table, link.id)) continue;
    made.push(await change.insert(table, link));
  }
  return made;
}

/** Removes the links that a merge made; one that another merge would have made is that one's now. */
async function removeLinks(
  change: Change,
  linkId: LinkId,
  table: LinkTable,
  list: (typeof linkLists)[number][0],
  record: ActorMergeRecord,
  keptId: string,
  others: readonly OtherMerge[],
): Promise<void> {
  for (const id of record[list]) {
    if (!(await findRow(change, table, id))) continue;
    let heir: OtherMerge | undefined;
    for (const other of others) {
      const wanted = (await linksOf(change, table, other.mergedId)).map(
        (row) => linkFor(linkId, table, row, keptId).id,
      );
      if (heir === undefined && wanted.includes(id)) heir = other;
    }
    if (heir) heir.record[list].push(id);
    else await change.erase(table, id);
  }
}

async function addProperties(change: Change, keptId: string, mergedId: string): Promise<ActorProperties> {
  const [kept, merged] = [await actorRow(change, keptId), await actorRow(change, mergedId)];
  if (!kept || !merged) throw missing('actor');
  const own = JSON.parse(kept.properties) as ActorProperties;
  const fitting = new Set(propertiesOf(kept.kind as ActorKind).map(({ name }) => name));
  const added = Object.fromEntries(
    Object.entries(JSON.parse(merged.properties) as ActorProperties).filter(
      ([name]) => fitting.has(name) && !Object.hasOwn(own, name),
    ),
  );
  if (Object.keys(added).length > 0) {
    await change.update('actor', keptId, { properties: inOrder({ ...own, ...added }) });
  }
  return added;
}

/** Takes away the properties that came with the merge, but for those that somebody changed since. */
async function removeProperties(
  change: Change,
  keptId: string,
  record: ActorMergeRecord,
  others: readonly OtherMerge[],
): Promise<void> {
  const kept = await actorRow(change, keptId);
  if (!kept || Object.keys(record.properties).length === 0) return;
  const own = JSON.parse(kept.properties) as ActorProperties;
  for (const [name, value] of Object.entries(record.properties)) {
    if (own[name] === value) delete own[name];
  }
  // A merge that came later and was the last to edit the kept actor began with what this one left.
  const { before, after } = record.modifiedAt;
  const next = others.find((other) => other.record.order > record.order && other.record.modifiedAt.before === after);
  if (next && next.record.modifiedAt.before !== next.record.modifiedAt.after) next.record.modifiedAt.before = before;
  const modified = kept.modified_at === after ? before : kept.modified_at;
  await change.update('actor', keptId, { properties: inOrder(own), modified_at: modified });
}

function inOrder(properties: ActorProperties): string {
  return JSON.stringify(Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))));
}

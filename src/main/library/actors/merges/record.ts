import * as v from 'valibot';
import { actorNameKinds } from '../../../../shared/domain/actors';
import { damaged } from '../../common/errors';

const ids = v.array(v.string());

/** What a merge did, and so what taking it back must undo. Stored with the merge, and part of the archive. */
export const actorMergeRecord = v.strictObject({
  version: v.literal(1),
  /** Merges into the same actor are counted from 1, so that they can be taken back in any order. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Names that moved, as they were. */
  names: v.array(v.strictObject({ id: v.string(), kind: v.picklist(actorNameKinds), ordinal: v.number() })),
  roles: v.array(v.strictObject({ id: v.string(), ordinal: v.number() })),
  positions: ids,
  notes: ids,
  /** Relations whose one end moved. */
  relationsFrom: ids,
  relationsTo: ids,
  /** Links that were made because the merged actor had the like. */
  mentions: ids,
  eventActors: ids,
  taggings: ids,
  collectionItems: ids,
  /** Properties that only the merged actor had. */
  properties: v.record(v.string(), v.string()),
  /** When the kept actor was last edited: before, and by the merge. */
  modifiedAt: v.strictObject({ before: v.string(), after: v.string() }),
});
export type ActorMergeRecord = v.InferOutput<typeof actorMergeRecord>;

/** A stored record, validated. @throws CommonplaceError `library-damaged` */
export function parseMergeRecord(json: string): ActorMergeRecord {
  try {
    const parsed = v.safeParse(actorMergeRecord, JSON.parse(json));
    if (parsed.success) return parsed.output;
  } catch {
    // Not JSON: the same to the user.
  }
  throw damaged('What this merge changed');
}

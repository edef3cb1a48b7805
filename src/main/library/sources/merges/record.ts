import * as v from 'valibot';
import { damaged } from '../../common/errors';

/** What a field of the kept source said before and after a merge; null for nothing. */
const fieldChange = v.strictObject({
  before: v.unknown(),
  after: v.unknown(),
  originBefore: v.nullable(v.string()),
  originAfter: v.nullable(v.string()),
});
const ids = v.array(v.string());

/** What a merge did, and so what taking it back must undo. Stored with the merge, and part of the archive. */
export const mergeRecord = v.strictObject({
  version: v.literal(1),
  /** Merges into the same source are counted from 1, so that they can be taken back in any order. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** CSL fields that took the merged source's value. */
  fields: v.record(v.string(), fieldChange),
  /** The order of the kept source's CSL fields, and of their origins, before: they come back to the letter. */
  keys: ids,
  originKeys: ids,
  /** When the kept source was last edited: before, and by the merge. */
  modifiedAt: v.strictObject({ before: v.string(), after: v.string() }),
  /** What belonged to the merged source and moved. Excerpts go with their snapshots. */
  snapshots: ids,
  attachments: ids,
  notes: ids,
  /** Links that were made because the merged source had the like. */
  taggings: ids,
  collectionItems: ids,
});
export type MergeRecord = v.InferOutput<typeof mergeRecord>;
export type FieldChange = v.InferOutput<typeof fieldChange>;

/** A stored record, validated. @throws CommonplaceError `library-damaged` */
export function parseRecord(json: string): MergeRecord {
  try {
    const parsed = v.safeParse(mergeRecord, JSON.parse(json));
    if (parsed.success) return parsed.output;
  } catch {
    // Not JSON: the same to the user.
  }
  throw damaged('What this merge changed');
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return ordered(a ?? null) === ordered(b ?? null);
}

/** The object with these keys first, in this order. */
export function inOrder<T extends object>(object: T, keys: readonly string[]): T {
  const known = keys.filter((key) => Object.hasOwn(object, key));
  return Object.fromEntries(
    [...new Set([...known, ...Object.keys(object)])].map((key) => [key, object[key as keyof T]]),
  ) as T;
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Takes one value's change out of a line of changes, oldest first. Where a later one began with what this one left, it now
 * begins with what was there before; where there is no later one and nobody changed the value since, it is what it was.
 * @returns what to do: give the later change another beginning, put the value back, or leave it as somebody wrote it
 */
export function takeOut<T>(
  mine: { before: T; after: T },
  later: readonly { before: T; after: T }[],
  current: T,
): 'rebase' | 'restore' | 'leave' {
  const [next] = later;
  if (next) return sameJson(next.before, mine.after) ? 'rebase' : 'leave';
  return sameJson(current, mine.after) ? 'restore' : 'leave';
}

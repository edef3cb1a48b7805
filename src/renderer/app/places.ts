import * as v from 'valibot';
import { id, offset, type NounKind } from '../../shared/domain/common';
import { suggestionKey, suggestionKinds } from '../../shared/domain/suggestions';

/** A passage of a snapshot; `words` of it were looked for. */
const at = v.strictObject({
  snapshotId: id,
  start: offset,
  end: offset,
  words: v.optional(v.pipe(v.array(v.tuple([offset, offset])), v.maxLength(400))),
});

/** Everything the window can show, by address: history, the second pane and the saved state hold these. */
const placeSchema = v.variant('view', [
  v.strictObject({ view: v.literal('welcome') }),
  /** `settling`: the excerpt whose place is to be chosen in the newest text. */
  v.strictObject({
    view: v.literal('sources'),
    id: v.optional(id),
    at: v.optional(at),
    settling: v.optional(id),
  }),
  v.strictObject({ view: v.literal('excerpts'), id: v.optional(id) }),
  v.strictObject({ view: v.literal('claims'), id: v.optional(id) }),
  v.strictObject({ view: v.literal('actors'), id: v.optional(id) }),
  /** `id`: the actor whose neighbourhood is shown. */
  v.strictObject({ view: v.literal('network'), id: v.optional(id) }),
  v.strictObject({ view: v.literal('events'), id: v.optional(id) }),
  v.strictObject({ view: v.literal('memos'), id: v.optional(id) }),
  v.strictObject({
    view: v.literal('collection'),
    id,
    item: v.optional(
      v.strictObject({ kind: v.picklist(['source', 'excerpt', 'claim', 'actor', 'event', 'memo']), id }),
    ),
  }),
  v.strictObject({ view: v.literal('tag'), id }),
  v.strictObject({ view: v.literal('timeline') }),
  v.strictObject({ view: v.literal('matrix') }),
  v.strictObject({ view: v.literal('ach'), id: v.optional(id) }),
  v.strictObject({ view: v.literal('trash') }),
  /** Sources that look like one; the pair that is compared. */
  v.strictObject({ view: v.literal('duplicates'), firstId: v.optional(id), secondId: v.optional(id) }),
  /** Excerpts that need a look after their source was captured again; of one source where it is given. */
  v.strictObject({ view: v.literal('settle'), sourceId: v.optional(id), id: v.optional(id) }),
  /** What is proposed from a source's text; `id`: the key of the proposal that is open, `group`: which kind is listed. */
  v.strictObject({
    view: v.literal('suggestions'),
    sourceId: id,
    group: v.optional(v.picklist([...suggestionKinds, 'decided'])),
    id: v.optional(suggestionKey),
  }),
  /** What changed between two snapshots of the source `id`; the two newest where they are left out. */
  v.strictObject({
    view: v.literal('compare'),
    id,
    olderId: v.optional(id),
    newerId: v.optional(id),
  }),
  /** `saved`: the saved search it was opened as. */
  v.strictObject({ view: v.literal('search'), query: v.optional(v.string()), saved: v.optional(id) }),
  v.strictObject({ view: v.literal('settings') }),
]);
export type Place = v.InferOutput<typeof placeSchema>;
export type ViewName = Place['view'];
export type PlaceOf<Name extends ViewName> = Extract<Place, { view: Name }>;

/** The place of one row. */
export function placeOf(kind: NounKind, rowId: string): Place {
  switch (kind) {
    case 'source':
      return { view: 'sources', id: rowId };
    case 'excerpt':
      return { view: 'excerpts', id: rowId };
    case 'claim':
      return { view: 'claims', id: rowId };
    case 'actor':
      return { view: 'actors', id: rowId };
    case 'event':
      return { view: 'events', id: rowId };
    case 'memo':
      return { view: 'memos', id: rowId };
  }
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}

/** A place from saved state, or null if it is not one (an older version wrote it, or the file was edited). */
export function readPlace(value: unknown): Place | null {
  const parsed = v.safeParse(placeSchema, value);
  return parsed.success ? parsed.output : null;
}

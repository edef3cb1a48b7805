import * as v from 'valibot';

/** UUIDv7 for rows, UUIDv5 for links: both are plain UUID text. */
export const id = v.pipe(v.string(), v.uuid());
export const line = (max = 1000) => v.pipe(v.string(), v.trim(), v.maxLength(max));
export const requiredLine = (max = 1000) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
export const longText = (max = 200_000) => v.pipe(v.string(), v.maxLength(max));
/** At most `max` of something: no input is without an end. */
export const list = <Item extends v.GenericSchema>(item: Item, max: number) => v.pipe(v.array(item), v.maxLength(max));
/** subtle: v.instance would infer Uint8Array<ArrayBuffer>, which Node's Buffers are not. */
export const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Expected bytes');
/** Offsets are UTF-16 code units, as in JavaScript strings. */
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An EDTF date (ISO 8601-2, level 1), or '' for undated. Parsed where it is used; see shared/dates.ts. */
export const edtfDate = line(60);

export const nothing = v.strictObject({});
export const byId = v.strictObject({ id });

export const page = {
  offset: v.optional(offset, 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 200),
};

/** One page of a longer list. */
export interface Page<T> {
  total: number;
  offset: number;
  items: T[];
}

/** The nouns that can be tagged, collected, noted, found and trashed. */
export const nounKinds = ['source', 'excerpt', 'claim', 'actor', 'event', 'memo'] as const;
export type NounKind = (typeof nounKinds)[number];
export const target = v.strictObject({ kind: v.picklist(nounKinds), id });
export type Target = v.InferOutput<typeof target>;

/** What can be in the Trash: the nouns, and what people make to order them. */
export const trashKinds = [...nounKinds, 'note', 'tag', 'collection'] as const;
export type TrashKind = (typeof trashKinds)[number];
export const trashTarget = v.strictObject({ kind: v.picklist(trashKinds), id });
export type TrashTarget = v.InferOutput<typeof trashTarget>;

/** The names of a noun's tags. */
export const tagNames = list(requiredLine(100), 500);

export const tagColours = ['none', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type TagColour = (typeof tagColours)[number];

/** Columns every row that people write has. Times are ISO 8601 in UTC. */
export interface RowTimes {
  createdAt: string;
  modifiedAt: string;
  /** Set while the row is in the Trash. */
  deletedAt: string | null;
}

/** CSL locator labels (CSL 1.0.2, appendix III) plus `paragraph` and `timestamp`, which web pages and recordings need. */
export const locatorLabels = [
  'page',
  'paragraph',
  'section',
  'chapter',
  'line',
  'note',
  'figure',
  'volume',
  'timestamp',
  'table',
  'article-locator',
  'appendix',
  'book',
  'column',
  'elocation',
  'equation',
  'folio',
  'issue',
  'opus',
  'part',
  'rule',
  'scene',
  'sub-verbo',
  'supplement',
  'title-locator',
  'verse',
  'act',
  'canon',
  'version',
] as const;
export type LocatorLabel = (typeof locatorLabels)[number];
export const locator = v.strictObject({ label: v.picklist(locatorLabels), value: line(200) });
export type Locator = v.InferOutput<typeof locator>;

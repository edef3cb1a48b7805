import * as v from 'valibot';
import { areProperties } from '../../../shared/actors/properties';
import { cslItem } from '../../../shared/domain/csl';
import { memoDocument } from '../../../shared/memo/document';
import { actorMergeRecord } from '../actors/merges/record';
import { recordTables, type RecordTable } from '../changes/types';
import { mergeRecord } from '../sources/merges/record';
import { blockList } from '../snapshots/store';

/**
 * The archive: a ZIP file with `archive.json`, one `records/TABLE.jsonl` a table (a JSON object a line, one record each, in the
 * order of their ids) and `attachments/SHA-256`. Two archives of the same library are the same bytes. docs/file-format.md
 * describes it for other programs.
 */
export const archiveFormat = 'commonplace-archive';
export const archiveVersion = 1;
export const manifestName = 'archive.json';
export const recordsName = (table: RecordTable) => `records/${table}.jsonl`;
export const attachmentName = (sha256: string) => `attachments/${sha256}`;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const word = v.pipe(v.string(), v.maxLength(500));

export const manifest = v.object({
  format: v.literal(archiveFormat),
  version: count,
  /** Of the library's schema: which columns the records have. */
  schema: v.pipe(count, v.minValue(1)),
  library: v.strictObject({ id: v.pipe(v.string(), v.uuid()), name: word, createdAt: word, device: word }),
  records: v.partial(v.strictObject(v.entriesFromList(recordTables, count))),
  attachments: count,
  /** What all of it says, as one hash (`ContentDigest`); archives of before version 0.2 lack it. */
  content: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))),
});
export type Manifest = v.InferOutput<typeof manifest>;

/** Columns that hold JSON. They are JSON in the archive too, and what comes in is checked as if a person had sent it. */
export const jsonColumns: Partial<Record<RecordTable, Record<string, v.GenericSchema>>> = {
  source_merge: { record: mergeRecord },
  actor_merge: { record: actorMergeRecord },
  metadata_finding: { value: v.record(v.string(), v.unknown()) },
  source: { csl: cslItem, metadata_origin: v.record(v.string(), v.string()) },
  snapshot: { blocks: blockList },
  actor: { properties: v.pipe(v.record(v.string(), v.string()), v.check(areProperties)) },
  note: { body: memoDocument },
  memo: { document: memoDocument },
  memo_revision: { document: memoDocument },
  // Read leniently wherever it is used: a later version may know more options.
  memo_export: { options: v.record(v.string(), v.unknown()) },
};

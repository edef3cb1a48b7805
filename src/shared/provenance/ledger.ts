import * as v from 'valibot';
import { claimStatuses, evidenceStances } from '../domain/claims';
import { locatorLabels } from '../domain/common';
import { cslItem } from '../domain/csl';
import { excerptKinds } from '../domain/excerpts';

/**
 * The provenance ledger of a memo: which excerpts, sources and claims each of its sentences rests on, with the hashes of
 * the texts. docs/file-format.md describes it for other programs; whoever reads one parses it with this schema.
 */
export const ledgerFormat = 'commonplace-ledger';
export const ledgerVersion = 1;

const most = 200_000;
const many = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(most));
const text = v.pipe(v.string(), v.maxLength(60_000_000));
const word = v.pipe(v.string(), v.maxLength(4000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const locator = v.nullable(v.strictObject({ label: v.picklist(locatorLabels), value: word }));
const standing = v.picklist(['live', 'trashed', 'missing']);

const source = v.strictObject({
  id,
  /** `missing`: the memo cites what the library does not have; then only the id is known. */
  standing,
  citationKey: word,
  title: word,
  /** EDTF; '' if undated. */
  issued: word,
  retracted: v.boolean(),
  csl: v.nullable(cslItem),
});
const snapshot = v.strictObject({
  id,
  sourceId: id,
  capturedAt: word,
  characters: offset,
  sha256: hash,
});
const excerpt = v.strictObject({
  id,
  standing,
  sourceId: id,
  snapshotId: id,
  kind: v.picklist(excerptKinds),
  text,
  sha256: hash,
  start: offset,
  end: offset,
  locator,
});
const claim = v.strictObject({
  id,
  standing,
  statement: text,
  /** As of the ledger's day. */
  status: v.picklist(claimStatuses),
  evidence: many(v.strictObject({ excerptId: id, stance: v.picklist(evidenceStances) })),
});
const place = {
  block: offset,
  run: offset,
  footnote: v.nullable(word),
  start: offset,
  end: offset,
};
const quotation = v.strictObject({
  start: offset,
  end: offset,
  words: text,
  /** null: there was no text to compare with. */
  verbatim: v.nullable(v.boolean()),
  /** Where the words stand, and what stands there. */
  found: v.nullable(
    v.strictObject({ sourceId: id, snapshotId: id, start: offset, end: offset, sha256: hash, locator }),
  ),
  excerptId: v.nullable(id),
});
const citation = v.strictObject({
  id: word,
  items: many(
    v.strictObject({ sourceId: id, label: v.picklist(locatorLabels), locator: word, excerptId: v.nullable(id) }),
  ),
});
const sentence = v.strictObject({
  ...place,
  kind: word,
  text,
  /** Whether it says something that may be so or not. */
  asserts: v.boolean(),
  citations: many(citation),
  quotations: many(quotation),
  excerpts: many(id),
  sources: many(id),
  claims: many(id),
});

export const ledgerSchema = v.strictObject({
  format: v.literal(ledgerFormat),
  version: v.literal(ledgerVersion),
  /** The day it was made, and of which statuses are. */
  asOf: word,
  library: v.strictObject({ id, name: word }),
  memo: v.strictObject({ id, title: word, locale: word, sha256: hash }),
  sentences: many(sentence),
  excerpts: many(excerpt),
  sources: many(source),
  snapshots: many(snapshot),
  claims: many(claim),
});

export type Ledger = v.InferOutput<typeof ledgerSchema>;
export type LedgerSentence = Ledger['sentences'][number];

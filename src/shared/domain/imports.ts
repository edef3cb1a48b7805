import * as v from 'valibot';
import type { CslItem } from './csl';
import type { Block } from './sources';

/** What an importer makes of a file: pure data, from a worker that can be killed. */
export type Imported = { kind: 'document'; document: ImportedDocument };

/** A text to read and quote from: an article, a report, a book. */
export interface ImportedDocument {
  csl: CslItem;
  /** CSL field → where its value was found. */
  metadataOrigin: Record<string, string>;
  text: string;
  blocks: Block[];
  /** BCP 47, '' if unknown. */
  language: string;
  mediaType: string;
  warnings: string[];
}

/** skip: answer with the source that is already there. add: a second source. snapshot: a new snapshot of that source. */
export const duplicatePolicies = ['skip', 'add', 'snapshot'] as const;
export const duplicatePolicy = v.picklist(duplicatePolicies);

export interface ImportOutcome {
  status: 'added' | 'already-there' | 'snapshot-added';
  sourceId: string;
  citationKey: string;
  csl: CslItem;
  snapshot: { id: string; blocks: number; characters: number; sha256: string };
  warnings: string[];
}

import type { CslItem } from '../../../shared/domain/csl';
import type { ImportedDocument, ImportOutcome, duplicatePolicies } from '../../../shared/domain/imports';
import type { Snapshot } from '../../../shared/domain/sources';
import { sourceColumns } from '../../../shared/sources/describe';
import type { ImportRequest } from '../../importing/run';
import { storeAttachment } from '../attachments';
import type { Change } from '../changes/types';
import { sha256 } from '../common/rows';
import type { LibraryContext } from '../context';
import { addSnapshot, getSnapshot, latestSnapshot } from '../snapshots/store';
import { findDuplicates, type DuplicateReason } from '../sources/duplicates/store';
import { addAttachment, addSource, getSource } from '../sources/store';

type Policy = (typeof duplicatePolicies)[number];

/** The original as it is kept: a file's bytes, or pasted text as a file of its own. */
interface Original {
  fileName: string;
  bytes: Uint8Array;
  sha256: string;
}

/** Writes an imported document: original, source and snapshot in one action, or nothing. Recognises what is there already. */
export async function saveImport(
  context: LibraryContext,
  request: ImportRequest,
  document: ImportedDocument,
  onDuplicate: Policy,
): Promise<ImportOutcome> {
  const original: Original =
    request.kind === 'file'
      ? { fileName: baseName(request.fileName), bytes: request.bytes, sha256: '' }
      : { fileName: 'pasted.txt', bytes: new TextEncoder().encode(request.text), sha256: '' };
  const imported = { ...document, csl: withAccessDate(document.csl, context.clock()) };

  // Looked for before anything is written, so that importing the same again leaves no trace, not even an empty action.
  const known = await context.db.read((reader) => findDuplicates(reader, probeOf(imported, sha256(original.bytes))));
  const first = known[0];
  if (first && onDuplicate !== 'add') {
    const latest = await context.db.read((reader) => latestSnapshot(reader, first.sourceId));
    const sameText = latest?.sha256 === sha256(imported.text);
    if (latest && (sameText || onDuplicate === 'skip')) {
      return context.db.read(async (reader) => {
        const source = await getSource(reader, first.sourceId);
        const warning = sameText ? thereAlready(first.reason) : `${thereAlready(first.reason)} ${otherText}`;
        return outcome('already-there', source, latest, [...imported.warnings, warning]);
      });
    }
  }
  original.sha256 = await storeAttachment(context.folder, original.bytes);
  if (first && onDuplicate !== 'add') {
    return context.change({ label: 'Add snapshot' }, async (change) => {
      const snapshot = await writeText(change, first.sourceId, original, imported);
      const source = await getSource(change, first.sourceId);
      return outcome('snapshot-added', source, snapshot, [...imported.warnings, thereAlready(first.reason)]);
    });
  }
  return context.change({ label: 'Import source' }, async (change) => {
    const sourceId = await addSource(change, { csl: imported.csl, metadataOrigin: imported.metadataOrigin });
    const snapshot = await writeText(change, sourceId, original, imported);
    return outcome('added', await getSource(change, sourceId), snapshot, imported.warnings);
  });
}

async function writeText(
  change: Change,
  sourceId: string,
  original: Original,
  document: ImportedDocument,
): Promise<Snapshot> {
  const attachmentId = await addAttachment(change, {
    sourceId,
    fileName: original.fileName,
    mediaType: document.mediaType,
    bytes: original.bytes.byteLength,
    sha256: original.sha256,
  });
  const snapshotId = await addSnapshot(change, {
    sourceId,
    attachmentId,
    text: document.text,
    blocks: document.blocks,
    language: document.language,
  });
  return getSnapshot(change, snapshotId);
}

function probeOf(document: ImportedDocument, attachmentSha256: string) {
  const { csl } = document;
  const columns = sourceColumns(csl);
  return {
    doi: String(csl.DOI ?? ''),
    url: String(csl.URL ?? ''),
    title: columns.title,
    authors: columns.authors,
    issued: columns.issued,
    attachmentSha256,
    snapshotSha256: sha256(document.text),
  };
}

function outcome(
  status: ImportOutcome['status'],
  source: { id: string; citationKey: string; csl: CslItem },
  { id, blocks, characters, sha256: hash }: Snapshot,
  warnings: string[],
): ImportOutcome {
  const { id: sourceId, citationKey, csl } = source;
  return {
    status,
    sourceId,
    citationKey,
    csl,
    snapshot: { id, blocks: blocks.length, characters, sha256: hash },
    warnings,
  };
}

const otherText = 'Its text is another one this time; import it as a new snapshot to keep both.';
function thereAlready(reason: DuplicateReason): string {
  const same: Record<DuplicateReason, string> = {
    attachment: 'the same file',
    snapshot: 'the same text',
    doi: 'the same DOI',
    url: 'the same address',
    title: 'the same title, authors and date',
  };
  return `This source is in the library already (${same[reason]}).`;
}

/** A page may change after it was saved, so the day it was brought in is part of its citation. */
function withAccessDate(csl: CslItem, now: number): CslItem {
  if (csl.URL === undefined || csl.accessed !== undefined) return csl;
  const day = new Date(now);
  return { ...csl, accessed: { 'date-parts': [[day.getFullYear(), day.getMonth() + 1, day.getDate()]] } };
}

function baseName(fileName: string): string {
  return fileName.split(/[\\/]/u).at(-1) || 'file';
}

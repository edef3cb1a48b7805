import type { CslItem } from '../../../shared/domain/csl';
import type {
  ImportedDocument,
  ImportedHighlight,
  SourceOutcome,
  duplicatePolicies,
} from '../../../shared/domain/imports';
import type { Snapshot } from '../../../shared/domain/sources';
import { sourceColumns } from '../../../shared/sources/describe';
import type { ImportRequest } from '../../importing/run';
import { storeAttachment } from '../attachments';
import type { Change } from '../changes/types';
import { sha256 } from '../common/rows';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { listExcerpts } from '../excerpts/store';
import { insertExcerpt } from '../excerpts/write';
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
export async function saveDocument(
  context: LibraryContext,
  request: ImportRequest,
  document: ImportedDocument,
  onDuplicate: Policy,
): Promise<SourceOutcome> {
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
    const marks = await context.db.read((reader) => newHighlights(reader, first.sourceId, imported));
    if (latest && (sameText || onDuplicate === 'skip') && (marks.length === 0 || onDuplicate === 'skip')) {
      return context.db.read(async (reader) => {
        const source = await getSource(reader, first.sourceId);
        const warnings = [...imported.warnings, thereAlready(first.reason)];
        if (!sameText) warnings.push(otherText);
        else if (marks.length > 0) warnings.push(otherHighlights(marks.length));
        return outcome('already-there', source, latest, { warnings });
      });
    }
  }
  original.sha256 = await storeAttachment(context.folder, original.bytes);
  if (first && onDuplicate !== 'add') {
    return context.change({ label: 'Add snapshot' }, async (change) => {
      const marks = await newHighlights(change, first.sourceId, imported);
      const snapshot = await writeText(change, first.sourceId, original, imported);
      await addHighlights(change, context, snapshot, marks);
      const source = await getSource(change, first.sourceId);
      const warnings = [...imported.warnings, thereAlready(first.reason)];
      return outcome('snapshot-added', source, snapshot, { warnings, excerpts: marks.length });
    });
  }
  return context.change({ label: 'Import source' }, async (change) => {
    const sourceId = await addSource(change, { csl: imported.csl, metadataOrigin: imported.metadataOrigin });
    const snapshot = await writeText(change, sourceId, original, imported);
    const { highlights = [], warnings } = imported;
    await addHighlights(change, context, snapshot, highlights);
    return outcome('added', await getSource(change, sourceId), snapshot, { warnings, excerpts: highlights.length });
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

/** What is marked in the file and is no excerpt of the source yet, in the Trash or not: what was thrown away stays there. */
async function newHighlights(
  reader: Reader,
  sourceId: string,
  document: ImportedDocument,
): Promise<ImportedHighlight[]> {
  const { highlights = [], text } = document;
  if (highlights.length === 0) return [];
  const all = { offset: 0, limit: 100_000, sort: 'source', descending: false, includeTrashed: true } as const;
  const { items } = await listExcerpts(reader, { ...all, sourceId });
  const known = new Set(items.map(({ anchor }) => anchor.exact));
  return highlights.filter(({ start, end }) => !known.has(text.slice(start, end).trim()));
}

async function addHighlights(
  change: Change,
  { linkId }: LibraryContext,
  snapshot: Snapshot,
  highlights: readonly ImportedHighlight[],
): Promise<void> {
  for (const highlight of highlights) {
    await insertExcerpt(change, linkId, snapshot, { ...highlight, kind: 'quotation', text: '', tags: [] });
  }
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
  status: SourceOutcome['status'],
  source: { id: string; citationKey: string; csl: CslItem },
  { id, blocks, characters, sha256: hash }: Snapshot,
  { warnings, excerpts = 0 }: { warnings: string[]; excerpts?: number },
): SourceOutcome {
  const { id: sourceId, citationKey, csl } = source;
  return {
    kind: 'source',
    status,
    sourceId,
    citationKey,
    csl,
    snapshot: { id, blocks: blocks.length, characters, sha256: hash },
    excerpts,
    warnings,
  };
}

function otherHighlights(count: number): string {
  const [what, them] = count === 1 ? ['One highlight in it is', 'it'] : [`${count} highlights in it are`, 'them'];
  return `${what} not among the excerpts; import it as a new snapshot to add ${them}.`;
}
const otherText = 'Its text is another one this time; import it as a new snapshot to keep both.';
function thereAlready(reason: DuplicateReason): string {
  const same: Record<DuplicateReason, string> = {
    attachment: 'the same file',
    snapshot: 'the same text',
    doi: 'the same DOI',
    url: 'the same address',
    key: 'the same key and title',
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

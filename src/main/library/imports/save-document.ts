import type { CslItem } from '../../../shared/domain/csl';
import type {
  ImportedDocument,
  ImportedHighlight,
  SourceOutcome,
  duplicatePolicies,
} from '../../../shared/domain/imports';
import type { MetadataFinding, Snapshot } from '../../../shared/domain/sources';
import { fieldLabel } from '../../../shared/citing/item-types';
import { findingsOf, type Finding } from '../../../shared/sources/findings';
import { sourceColumns } from '../../../shared/sources/describe';
import type { ImportRequest } from '../../importing/run';
import { countVerdicts } from '../anchors/store';
import { storeAttachment } from '../attachments';
import type { Change } from '../changes/types';
import { sha256 } from '../common/rows';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { listExcerpts } from '../excerpts/store';
import { insertExcerpt } from '../excerpts/write';
import { addSnapshot, getSnapshot, latestSnapshot } from '../snapshots/store';
import { findingsAreNews, writeFindings } from '../sources/findings/store';
import { findDuplicates, type DuplicateReason } from '../sources/duplicates/store';
import { addAttachment, addSource, getSource } from '../sources/store';

export interface SaveOptions {
  onDuplicate: (typeof duplicatePolicies)[number];
  /** Captures this source again: the text becomes a new snapshot of it, whatever it looks like. */
  sourceId?: string | undefined;
}

/** The original as it is kept: a file's bytes, or pasted text as a file of its own. */
interface Original {
  fileName: string;
  bytes: Uint8Array;
  sha256: string;
}

function pastedOriginal({ text, html }: ImportRequest & { kind: 'text' }): Original {
  const fileName = html === '' ? 'pasted.txt' : 'pasted.html';
  return { fileName, bytes: new TextEncoder().encode(html === '' ? text : html), sha256: '' };
}

/** Writes an imported document: original, source and snapshot in one action, or nothing. Recognises what is there already. */
export async function saveDocument(
  context: LibraryContext,
  request: ImportRequest,
  document: ImportedDocument,
  { onDuplicate, sourceId: recaptured }: SaveOptions,
): Promise<SourceOutcome> {
  const policy = recaptured === undefined ? onDuplicate : 'snapshot';
  const original: Original =
    request.kind === 'file'
      ? { fileName: baseName(request.fileName), bytes: request.bytes, sha256: '' }
      : pastedOriginal(request);
  const imported = { ...document, csl: withAccessDate(document.csl, context.clock()) };

  // Looked for before anything is written, so that importing the same again leaves no trace, not even an empty action.
  const known = await context.db.read((reader) => knownSource(reader, imported, original, recaptured));
  if (known && policy !== 'add') {
    const latest = await context.db.read((reader) => latestSnapshot(reader, known.sourceId));
    const sameText = latest?.sha256 === sha256(imported.text);
    const marks = await context.db.read((reader) => newHighlights(reader, known.sourceId, imported));
    const findings = await context.db.read((reader) => findingsFor(reader, known.sourceId, imported));
    if (latest && (sameText || policy === 'skip') && (marks.length === 0 || policy === 'skip')) {
      await keepFindings(context, known.sourceId, findings);
      return context.db.read(async (reader) => {
        const source = await getSource(reader, known.sourceId);
        const warnings = [...imported.warnings, known.because, ...differs(source.findings)];
        if (!sameText) warnings.push(otherText);
        else if (marks.length > 0) warnings.push(otherHighlights(marks.length));
        return outcome('already-there', source, latest, { warnings, findings: source.findings });
      });
    }
  }
  original.sha256 = await storeAttachment(context.folder, original.bytes);
  if (known && policy !== 'add') {
    const added = await context.change({ label: 'Add snapshot' }, async (change) => {
      const marks = await newHighlights(change, known.sourceId, imported);
      const snapshot = await writeText(change, known.sourceId, original, imported);
      await addHighlights(change, context, snapshot, marks);
      await writeFindings(change, context.linkId, known.sourceId, await findingsFor(change, known.sourceId, imported));
      const source = await getSource(change, known.sourceId);
      const { findings } = source;
      const because = recaptured === undefined ? [known.because] : [];
      const warnings = [...imported.warnings, ...because, ...differs(findings)];
      return outcome('snapshot-added', source, snapshot, { warnings, findings, excerpts: marks.length });
    });
    // Found when the action ended.
    const anchors = await context.db.read((reader) => countVerdicts(reader, added.snapshot.id));
    return { ...added, anchors };
  }
  return context.change({ label: 'Import source' }, async (change) => {
    const sourceId = await addSource(change, { csl: imported.csl, metadataOrigin: imported.metadataOrigin });
    const snapshot = await writeText(change, sourceId, original, imported);
    const { highlights = [], warnings } = imported;
    await addHighlights(change, context, snapshot, highlights);
    return outcome('added', await getSource(change, sourceId), snapshot, { warnings, excerpts: highlights.length });
  });
}

/** The source that a document belongs to: the one that is captured again, or one that is recognised; and why. */
async function knownSource(
  db: Reader,
  document: ImportedDocument,
  original: Original,
  recaptured: string | undefined,
): Promise<{ sourceId: string; because: string } | undefined> {
  if (recaptured !== undefined) {
    await requireLive(db, 'source', recaptured);
    return { sourceId: recaptured, because: 'The text is the same as in the latest snapshot, so nothing was added.' };
  }
  const [first] = await findDuplicates(db, probeOf(document, sha256(original.bytes)));
  return first && { sourceId: first.sourceId, because: thereAlready(first.reason) };
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
    // All scans have the same text: none.
    snapshotSha256: document.text === '' ? '' : sha256(document.text),
  };
}

function outcome(
  status: SourceOutcome['status'],
  source: { id: string; citationKey: string; csl: CslItem },
  { id, blocks, characters, sha256: hash }: Snapshot,
  { warnings, excerpts = 0, findings = [] }: { warnings: string[]; excerpts?: number; findings?: MetadataFinding[] },
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
    anchors: null,
    findings,
    warnings,
  };
}

/** What the document says of itself that its source does not. What the source says stays. */
async function findingsFor(reader: Reader, sourceId: string, document: ImportedDocument): Promise<Finding[]> {
  const { csl } = await getSource(reader, sourceId);
  return findingsOf(csl, document.csl, document.metadataOrigin);
}

/** Nothing is written, not even an empty action, where nothing new was found. */
async function keepFindings(
  { db, change, linkId }: LibraryContext,
  sourceId: string,
  findings: readonly Finding[],
): Promise<void> {
  if (!(await db.read((reader) => findingsAreNews(reader, sourceId, findings)))) return;
  await change({ label: 'Note what was found' }, (writer) => writeFindings(writer, linkId, sourceId, findings));
}

function differs(findings: readonly MetadataFinding[]): string[] {
  if (findings.length === 0) return [];
  const fields = findings.map(({ field }) => fieldLabel(field).toLocaleLowerCase('en')).join(', ');
  return [
    `It now says something else, or more, about its ${fields}. What you have stays; compare the two at the source.`,
  ];
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

import type { ParsedInputOf } from '../../../shared/contract';
import type { MemoFormat } from '../../../shared/domain/exports';
import type { MemoExportOptions } from '../../../shared/domain/memo-export';
import { citationClusters, withUniqueIds } from '../../../shared/memo/clusters';
import type { MemoDocument } from '../../../shared/memo/document';
import { danglingReferences } from '../../../shared/memo/labels';
import { ledgerBlocks } from '../../../shared/provenance/appendix';
import { isRenderedLater } from '../../exporting/memo';
import { prepareMemo } from '../../exporting/prepare';
import type { PreparedMemo } from '../../exporting/prepared';
import { goOn, unlessStopped } from '../../exporting/stopping';
import { citationsOf } from '../citing/citations';
import { citedSources } from '../citing/store';
import type { LibraryContext } from '../context';
import { readPictures } from '../memos/images/files';
import { buildLedger } from '../provenance/ledger';
import { quotedExcerptIds, withQuotationSources } from './quotations';
import { rememberedExport } from './remembered/store';
import { exportedMemo, quotedExcerpts, type StoredMemo } from './store';

export interface Exported extends StoredMemo {
  format: MemoFormat;
  options: MemoExportOptions;
}

/** A memo as its writers read it. */
export interface PreparedExport {
  prepared: PreparedMemo;
  /** The document whose citations are those of `prepared`. */
  document: MemoDocument;
  /** What to tell the user. */
  warnings: string[];
}

/** A document with its citations rendered, for a format. @throws CommonplaceError `cancelled` */
export async function prepareDocument(
  { db, newId, folder }: Pick<LibraryContext, 'db' | 'newId' | 'folder'>,
  { title, document: written, ...memo }: Exported,
  signal?: AbortSignal,
): Promise<PreparedExport> {
  const citations = citationsOf(db);
  const { noteStyle, element } = await citations.style(memo.styleId);
  const quoted = await db.read((reader) => quotedExcerpts(reader, quotedExcerptIds(written)));
  const { document: sourced, added } = withQuotationSources(written, quoted);
  const document = withUniqueIds(sourced, newId);
  const clusters = citationClusters(document, noteStyle);
  // Citations are rendered to their end, in turns: the window shows the same ones, and they are remembered.
  const rendered = await unlessStopped(signal, citations.render(memo.styleId, memo.locale, clusters));
  const ids = clusters.flatMap(({ items }) => items.map((item) => item.sourceId));
  const sources = await db.read((reader) => citedSources(reader, ids));
  const images = document.blocks.filter((block) => block.type === 'image');
  const pictures = await readPictures(
    folder,
    images.map(({ sha256 }) => sha256),
  );
  goOn(signal);
  const prepared = prepareMemo({
    pictures,
    title,
    locale: memo.locale,
    styleId: memo.styleId,
    style: element,
    document,
    rendered,
    sources,
    renderedLater: isRenderedLater(memo.format),
    options: memo.options,
  });
  const warnings: string[] = [];
  if (rendered.missing.length > 0) warnings.push(missingWarning(rendered.missing.length));
  if (rendered.failed) warnings.push(failedWarning(rendered.failed.length));
  const lost = images.filter(({ sha256 }) => !pictures.has(sha256)).length;
  if (lost > 0) warnings.push(lostWarning(lost));
  const dangling = danglingReferences(document).length;
  if (dangling > 0) warnings.push(danglingWarning(dangling));
  if (added > 0) warnings.push(addedWarning(added));
  return { prepared, document, warnings };
}

/**
 * A memo of the library for a format; what is not asked for is as it was the last time.
 * @throws CommonplaceError `not-found`, `library-damaged`, `bad-style`, `cancelled`
 */
export async function prepareStoredMemo(
  context: Pick<LibraryContext, 'db' | 'newId' | 'clock' | 'folder'>,
  { memoId, format, styleId, locale, options: asked }: ParsedInputOf<'exports.memo'>,
  signal?: AbortSignal,
): Promise<PreparedExport> {
  const { db, clock } = context;
  const memo = await db.read((reader) => exportedMemo(reader, memoId));
  const remembered = await db.read((reader) => rememberedExport(reader, memoId));
  const options = { ...remembered.options, ...asked };
  const today = new Date(clock()).toISOString().slice(0, 10);
  const appendix = options.ledger ? ledgerBlocks(await buildLedger(db, memoId, today)) : [];
  goOn(signal);
  const exported = {
    ...memo,
    document: { ...memo.document, blocks: [...memo.document.blocks, ...appendix] },
    format,
    styleId: styleId ?? memo.styleId,
    locale: locale ?? memo.locale,
    options,
  };
  return prepareDocument(context, exported, signal);
}

/** Sources that an export names and the library does not have. */
export function missingWarning(count: number): string {
  return count === 1
    ? 'One cited source is not in the library or is in the Trash. Its citation shows its id.'
    : `${count} cited sources are not in the library or are in the Trash. Their citations show their ids.`;
}

function lostWarning(count: number): string {
  return count === 1
    ? 'The file of one picture is missing or damaged. The export says so in its place.'
    : `The files of ${count} pictures are missing or damaged. The export says so in their place.`;
}

function danglingWarning(count: number): string {
  return count === 1
    ? 'One cross-reference refers to something that is not in the memo any more. The export shows it as missing.'
    : `${count} cross-references refer to things that are not in the memo any more. The export shows them as missing.`;
}

function failedWarning(count: number): string {
  return count === 1
    ? 'The citation style fails at one cited source, which is cited by its title alone. Check that source, or choose another style.'
    : `The citation style fails at ${count} cited sources, which are cited by their titles alone. Check them, or choose another style.`;
}

function addedWarning(count: number): string {
  return count === 1
    ? 'One linked quotation had no citation beside it; the export cites its source.'
    : `${count} linked quotations had no citation beside them; the export cites their sources.`;
}

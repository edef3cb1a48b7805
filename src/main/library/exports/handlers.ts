import { defaultLocale, defaultStyleId } from '../../../shared/citing/defaults';
import { achRows } from '../../../shared/ach/table';
import { matrixBlocks, matrixRows } from '../../../shared/claims/matrix';
import type { Handlers } from '../../../shared/contract';
import type { ExportOutcome, MemoFormat } from '../../../shared/domain/exports';
import { defaultMemoExport, type MemoExportOptions } from '../../../shared/domain/memo-export';
import { citationClusters, withUniqueIds } from '../../../shared/memo/clusters';
import { memoDocumentVersion, type MemoDocument } from '../../../shared/memo/document';
import { danglingReferences } from '../../../shared/memo/labels';
import { ledgerBlocks } from '../../../shared/provenance/appendix';
import { writeW3c } from '../../annotations/w3c';
import { writeCsv } from '../../exporting/csv';
import { exportFileName } from '../../exporting/file-name';
import { isRenderedLater, writeMemo } from '../../exporting/memo';
import { prepareMemo } from '../../exporting/prepare';
import { writeBibliography } from '../../references';
import { citationsOf } from '../citing/citations';
import { citedSources } from '../citing/store';
import type { LibraryContext } from '../context';
import { getAch } from '../ach/store';
import { readPictures } from '../memos/images/files';
import { matrix } from '../matrix/store';
import { quotedExcerptIds, withQuotationSources } from './quotations';
import { buildLedger } from '../provenance/ledger';
import { withOriginals } from './originals';
import { rememberedExport, rememberExport } from './remembered/store';
import {
  annotatedExcerpts,
  bibliographyReferences,
  exportedAttachments,
  exportedMemo,
  quotedExcerpts,
  type StoredMemo,
} from './store';

interface Exported extends StoredMemo {
  format: MemoFormat;
  options: MemoExportOptions;
}

/** Memos and bibliographies as files. The caller saves them; no path is known here. */
type ExportMethod =
  | 'exports.memo'
  | 'exports.remembered'
  | 'exports.remember'
  | 'exports.matrix'
  | 'exports.ach'
  | 'exports.bibliography'
  | 'exports.annotations';

export function exportsHandlers({ db, change, newId, linkId, folder, clock }: LibraryContext): Handlers<ExportMethod> {
  const citations = citationsOf(db);
  /** A document with its citations as files of a format. */
  async function exportDocument({ title, document: written, ...memo }: Exported): Promise<ExportOutcome> {
    const { noteStyle, element } = await citations.style(memo.styleId);
    const quoted = await db.read((reader) => quotedExcerpts(reader, quotedExcerptIds(written)));
    const { document: sourced, added } = withQuotationSources(written, quoted);
    const document = withUniqueIds(sourced, newId);
    const clusters = citationClusters(document, noteStyle);
    const rendered = await citations.render(memo.styleId, memo.locale, clusters);
    const ids = clusters.flatMap(({ items }) => items.map((item) => item.sourceId));
    const sources = await db.read((reader) => citedSources(reader, ids));
    const images = document.blocks.filter((block) => block.type === 'image');
    const pictures = await readPictures(
      folder,
      images.map(({ sha256 }) => sha256),
    );
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
    return { files: await writeMemo(prepared, memo.format), warnings };
  }

  return {
    async 'exports.memo'({ memoId, format, styleId, locale, options: asked }) {
      const memo = await db.read((reader) => exportedMemo(reader, memoId));
      const remembered = await db.read((reader) => rememberedExport(reader, memoId));
      const options = { ...remembered.options, ...asked };
      const today = new Date(clock()).toISOString().slice(0, 10);
      const appendix = options.ledger ? ledgerBlocks(await buildLedger(db, memoId, today)) : [];
      return exportDocument({
        ...memo,
        document: { ...memo.document, blocks: [...memo.document.blocks, ...appendix] },
        format,
        styleId: styleId ?? memo.styleId,
        locale: locale ?? memo.locale,
        options,
      });
    },

    'exports.remembered': ({ memoId }) => db.read((reader) => rememberedExport(reader, memoId)),

    async 'exports.remember'(input) {
      await change({ label: 'Remember export', undoable: false }, (writer) => rememberExport(writer, linkId, input));
      return null;
    },

    async 'exports.matrix'({ format, styleId = defaultStyleId, locale = defaultLocale, ...question }) {
      const shown = await db.read((reader) => matrix(reader, question));
      const title = shown.across === 'actors' ? 'Claims and actors' : 'Claims and sources';
      if (format === 'csv') {
        const bytes = new TextEncoder().encode(writeCsv(matrixRows(shown)));
        return { files: [{ fileName: exportFileName(title, 'csv'), mediaType: 'text/csv', bytes }], warnings: [] };
      }
      const document: MemoDocument = { version: memoDocumentVersion, blocks: matrixBlocks(shown, newId) };
      return exportDocument({ title, document, format, styleId, locale, options: defaultMemoExport });
    },

    async 'exports.ach'({ id }) {
      const shown = await db.read((reader) => getAch(reader, id));
      const bytes = new TextEncoder().encode(writeCsv(achRows(shown)));
      return { files: [{ fileName: exportFileName(shown.title, 'csv'), mediaType: 'text/csv', bytes }], warnings: [] };
    },

    async 'exports.bibliography'({ format, sourceIds, notes, files }): Promise<ExportOutcome> {
      const references = await db.read((reader) => bibliographyReferences(reader, { sourceIds, notes }));
      const originals =
        files && format === 'zotero-rdf'
          ? await withOriginals(folder, references, await db.read((reader) => exportedAttachments(reader, sourceIds)))
          : [];
      const { extension, mediaType, text, warnings } = writeBibliography(format, references);
      const missing = sourceIds === undefined ? 0 : new Set(sourceIds).size - references.length;
      const fileName = exportFileName('Bibliography', extension);
      return {
        files: [{ fileName, mediaType, bytes: new TextEncoder().encode(text) }, ...originals],
        warnings: missing > 0 ? [missingWarning(missing), ...warnings] : warnings,
      };
    },

    async 'exports.annotations'({ sourceId }): Promise<ExportOutcome> {
      const { excerpts, sources } = await db.read((reader) => annotatedExcerpts(reader, sourceId));
      const bytes = new TextEncoder().encode(writeW3c(excerpts, sources));
      const fileName = exportFileName('Annotations', 'jsonld');
      return { files: [{ fileName, mediaType: 'application/ld+json', bytes }], warnings: [] };
    },
  };
}

function missingWarning(count: number): string {
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

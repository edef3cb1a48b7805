import { defaultLocale, defaultStyleId } from '../../../shared/citing/defaults';
import { achRows } from '../../../shared/ach/table';
import { matrixBlocks, matrixRows } from '../../../shared/claims/matrix';
import type { Handlers } from '../../../shared/contract';
import type { ExportOutcome } from '../../../shared/domain/exports';
import { defaultMemoExport } from '../../../shared/domain/memo-export';
import { memoDocumentVersion, type MemoDocument } from '../../../shared/memo/document';
import { writeW3c } from '../../annotations/w3c';
import { writeCsv } from '../../exporting/csv';
import { exportFileName } from '../../exporting/file-name';
import { writeMemo } from '../../exporting/memo';
import type { RunPdf } from '../../exporting/pdf-run';
import { goOn } from '../../exporting/stopping';
import { readWordTemplate } from '../../exporting/word-template/read';
import { CommonplaceError } from '../../../shared/result';
import { writeBibliography } from '../../references';
import type { LibraryContext } from '../context';
import { getAch } from '../ach/store';
import { matrix } from '../matrix/store';
import { withOriginals } from './originals';
import { missingWarning, prepareDocument, prepareStoredMemo, type Exported } from './prepare-stored';
import { rememberedExport, rememberExport } from './remembered/store';
import { annotatedExcerpts, bibliographyReferences, exportedAttachments } from './store';

/** Memos and bibliographies as files. The caller saves them; no path is known here. */
type ExportMethod =
  | 'exports.memo'
  | 'exports.cancel'
  | 'exports.wordTemplate'
  | 'exports.remembered'
  | 'exports.remember'
  | 'exports.matrix'
  | 'exports.ach'
  | 'exports.bibliography'
  | 'exports.annotations';

export function exportsHandlers(
  { db, change, newId, linkId, folder, clock }: LibraryContext,
  runPdf?: RunPdf,
): Handlers<ExportMethod> {
  /** Exports that can be stopped, by their ids. */
  const jobs = new Map<string, AbortController>();

  /** A document with its citations as files of a format. */
  async function exportDocument(exported: Exported): Promise<ExportOutcome> {
    const { prepared, warnings } = await prepareDocument({ db, newId, folder }, exported);
    return { files: await writeMemo(prepared, exported.format, { runPdf }), warnings };
  }

  return {
    async 'exports.memo'({ jobId = newId(), ...input }) {
      if (jobs.has(jobId))
        throw new CommonplaceError('conflict', 'This export is already running. Wait for it to end.');
      const controller = new AbortController();
      const { signal } = controller;
      jobs.set(jobId, controller);
      try {
        const { prepared, warnings } = await prepareStoredMemo({ db, newId, clock, folder }, input, signal);
        const files = await writeMemo(prepared, input.format, { signal, runPdf });
        goOn(signal);
        return { files, warnings };
      } finally {
        jobs.delete(jobId);
      }
    },

    async 'exports.cancel'({ jobId }) {
      jobs.get(jobId)?.abort();
      return null;
    },

    'exports.wordTemplate': ({ name, bytes }) => readWordTemplate(name, bytes),

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

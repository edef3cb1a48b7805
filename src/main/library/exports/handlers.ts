import type { Handlers } from '../../../shared/contract';
import type { ExportOutcome } from '../../../shared/domain/exports';
import { citationClusters, withUniqueIds } from '../../../shared/memo/clusters';
import { writeW3c } from '../../annotations/w3c';
import { exportFileName } from '../../exporting/file-name';
import { isRenderedLater, writeMemo } from '../../exporting/memo';
import { prepareMemo } from '../../exporting/prepare';
import { writeBibliography } from '../../references';
import { citationsOf } from '../citing/citations';
import { citedSources } from '../citing/store';
import type { LibraryContext } from '../context';
import { quotedExcerptIds, withQuotationSources } from './quotations';
import { withOriginals } from './originals';
import { annotatedExcerpts, bibliographyReferences, exportedAttachments, exportedMemo, quotedExcerpts } from './store';

/** Memos and bibliographies as files. The caller saves them; no path is known here. */
type ExportMethod = 'exports.memo' | 'exports.bibliography' | 'exports.annotations';

export function exportsHandlers({ db, newId, folder }: LibraryContext): Handlers<ExportMethod> {
  const citations = citationsOf(db);
  return {
    async 'exports.memo'({ memoId, format, styleId, locale }): Promise<ExportOutcome> {
      const memo = await db.read((reader) => exportedMemo(reader, memoId));
      const style = styleId ?? memo.styleId;
      const language = locale ?? memo.locale;
      const { noteStyle, element } = await citations.style(style);
      const quoted = await db.read((reader) => quotedExcerpts(reader, quotedExcerptIds(memo.document)));
      const { document: sourced, added } = withQuotationSources(memo.document, quoted);
      const document = withUniqueIds(sourced, newId);
      const clusters = citationClusters(document, noteStyle);
      const rendered = await citations.render(style, language, clusters);
      const ids = clusters.flatMap(({ items }) => items.map((item) => item.sourceId));
      const sources = await db.read((reader) => citedSources(reader, ids));
      const prepared = prepareMemo({
        title: memo.title,
        locale: language,
        styleId: style,
        style: element,
        document,
        rendered,
        sources,
        renderedLater: isRenderedLater(format),
      });
      const warnings: string[] = [];
      if (rendered.missing.length > 0) warnings.push(missingWarning(rendered.missing.length));
      if (added > 0) warnings.push(addedWarning(added));
      return { files: await writeMemo(prepared, format), warnings };
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

function addedWarning(count: number): string {
  return count === 1
    ? 'One linked quotation had no citation beside it; the export cites its source.'
    : `${count} linked quotations had no citation beside them; the export cites their sources.`;
}

import JSZip from 'jszip';
import type { Imported, ImportedDocument } from '../../shared/domain/imports';
import { importContent } from './import';
import { ordinaryLimits } from './limits';

/** Imports a file's content that must come in as a document. */
export async function readDocument(fileName: string, content: string | Uint8Array): Promise<ImportedDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return documentOf(await importContent({ kind: 'file', fileName, bytes, limits: ordinaryLimits }));
}

/** What must have come in as a document. */
export function documentOf(imported: Imported): ImportedDocument {
  if (imported.kind !== 'document') throw new Error(`It came in as ${imported.kind}.`);
  return imported.document;
}

/** An archive of files by their names, as EPUB, DOCX and ODT are. */
export function archive(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

/** A document's blocks as lines, for comparing: `kind level #ordinal|text|span:text …`. */
export function outline({ text, blocks }: Pick<ImportedDocument, 'text' | 'blocks'>): string[] {
  return blocks.map(({ kind, level, ordinal, start, end, spans }) => {
    const what = [kind, level, ordinal === undefined ? undefined : `#${ordinal}`].filter((part) => part !== undefined);
    const marks = spans
      .filter((span) => span.kind !== 'cell')
      .map((span) => `${span.kind}:${text.slice(span.start, span.end)}${span.href ? `→${span.href}` : ''}`);
    return [what.join(' '), text.slice(start, end), ...marks].join('|');
  });
}

import type { ImportedDocument } from '../../shared/domain/imports';
import { importContent, ordinaryLimits } from './import';

/** Imports a file's content that must come in as a document. */
export async function readDocument(fileName: string, content: string | Uint8Array): Promise<ImportedDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const imported = await importContent({ kind: 'file', fileName, bytes, limits: ordinaryLimits });
  if (imported.kind !== 'document') throw new Error(`${fileName} came in as ${imported.kind}`);
  return imported.document;
}

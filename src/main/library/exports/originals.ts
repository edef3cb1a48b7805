import type { ExportedFile } from '../../../shared/domain/exports';
import type { Reference } from '../../../shared/domain/references';
import { CommonplaceError } from '../../../shared/result';
import { exportFileName, freeName } from '../../exporting/file-name';
import { readAttachment } from '../attachments';
import { groupBy } from '../common/rows';
import type { ExportedAttachment } from './store';

/** All files of an export are in memory at once. */
const mostBytes = 500_000_000;

/**
 * Originals as files beside a bibliography, each under a name of its own, and named in the references they belong to.
 * @throws CommonplaceError `too-large`
 */
export async function withOriginals(
  folder: string,
  references: readonly Reference[],
  attachments: readonly ExportedAttachment[],
): Promise<ExportedFile[]> {
  if (attachments.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) {
    throw new CommonplaceError(
      'too-large',
      `The originals have more than ${mostBytes / 1_000_000} MB together. Export fewer sources, or make an archive of the library.`,
    );
  }
  const byKey = groupBy(attachments, ({ citationKey }) => citationKey);
  const taken = new Set<string>();
  const files: ExportedFile[] = [];
  for (const reference of references) {
    for (const { fileName, mediaType, sha256 } of byKey.get(reference.citationKey) ?? []) {
      const path = freeName(safeName(`${reference.citationKey} ${fileName}`), taken);
      (reference.attachments ??= []).push({ path, mediaType, title: fileName });
      files.push({ fileName: path, mediaType, bytes: await readAttachment(folder, sha256) });
    }
  }
  return files;
}

/** A name that is safe, with its extension. */
function safeName(name: string): string {
  const [, stem = name, extension = 'bin'] = /^(.*)\.([A-Za-z0-9]{1,8})$/su.exec(name) ?? [];
  return exportFileName(stem, extension);
}

import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { partReader } from './parts';
import { pdfResource } from './pdf-resources';
import { attachmentHash } from './store';

export function attachmentsHandlers({
  db,
  folder,
}: LibraryContext): Handlers<'attachments.read' | 'attachments.pdfResource'> {
  const read = partReader(folder);
  return {
    'attachments.read': async ({ id, offset, length }) =>
      read(await db.read((reader) => attachmentHash(reader, id)), offset, length),
    'attachments.pdfResource': ({ kind, name }) => pdfResource(kind, name),
  };
}

import { rm } from 'node:fs/promises';
import type { Handlers } from '../../../shared/contract';
import { trashKinds } from '../../../shared/domain/common';
import { attachmentPath } from '../attachments';
import { refuseMerged, requireRow } from '../common/store';
import type { LibraryContext } from '../context';
import { getExcerpt } from '../excerpts/store';
import { shownPictures } from '../memos/images/store';
import { requireFreeName } from '../tags/store';
import { attachmentHashes, eraseWhole, forgetErased, trashedIds, unusedHashes } from './erase/store';
import { listTrash } from './store';

type TrashMethod = 'trash.list' | 'trash.restore' | 'trash.empty';

export function trashHandlers({ db, change, folder, log }: LibraryContext): Handlers<TrashMethod> {
  return {
    'trash.list': () => db.read(listTrash),
    'trash.restore': ({ target }) =>
      change({ label: `Restore ${target.kind}` }, async (writer) => {
        await requireRow(writer, target.kind, target.id);
        if (target.kind === 'source' || target.kind === 'actor') await refuseMerged(writer, target.kind, target.id);
        if (target.kind === 'tag') await requireFreeName(writer, target.id);
        await writer.restore(target.kind, target.id);
        // An excerpt would stay hidden while its source is in the Trash.
        if (target.kind === 'excerpt') await writer.restore('source', (await getExcerpt(writer, target.id)).sourceId);
        return null;
      }),
    'trash.empty': async () => {
      const { erased, files } = await change({ label: 'Empty Trash', final: true }, async (writer) => {
        const hashes = await attachmentHashes(writer, await trashedIds(writer, 'source'));
        const pictures = [...(await shownPictures(writer)).keys()];
        let count = 0;
        for (const kind of trashKinds) count += await eraseWhole(writer, kind, await trashedIds(writer, kind));
        await forgetErased(writer);
        return { erased: count, files: await unusedHashes(writer, [...new Set([...hashes, ...pictures])]) };
      });
      // Only now that no row names them for good. A file that stays behind is harmless.
      for (const hash of files) {
        await rm(attachmentPath(folder, hash), { force: true }).catch((error: unknown) =>
          log.warn('an attachment could not be deleted', { error: String(error) }),
        );
      }
      return { erased };
    },
  };
}

import type { TrashKind } from '../../../shared/domain/common';
import type { LibraryContext } from '../context';
import { requireLive } from './store';

/** The handler of a noun's `….trash`: moves one row to the Trash, as one action. Restoring is `trash.restore`, for all. */
export function trashing(change: LibraryContext['change'], kind: TrashKind) {
  return ({ id }: { id: string }): Promise<null> =>
    change({ label: `Move ${kind} to Trash` }, async (writer) => {
      await requireLive(writer, kind, id);
      await writer.trash(kind, id);
      return null;
    });
}

import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { compareSnapshots } from './compare';
import { getSnapshot } from './store';

export function snapshotsHandlers({ db }: LibraryContext): Handlers<'snapshots.get' | 'snapshots.compare'> {
  return {
    'snapshots.get': ({ id }) => db.read((reader) => getSnapshot(reader, id)),
    'snapshots.compare': ({ olderId, newerId }) => db.read((reader) => compareSnapshots(reader, olderId, newerId)),
  };
}

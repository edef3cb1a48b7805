import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { getSnapshot } from './store';

export function snapshotsHandlers({ db }: LibraryContext): Handlers<'snapshots.get'> {
  return { 'snapshots.get': ({ id }) => db.read((reader) => getSnapshot(reader, id)) };
}

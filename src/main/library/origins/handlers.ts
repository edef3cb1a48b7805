import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { originProposer } from './propose';
import { createOrigin, listOrigins, refuseOrigin, removeOrigin, updateOrigin } from './store';

type OriginMethod =
  'origins.list' | 'origins.create' | 'origins.update' | 'origins.remove' | 'origins.proposals' | 'origins.refuse';

export function originsHandlers({ db, change, linkId }: LibraryContext): Handlers<OriginMethod> {
  const propose = originProposer();
  return {
    'origins.list': () => db.read((reader) => listOrigins(reader)),
    'origins.create': (input) => change({ label: 'Add origin' }, (writer) => createOrigin(writer, linkId, input)),
    'origins.update': (input) => change({ label: 'Edit origin' }, (writer) => updateOrigin(writer, linkId, input)),
    'origins.remove': ({ id }) =>
      change({ label: 'Remove origin' }, async (writer) => {
        await removeOrigin(writer, id);
        return null;
      }),
    'origins.proposals': () => propose(db),
    'origins.refuse': ({ sourceId, otherId }) =>
      change({ label: 'Not one origin' }, async (writer) => {
        await refuseOrigin(writer, linkId, sourceId, otherId);
        return null;
      }),
  };
}

import type { Handlers } from '../../../shared/contract';
import type { Change } from '../changes/types';
import { findRow, requireLive } from '../common/store';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { addRelation, removeRelation, updateRelation } from './relations/write';
import { getActor, listActors } from './store';
import { createActor, updateActor } from './write';

type ActorMethod =
  | 'actors.list'
  | 'actors.get'
  | 'actors.create'
  | 'actors.update'
  | 'actors.trash'
  | 'actors.tag'
  | 'actors.untag'
  | 'actors.relate'
  | 'actors.updateRelation'
  | 'actors.unrelate';

export function actorsHandlers({ db, change, linkId }: LibraryContext): Handlers<ActorMethod> {
  return {
    'actors.list': (input) => db.read((reader) => listActors(reader, input)),
    'actors.get': ({ id }) => db.read((reader) => getActor(reader, id)),
    'actors.create': (input) => change({ label: 'Add actor' }, (writer) => createActor(writer, input)),
    'actors.update': ({ id, ...input }) => change({ label: 'Edit actor' }, (writer) => updateActor(writer, id, input)),
    'actors.trash': trashing(change, 'actor'),
    'actors.tag': ({ excerptId, actorId }) =>
      change({ label: 'Tag actor' }, async (writer) => {
        await requireBoth(writer, excerptId, actorId);
        await writer.insert('actor_mention', {
          id: linkId(actorId, excerptId),
          actor_id: actorId,
          excerpt_id: excerptId,
        });
        return null;
      }),
    'actors.untag': ({ excerptId, actorId }) =>
      change({ label: 'Untag actor' }, async (writer) => {
        await requireBoth(writer, excerptId, actorId);
        const id = linkId(actorId, excerptId);
        // Taking off what is not there is no error.
        if (await findRow(writer, 'actor_mention', id)) await writer.erase('actor_mention', id);
        return null;
      }),
    'actors.relate': (input) => change({ label: 'Add relation' }, (writer) => addRelation(writer, linkId, input)),
    'actors.updateRelation': (input) =>
      change({ label: 'Edit relation' }, (writer) => updateRelation(writer, linkId, input)),
    'actors.unrelate': ({ id }) => change({ label: 'Remove relation' }, (writer) => removeRelation(writer, id)),
  };
}

async function requireBoth(writer: Change, excerptId: string, actorId: string): Promise<void> {
  await requireLive(writer, 'excerpt', excerptId);
  await requireLive(writer, 'actor', actorId);
}

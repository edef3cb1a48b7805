import type { Handlers } from '../../../shared/contract';
import type { Change } from '../changes/types';
import { requireLive, requireRow } from '../common/store';
import type { LibraryContext } from '../context';
import { getActor, listActors } from './store';
import { createActor, updateActor } from './write';

type ActorMethod =
  | 'actors.list'
  | 'actors.get'
  | 'actors.create'
  | 'actors.update'
  | 'actors.trash'
  | 'actors.restore'
  | 'actors.tag'
  | 'actors.untag';

export function actorsHandlers({ db, change, linkId }: LibraryContext): Handlers<ActorMethod> {
  return {
    'actors.list': (input) => db.read((reader) => listActors(reader, input)),
    'actors.get': ({ id }) => db.read((reader) => getActor(reader, id)),
    'actors.create': (input) => change({ label: 'Add actor' }, (writer) => createActor(writer, input)),
    'actors.update': ({ id, ...input }) => change({ label: 'Edit actor' }, (writer) => updateActor(writer, id, input)),
    'actors.trash': ({ id }) =>
      change({ label: 'Move actor to Trash' }, async (writer) => {
        await requireLive(writer, 'actor', id);
        await writer.trash('actor', id);
        return null;
      }),
    'actors.restore': ({ id }) =>
      change({ label: 'Restore actor' }, async (writer) => {
        await requireRow(writer, 'actor', id);
        await writer.restore('actor', id);
        return null;
      }),
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
        if (await hasRow(writer, id)) await writer.erase('actor_mention', id);
        return null;
      }),
  };
}

async function requireBoth(writer: Change, excerptId: string, actorId: string): Promise<void> {
  await requireLive(writer, 'excerpt', excerptId);
  await requireLive(writer, 'actor', actorId);
}

/** Whether an actor is tagged in an excerpt; taking off what is not there is no error. */
async function hasRow(writer: Change, id: string): Promise<boolean> {
  return requireRow(writer, 'actor_mention', id).then(
    () => true,
    () => false,
  );
}

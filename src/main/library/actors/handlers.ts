import { alikeActors, matchActors, type AlikeActors } from '../../../shared/actors/matching/match';
import type { Handlers } from '../../../shared/contract';
import { CommonplaceError } from '../../../shared/result';
import type { Change } from '../changes/types';
import { findRow, requireLive } from '../common/store';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { mergeActors, unmergeActor } from './merges/merge';
import { pairsApart } from './merges/store';
import { actorNetwork } from './network/store';
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
  | 'actors.unrelate'
  | 'actors.merge'
  | 'actors.unmerge'
  | 'actors.keepApart'
  | 'actors.network'
  | 'actors.match'
  | 'actors.alike';

export function actorsHandlers({ db, change, linkId }: LibraryContext): Handlers<ActorMethod> {
  const everyActor = () => db.read((reader) => listActors(reader, { includeTrashed: false }));
  let lastAlike: { names: string; pairs: readonly AlikeActors[] } | undefined;
  /** Comparing thousands of actors takes a second, so it is done again only when a name has changed. */
  const alikePairs = async () => {
    const actors = await everyActor();
    const names = JSON.stringify(actors.map(({ id, kind, name, names: all }) => [id, kind, name, all]));
    if (lastAlike?.names !== names) lastAlike = { names, pairs: alikeActors(actors) };
    return lastAlike.pairs;
  };
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
    'actors.merge': ({ keptId, otherId }) =>
      change({ label: 'Merge actors' }, async (writer) => {
        await mergeActors(writer, linkId, keptId, otherId);
        return getActor(writer, keptId);
      }),
    'actors.unmerge': ({ id }) =>
      change({ label: 'Unmerge actor' }, async (writer) => {
        await unmergeActor(writer, linkId, id);
        return getActor(writer, id);
      }),
    'actors.keepApart': ({ id, otherId, apart }) =>
      change({ label: apart ? 'Keep actors apart' : 'Let actors be alike' }, async (writer) => {
        if (id === otherId) {
          throw new CommonplaceError('bad-input', 'An actor is not different from itself. Choose another one.');
        }
        const [first, second] = id < otherId ? [id, otherId] : [otherId, id];
        await requireLive(writer, 'actor', first);
        await requireLive(writer, 'actor', second);
        const pairId = linkId('not-same-actor', first, second);
        if (apart) await writer.insert('not_same_actor', { id: pairId, first_id: first, second_id: second });
        else if (await findRow(writer, 'not_same_actor', pairId)) await writer.erase('not_same_actor', pairId);
        return null;
      }),
    'actors.network': ({ actorId }) => db.read((reader) => actorNetwork(reader, actorId)),
    'actors.match': async ({ name }) => matchActors(name, await everyActor()),
    'actors.alike': async ({ id }) => {
      const apart = await db.read(pairsApart);
      const pairs = (await alikePairs()).filter((pair) => !apart.has(`${pair.actorId} ${pair.otherId}`));
      return id === undefined ? pairs : pairs.filter((pair) => pair.actorId === id || pair.otherId === id);
    },
  };
}

async function requireBoth(writer: Change, excerptId: string, actorId: string): Promise<void> {
  await requireLive(writer, 'excerpt', excerptId);
  await requireLive(writer, 'actor', actorId);
}

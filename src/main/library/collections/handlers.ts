import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { addItems, createCollection, listCollections, listItems, removeItems, updateCollection } from './store';

type CollectionMethod =
  | 'collections.list'
  | 'collections.items'
  | 'collections.create'
  | 'collections.update'
  | 'collections.trash'
  | 'collections.add'
  | 'collections.remove';

export function collectionsHandlers({ db, change, linkId }: LibraryContext): Handlers<CollectionMethod> {
  return {
    'collections.list': () => db.read(listCollections),
    'collections.items': ({ id }) => db.read((reader) => listItems(reader, id)),
    'collections.create': (input) => change({ label: 'Add collection' }, (writer) => createCollection(writer, input)),
    'collections.update': (input) =>
      change({ label: input.parentId === undefined ? 'Rename collection' : 'Move collection' }, (writer) =>
        updateCollection(writer, input),
      ),
    'collections.trash': trashing(change, 'collection'),
    'collections.add': ({ id, items }) =>
      change({ label: 'Add to collection' }, async (writer) => {
        await addItems(writer, linkId, id, items);
        return null;
      }),
    'collections.remove': ({ id, items }) =>
      change({ label: 'Remove from collection' }, async (writer) => {
        await removeItems(writer, id, items);
        return null;
      }),
  };
}

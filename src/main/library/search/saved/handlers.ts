import type { Handlers } from '../../../../shared/contract';
import type { LibraryContext } from '../../context';
import { createSavedSearch, deleteSavedSearch, listSavedSearches, updateSavedSearch } from './store';

type SavedSearchMethod = 'searches.list' | 'searches.create' | 'searches.update' | 'searches.delete';

export function savedSearchHandlers({ db, change }: LibraryContext): Handlers<SavedSearchMethod> {
  return {
    'searches.list': () => db.read(listSavedSearches),
    'searches.create': (input) => change({ label: 'Save search' }, (writer) => createSavedSearch(writer, input)),
    'searches.update': (input) =>
      change({ label: input.query === undefined ? 'Rename saved search' : 'Change saved search' }, (writer) =>
        updateSavedSearch(writer, input),
      ),
    'searches.delete': ({ id }) =>
      change({ label: 'Delete saved search' }, async (writer) => {
        await deleteSavedSearch(writer, id);
        return null;
      }),
  };
}

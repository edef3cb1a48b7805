import type { Handlers } from '../../../shared/contract';
import { fold } from '../../../shared/search/fold';
import type { LibraryContext } from '../context';
import { wellFormed } from '../common/rows';
import { openSearch } from './engine';
import { forgetSearches, pastSearches, rememberSearch } from './past/store';

type SearchMethod = 'search.query' | 'search.complete' | 'search.past' | 'search.remember' | 'search.forget';

export function searchHandlers(context: LibraryContext): Handlers<SearchMethod> {
  const { db, clock, emit } = context;
  const search = openSearch(context);
  const key = (query: string) => fold(query).trim();
  return {
    'search.query': (input) => search.query(input),
    'search.complete': (input) => search.complete(input),
    'search.past': ({ limit }) => db.read((reader) => pastSearches(reader, limit)),
    'search.remember': async ({ query }) => {
      // Somebody who may only read searches all the same.
      if (!db.readOnly) {
        const now = new Date(clock()).toISOString();
        await db.write((writer) => rememberSearch(writer, wellFormed(query), key(wellFormed(query)), now));
        emit('library.changed', { nouns: ['search'] });
      }
      return null;
    },
    'search.forget': async ({ query }) => {
      await db.write((writer) => forgetSearches(writer, query === undefined ? null : key(wellFormed(query))));
      emit('library.changed', { nouns: ['search'] });
      return null;
    },
  };
}

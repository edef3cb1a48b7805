import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { openSearch } from './engine';

export function searchHandlers(context: LibraryContext): Handlers<'search.query'> {
  const search = openSearch(context);
  return { 'search.query': (input) => search(input) };
}

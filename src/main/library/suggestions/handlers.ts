import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { suggestionsFor } from './find';

export function suggestionsHandlers({ db }: LibraryContext): Handlers<'suggestions.forSource'> {
  return {
    'suggestions.forSource': ({ sourceId }) => db.read((reader) => suggestionsFor(reader, sourceId)),
  };
}

import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { getExcerpt, listExcerpts } from './store';
import { addExcerpt, quoteExcerpt, updateExcerpt } from './write';

type ExcerptMethod =
  'excerpts.list' | 'excerpts.get' | 'excerpts.add' | 'excerpts.quote' | 'excerpts.update' | 'excerpts.trash';

export function excerptsHandlers({ db, change, linkId }: LibraryContext): Handlers<ExcerptMethod> {
  return {
    'excerpts.list': (input) => db.read((reader) => listExcerpts(reader, input)),
    'excerpts.get': ({ id }) => db.read((reader) => getExcerpt(reader, id)),
    'excerpts.add': (input) => change({ label: 'Add excerpt' }, (writer) => addExcerpt(writer, linkId, input)),
    'excerpts.quote': (input) => change({ label: 'Add excerpt' }, (writer) => quoteExcerpt(writer, linkId, input)),
    'excerpts.update': (input) => change({ label: 'Edit excerpt' }, (writer) => updateExcerpt(writer, linkId, input)),
    'excerpts.trash': trashing(change, 'excerpt'),
  };
}

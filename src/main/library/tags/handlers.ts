import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { createTag, listTags, setTags, updateTag } from './store';

type TagMethod = 'tags.list' | 'tags.create' | 'tags.update' | 'tags.trash' | 'tags.set';

export function tagsHandlers({ db, change, linkId }: LibraryContext): Handlers<TagMethod> {
  return {
    'tags.list': () => db.read(listTags),
    'tags.create': (input) => change({ label: 'Add tag' }, (writer) => createTag(writer, input)),
    'tags.update': (input) =>
      change({ label: input.name === undefined ? 'Change tag colour' : 'Rename tag' }, (writer) =>
        updateTag(writer, input),
      ),
    'tags.trash': trashing(change, 'tag'),
    'tags.set': ({ target, names }) =>
      change({ label: 'Change tags' }, async (writer) => {
        await setTags(writer, linkId, target, names);
        return null;
      }),
  };
}

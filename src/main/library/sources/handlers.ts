import type { Handlers } from '../../../shared/contract';
import { requireLive, requireRow } from '../common/store';
import type { LibraryContext } from '../context';
import { addSource, getSource, listSources, setCitationKey, updateSource } from './store';

type SourceMethod =
  | 'sources.list'
  | 'sources.get'
  | 'sources.create'
  | 'sources.update'
  | 'sources.setCitationKey'
  | 'sources.trash'
  | 'sources.restore';

export function sourcesHandlers({ db, change }: LibraryContext): Handlers<SourceMethod> {
  return {
    'sources.list': (input) => db.read((reader) => listSources(reader, input)),
    'sources.get': ({ id }) => db.read((reader) => getSource(reader, id)),
    'sources.create': ({ csl }) =>
      change({ label: 'Add source' }, async (writer) => getSource(writer, await addSource(writer, { csl }))),
    'sources.update': ({ id, csl }) =>
      change({ label: 'Edit source' }, async (writer) => {
        await updateSource(writer, id, csl);
        return getSource(writer, id);
      }),
    'sources.setCitationKey': ({ id, citationKey }) =>
      change({ label: 'Change citation key' }, async (writer) => {
        await setCitationKey(writer, id, citationKey);
        return getSource(writer, id);
      }),
    'sources.trash': ({ id }) =>
      change({ label: 'Move source to Trash' }, async (writer) => {
        await requireLive(writer, 'source', id);
        await writer.trash('source', id);
        return null;
      }),
    'sources.restore': ({ id }) =>
      change({ label: 'Restore source' }, async (writer) => {
        await requireRow(writer, 'source', id);
        await writer.restore('source', id);
        return null;
      }),
  };
}

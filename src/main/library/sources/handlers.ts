import type { CslItem } from '../../../shared/domain/csl';
import { byHand } from '../../../shared/sources/origins';
import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { dismissFinding, takeFinding } from './findings/store';
import { languagesOfSources } from './languages/store';
import { mergeSources, unmergeSource } from './merges/merge';
import { addSource, getSource, listSources, setCitationKey, updateSource } from './store';

type SourceMethod =
  | 'sources.list'
  | 'sources.get'
  | 'sources.languages'
  | 'sources.create'
  | 'sources.update'
  | 'sources.setCitationKey'
  | 'sources.trash'
  | 'sources.takeFinding'
  | 'sources.dismissFinding'
  | 'sources.merge'
  | 'sources.unmerge';

export function sourcesHandlers({ db, change, linkId }: LibraryContext): Handlers<SourceMethod> {
  return {
    'sources.list': (input) => db.read((reader) => listSources(reader, input)),
    'sources.get': ({ id }) => db.read((reader) => getSource(reader, id)),
    'sources.languages': ({ ids }) => db.read((reader) => languagesOfSources(reader, ids)),
    'sources.create': ({ csl }) =>
      change({ label: 'Add source' }, async (writer) =>
        getSource(writer, await addSource(writer, { csl, metadataOrigin: allByHand(csl) })),
      ),
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
    'sources.trash': trashing(change, 'source'),
    'sources.takeFinding': ({ id, field }) =>
      change({ label: 'Take over what was found' }, async (writer) => {
        const source = await getSource(writer, id);
        const { csl, origins } = await takeFinding(writer, source.id, field, source.csl);
        await updateSource(writer, source.id, csl, origins);
        return getSource(writer, id);
      }),
    'sources.dismissFinding': ({ id, field }) =>
      change({ label: 'Keep what the source says' }, async (writer) => {
        await dismissFinding(writer, id, field);
        return getSource(writer, id);
      }),
    'sources.merge': ({ keptId, otherId, fields }) =>
      change({ label: 'Merge sources' }, async (writer) => {
        await mergeSources(writer, linkId, { keptId, mergedId: otherId, fields });
        return getSource(writer, keptId);
      }),
    'sources.unmerge': ({ id }) =>
      change({ label: 'Unmerge source' }, async (writer) => {
        await unmergeSource(writer, id);
        return getSource(writer, id);
      }),
  };
}

function allByHand(csl: CslItem): Record<string, string> {
  return Object.fromEntries(Object.keys(csl).map((field) => [field, byHand]));
}

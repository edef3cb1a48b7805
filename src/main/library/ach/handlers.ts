import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { getAch, listAch } from './store';
import {
  addHypothesis,
  addItem,
  createAch,
  rate,
  removeAch,
  removeHypothesis,
  removeItem,
  updateAch,
  updateItem,
} from './write';

type AchMethod =
  | 'ach.list'
  | 'ach.get'
  | 'ach.create'
  | 'ach.update'
  | 'ach.remove'
  | 'ach.addHypothesis'
  | 'ach.removeHypothesis'
  | 'ach.addItem'
  | 'ach.updateItem'
  | 'ach.removeItem'
  | 'ach.rate';

export function achHandlers({ db, change, linkId }: LibraryContext): Handlers<AchMethod> {
  return {
    'ach.list': () => db.read(listAch),
    'ach.get': ({ id }) => db.read((reader) => getAch(reader, id)),
    'ach.create': (input) =>
      change({ label: 'Add table of hypotheses' }, async (writer) => getAch(writer, await createAch(writer, input))),
    'ach.update': (input) =>
      change({ label: 'Edit table of hypotheses' }, async (writer) => getAch(writer, await updateAch(writer, input))),
    'ach.remove': ({ id }) =>
      change({ label: 'Remove table of hypotheses' }, async (writer) => {
        await removeAch(writer, id);
        return null;
      }),
    'ach.addHypothesis': ({ id, claimId }) =>
      change({ label: 'Add hypothesis' }, async (writer) => {
        await addHypothesis(writer, linkId, id, claimId);
        return getAch(writer, id);
      }),
    'ach.removeHypothesis': ({ id }) =>
      change({ label: 'Remove hypothesis' }, async (writer) => getAch(writer, await removeHypothesis(writer, id))),
    'ach.addItem': ({ id, evidence }) =>
      change({ label: 'Add line of evidence' }, async (writer) => {
        await addItem(writer, linkId, id, evidence);
        return getAch(writer, id);
      }),
    'ach.updateItem': (input) =>
      change({ label: 'Weigh evidence' }, async (writer) => getAch(writer, await updateItem(writer, input))),
    'ach.removeItem': ({ id }) =>
      change({ label: 'Remove line of evidence' }, async (writer) => getAch(writer, await removeItem(writer, id))),
    'ach.rate': (input) =>
      change({ label: 'Rate evidence' }, async (writer) => getAch(writer, await rate(writer, linkId, input))),
  };
}

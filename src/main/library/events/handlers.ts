import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { addDate, goByDate, removeDate, updateDate } from './dates/store';
import { createEvent, getEvent, listEvents, updateEvent } from './store';

type EventMethod =
  | 'events.list'
  | 'events.get'
  | 'events.create'
  | 'events.update'
  | 'events.trash'
  | 'events.addDate'
  | 'events.updateDate'
  | 'events.removeDate'
  | 'events.goByDate';

export function eventsHandlers({ db, change, linkId }: LibraryContext): Handlers<EventMethod> {
  return {
    'events.list': (input) => db.read((reader) => listEvents(reader, input)),
    'events.get': ({ id }) => db.read((reader) => getEvent(reader, id)),
    'events.create': (input) => change({ label: 'Add event' }, (writer) => createEvent(writer, linkId, input)),
    'events.update': ({ id, ...input }) =>
      change({ label: 'Edit event' }, (writer) => updateEvent(writer, linkId, id, input)),
    'events.trash': trashing(change, 'event'),
    'events.addDate': (input) =>
      change({ label: 'Add date' }, async (writer) => getEvent(writer, await addDate(writer, input))),
    'events.updateDate': (input) =>
      change({ label: 'Edit date' }, async (writer) => getEvent(writer, await updateDate(writer, input))),
    'events.removeDate': ({ id }) =>
      change({ label: 'Remove date' }, async (writer) => getEvent(writer, await removeDate(writer, id))),
    'events.goByDate': ({ id }) =>
      change({ label: 'Go by date' }, async (writer) => getEvent(writer, await goByDate(writer, id))),
  };
}

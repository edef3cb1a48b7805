import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { createEvent, getEvent, listEvents, updateEvent } from './store';

type EventMethod = 'events.list' | 'events.get' | 'events.create' | 'events.update' | 'events.trash';

export function eventsHandlers({ db, change, linkId }: LibraryContext): Handlers<EventMethod> {
  return {
    'events.list': (input) => db.read((reader) => listEvents(reader, input)),
    'events.get': ({ id }) => db.read((reader) => getEvent(reader, id)),
    'events.create': (input) => change({ label: 'Add event' }, (writer) => createEvent(writer, linkId, input)),
    'events.update': ({ id, ...input }) =>
      change({ label: 'Edit event' }, (writer) => updateEvent(writer, linkId, id, input)),
    'events.trash': trashing(change, 'event'),
  };
}

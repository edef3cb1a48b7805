import type { Handlers } from '../../../shared/contract';
import { requireLive, requireRow } from '../common/store';
import type { LibraryContext } from '../context';
import { createEvent, getEvent, listEvents, updateEvent } from './store';

type EventMethod = 'events.list' | 'events.get' | 'events.create' | 'events.update' | 'events.trash' | 'events.restore';

export function eventsHandlers({ db, change, linkId }: LibraryContext): Handlers<EventMethod> {
  return {
    'events.list': (input) => db.read((reader) => listEvents(reader, input)),
    'events.get': ({ id }) => db.read((reader) => getEvent(reader, id)),
    'events.create': (input) => change({ label: 'Add event' }, (writer) => createEvent(writer, linkId, input)),
    'events.update': ({ id, ...input }) =>
      change({ label: 'Edit event' }, (writer) => updateEvent(writer, linkId, id, input)),
    'events.trash': ({ id }) =>
      change({ label: 'Move event to Trash' }, async (writer) => {
        await requireLive(writer, 'event', id);
        await writer.trash('event', id);
        return null;
      }),
    'events.restore': ({ id }) =>
      change({ label: 'Restore event' }, async (writer) => {
        await requireRow(writer, 'event', id);
        await writer.restore('event', id);
        return null;
      }),
  };
}

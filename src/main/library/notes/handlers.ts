import type { Handlers } from '../../../shared/contract';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import { createNote, listNotes, updateNote } from './store';

type NoteMethod = 'notes.list' | 'notes.create' | 'notes.update' | 'notes.trash';

export function notesHandlers({ db, change }: LibraryContext): Handlers<NoteMethod> {
  return {
    'notes.list': ({ target }) => db.read((reader) => listNotes(reader, target)),
    'notes.create': ({ target, body }) => change({ label: 'Add note' }, (writer) => createNote(writer, target, body)),
    'notes.update': ({ id, body }) => change({ label: 'Edit note' }, (writer) => updateNote(writer, id, body)),
    'notes.trash': ({ id }) =>
      change({ label: 'Move note to Trash' }, async (writer) => {
        await requireLive(writer, 'note', id);
        await writer.trash('note', id);
        return null;
      }),
  };
}

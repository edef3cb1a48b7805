import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { createNote, listNotes, updateNote } from './store';

type NoteMethod = 'notes.list' | 'notes.create' | 'notes.update' | 'notes.trash';

export function notesHandlers({ db, change }: LibraryContext): Handlers<NoteMethod> {
  return {
    'notes.list': ({ target }) => db.read((reader) => listNotes(reader, target)),
    'notes.create': ({ target, body }) => change({ label: 'Add note' }, (writer) => createNote(writer, target, body)),
    'notes.update': ({ id, body }) => change({ label: 'Edit note' }, (writer) => updateNote(writer, id, body)),
    'notes.trash': trashing(change, 'note'),
  };
}

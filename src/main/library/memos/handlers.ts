import type { Handlers } from '../../../shared/contract';
import { titleFromFileName } from '../../../shared/memo/markdown';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { citationKeys } from '../sources/store';
import { readPicture, storePicture } from './images/files';
import { readMarkdownAside } from './markdown/reading';
import { compareRevisions } from './revisions/compare';
import { memoFromTemplate, requireSpan } from './templates/build';
import { getRevision, listRevisions } from './revisions/store';
import {
  addMemo,
  getMemo,
  listMemos,
  nameRevision,
  restoreRevision,
  saveMemo,
  saveMemoChange,
  updateMemo,
} from './store';

type MemoMethod =
  | 'memos.list'
  | 'memos.get'
  | 'memos.create'
  | 'memos.fromTemplate'
  | 'memos.update'
  | 'memos.save'
  | 'memos.saveChange'
  | 'memos.trash'
  | 'memos.importMarkdown'
  | 'memos.readMarkdown'
  | 'memos.addImage'
  | 'memos.image'
  | 'memos.revisions'
  | 'memos.revision'
  | 'memos.compare'
  | 'memos.nameRevision'
  | 'memos.restoreRevision';

export function memosHandlers({ db, change, newId, folder }: LibraryContext): Handlers<MemoMethod> {
  return {
    'memos.list': (input) => db.read((reader) => listMemos(reader, input)),
    'memos.get': ({ id }) => db.read((reader) => getMemo(reader, id)),
    'memos.create': (input) =>
      change({ label: 'Add memo' }, async (writer) => getMemo(writer, await addMemo(writer, input, newId))),
    'memos.fromTemplate': async (asked) => {
      requireSpan(asked.from, asked.to);
      const memo = await db.read((reader) => memoFromTemplate(reader, asked, newId));
      return change({ label: 'Add memo' }, async (writer) => getMemo(writer, await addMemo(writer, memo, newId)));
    },
    'memos.update': (input) =>
      change({ label: input.title === undefined ? 'Change citation style' : 'Rename memo' }, (writer) =>
        updateMemo(writer, input),
      ),
    // The editor has an undo of its own, and revisions keep what a save or a restore overwrites.
    'memos.save': (input) =>
      change({ label: 'Save memo', undoable: false }, (writer) => saveMemo(writer, input, newId)),
    'memos.saveChange': (input) =>
      change({ label: 'Save memo', undoable: false }, (writer) => saveMemoChange(writer, input, newId)),
    'memos.restoreRevision': ({ revisionId }) =>
      change({ label: 'Restore revision', undoable: false }, (writer) => restoreRevision(writer, revisionId)),
    'memos.nameRevision': ({ memoId, name }) =>
      change({ label: 'Name revision' }, (writer) => nameRevision(writer, memoId, name)),
    'memos.addImage': ({ bytes }) => storePicture(folder, bytes),
    'memos.image': async ({ sha256 }) => {
      const { bytes, mediaType } = await readPicture(folder, sha256);
      return { bytes, mediaType };
    },
    'memos.revisions': ({ id }) => db.read((reader) => listRevisions(reader, id)),
    'memos.revision': ({ id }) => db.read((reader) => getRevision(reader, id)),
    'memos.compare': (input) => db.read((reader) => compareRevisions(reader, input)),
    'memos.trash': trashing(change, 'memo'),
    'memos.importMarkdown': async ({ fileName, text, pictures }) => {
      const keys = await db.read(citationKeys);
      const { title, language, document, warnings } = await readMarkdownAside({ text, keys, pictures });
      const memo = await change({ label: 'Import memo' }, async (writer) => {
        const id = await addMemo(writer, { title: title || titleFromFileName(fileName), language, document }, newId);
        return getMemo(writer, id);
      });
      return { memo, warnings };
    },
    'memos.readMarkdown': async ({ text }) => {
      const keys = await db.read(citationKeys);
      const { document, warnings } = await readMarkdownAside({ text, keys, pictures: [], isPart: true });
      return { document, warnings };
    },
  };
}

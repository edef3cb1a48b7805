import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Note } from '../../../shared/domain/collections';
import type { Target } from '../../../shared/domain/common';
import { emptyDocument, type MemoDocument } from '../../../shared/memo/document';
import { plainText } from '../../../shared/memo/text';
import { call, useAct, useCall } from '../../client';
import { NoteEditor } from '../../editor/MemoEditor';
import { Button, IconButton } from '../../ui';
import { MemoSaver } from '../memos/MemoSaver';
import styles from './notes.module.css';

/** Private remarks on a source, excerpt, claim, actor or event; written in place, saved as one writes. */
export function Notes({ target }: { target: Target }) {
  const { data } = useCall('notes.list', { target });
  // Notes begun here keep their editor when they get their id; the list must not show them a second time.
  const [begun, setBegun] = useState<readonly Draft[]>([]);
  const begin = () => setBegun((now) => [...now, new Draft(target)]);
  const mine = new Set(begun.map((draft) => draft.id));
  const kept = (data ?? []).filter((note) => !mine.has(note.id));
  const drop = (draft: Draft) => setBegun((now) => now.filter((other) => other !== draft));
  return (
    <section className={styles.notes} aria-label="Notes">
      {kept.map((note) => (
        <KeptNote key={note.id} note={note} />
      ))}
      {begun.map((draft) => (
        <BegunNote key={draft.key} draft={draft} onDrop={() => drop(draft)} />
      ))}
      <Button icon={<Plus size={14} aria-hidden />} onClick={begin}>
        Add note
      </Button>
    </section>
  );
}

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** A note that gets its row with its first word, so that empty ones are never kept. */
class Draft {
  static #count = 0;
  readonly key = `draft ${(Draft.#count += 1)}`;
  id: string | null = null;
  readonly saver: MemoSaver;

  constructor(target: Target) {
    this.saver = new MemoSaver(0, null, {
      save: async (version, body) => {
        if (this.id === null && plainText(body) === '') return { version, modifiedAt: '' };
        if (this.id === null) {
          const note = await call('notes.create', { target, body });
          this.id = note.id;
          return { version: version + 1, modifiedAt: note.modifiedAt };
        }
        return saveNote(this.id, version, body);
      },
      later,
    });
  }
}

async function saveNote(id: string, version: number, body: MemoDocument) {
  const { modifiedAt } = await call('notes.update', { id, body });
  return { version: version + 1, modifiedAt };
}

function BegunNote({ draft, onDrop }: { draft: Draft; onDrop: () => void }) {
  const [start] = useState(emptyDocument);
  const trash = useAct('notes.trash', { success: 'Note moved to the Trash', onSuccess: onDrop });
  const remove = () => (draft.id === null ? onDrop() : void trash.act({ id: draft.id }));
  return <NoteBox document={start} saver={draft.saver} onRemove={remove} autoFocus />;
}

function KeptNote({ note }: { note: Note }) {
  const [saver] = useState(
    () => new MemoSaver(0, note.modifiedAt, { save: (version, body) => saveNote(note.id, version, body), later }),
  );
  const trash = useAct('notes.trash', { success: 'Note moved to the Trash' });
  // The text here counts while it is being written; otherwise what the library says (undo, another pane).
  const body = JSON.stringify(note.body);
  const [shown, setShown] = useState({ body, generation: 0 });
  const [own, setOwn] = useState(body);
  const idle = useSyncExternalStore(saver.subscribe, () => saver.state().kind === 'saved');
  useEffect(() => {
    if (idle && body !== own && body !== shown.body) {
      setOwn(body);
      setShown((now) => ({ body, generation: now.generation + 1 }));
    }
  }, [idle, body, own, shown.body]);
  return (
    <NoteBox
      key={shown.generation}
      document={note.body}
      saver={saver}
      onWritten={(document) => setOwn(JSON.stringify(document))}
      onRemove={() => void trash.act({ id: note.id })}
    />
  );
}

interface NoteBoxProps {
  document: MemoDocument;
  saver: MemoSaver;
  onRemove: () => void;
  onWritten?: (document: MemoDocument) => void;
  autoFocus?: boolean;
}

function NoteBox({ document, saver, onRemove, onWritten, autoFocus = false }: NoteBoxProps) {
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  return (
    <div className={styles.note}>
      <NoteEditor
        document={document}
        label="Note"
        autoFocus={autoFocus}
        onChange={(next) => {
          onWritten?.(next);
          void saver.put(next);
        }}
      />
      {state.kind === 'failed' && (
        <p className={styles.problem} role="alert">
          {state.failure.message}
        </p>
      )}
      <span className={styles.remove}>
        <IconButton small label="Move the note to the Trash" icon={<Trash2 size={13} />} onClick={onRemove} />
      </span>
    </div>
  );
}

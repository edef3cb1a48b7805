import { memo, type CSSProperties } from 'react';
import { listTitles } from '../../shared/citing/titles';
import type { DocumentNote } from '../../shared/memo/clusters';
import { cx } from '../ui/cx';
import styles from './apparatus.module.css';
import { InlineWords } from './InlineWords';
import { useChipLook, type DocumentRendering } from './rendering';
import { Runs } from './Runs';

/** Under the text, as it will be printed: the notes in order, then the bibliography. */
export const NotesAndBibliography = memo(function NotesAndBibliography({
  rendering,
}: {
  rendering: DocumentRendering;
}) {
  const { notes, rendered, problem, noteStyle, locale } = rendering;
  // The memo's own headings, in its language.
  const titles = listTitles(locale, noteStyle);
  const entries = rendered?.bibliography ?? [];
  if (notes.length === 0 && entries.length === 0 && !problem) return null;
  return (
    <div className={styles.apparatus}>
      {problem && <p role="alert">{problem}</p>}
      {notes.length > 0 && (
        <section aria-label="Notes" style={entriesOf(notes)}>
          <h2 className={styles.apparatusHead} lang={locale}>
            {titles.notes}
          </h2>
          <ol className={styles.notes}>
            {notes.map((note) => (
              <Note key={noteId(note)} note={note} />
            ))}
          </ol>
        </section>
      )}
      {entries.length > 0 && (
        <section aria-label="Bibliography" style={entriesOf(entries)}>
          <h2 className={styles.apparatusHead} lang={locale}>
            {titles.bibliography}
          </h2>
          <div className={cx(styles.bibliography, rendered?.hangingIndent && styles.hanging)}>
            {entries.map((entry) => (
              <p key={entry.sourceId} dir="auto">
                <Runs runs={entry.runs} links />
              </p>
            ))}
          </div>
        </section>
      )}
    </div>
  );
});

/** From how many entries it has, the style sheet guesses how high a part is that was never on the screen. */
function entriesOf(entries: readonly unknown[]): CSSProperties {
  return { '--entries': entries.length } as CSSProperties;
}

function noteId(note: DocumentNote): string {
  return note.kind === 'footnote' ? note.footnote.id : note.citation.id;
}

/** The number leads back to its place in the text. */
function Note({ note }: { note: DocumentNote }) {
  const goThere = () => {
    const name = note.kind === 'footnote' ? 'footnote' : 'citation';
    const chip = document.querySelector(`[data-${name}="${CSS.escape(noteId(note))}"]`);
    chip?.scrollIntoView({ block: 'center' });
    chip?.querySelector<HTMLElement>('[role="button"]')?.focus();
  };
  return (
    <li className={styles.note}>
      <button
        type="button"
        className={styles.noteNumber}
        aria-label={`Note ${note.number}: go to the text`}
        onClick={goThere}
      >
        {note.number}
      </button>
      <span className={styles.noteWords} dir="auto" data-note={noteId(note)}>
        {note.kind === 'footnote' ? (
          <InlineWords inlines={note.footnote.children} />
        ) : (
          <CitedNote id={note.citation.id} />
        )}
      </span>
    </li>
  );
}

function CitedNote({ id }: { id: string }) {
  const { runs } = useChipLook(id);
  return runs ? <Runs runs={runs} links /> : '…';
}

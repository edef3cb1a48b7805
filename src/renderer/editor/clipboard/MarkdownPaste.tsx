import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getRoot,
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type BaseSelection,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MemoDocument } from '../../../shared/memo/document';
import { failureFrom } from '../../../shared/result';
import { call } from '../../client';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import { submitOnModEnter } from '../../ui/submitOnModEnter';
import { useToasts } from '../../ui/Toast';
import { START_ACT_COMMAND } from '../keys';
import styles from './longPastes.module.css';
import { $pasteDocument } from './paste';

const most = 5_000_000;

/**
 * Takes Markdown in a field, where the keyboard pastes it (a page may not look into the clipboard by itself), and puts what it says in at the
 * caret. What cannot be read stays in the field.
 */
export function MarkdownPaste() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [reading, setReading] = useState(false);
  const [error, setError] = useState('');
  /** Where the caret or the words were. */
  const selection = useRef<BaseSelection | null>(null);
  /** Which answer of the library is waited for; after Cancel none is. */
  const asked = useRef(0);
  useEffect(
    () =>
      editor.registerCommand(
        START_ACT_COMMAND,
        (act) => {
          if (act !== 'markdown') return false;
          selection.current = $getSelection()?.clone() ?? null;
          setError('');
          setOpen(true);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );

  const close = () => {
    asked.current += 1;
    setReading(false);
    setOpen(false);
  };
  const insert = (document: MemoDocument) => {
    // subtle: the dialog must be gone before the caret is set, and the caret be set before the window tells of the old one.
    flushSync(() => {
      close();
      setText('');
    });
    editor.update(
      () => {
        const at = selection.current?.clone() ?? $getRoot().selectEnd();
        $setSelection(at);
        $pasteDocument(document, at);
      },
      { tag: [PASTE_TAG, HISTORY_PUSH_TAG] },
    );
    editor.focus();
  };
  const read = async () => {
    if (text.length > most) return setError('This is longer than 5 million characters. Paste it in parts.');
    const question = (asked.current += 1);
    setError('');
    setReading(true);
    try {
      const { document, warnings } = await call('memos.readMarkdown', { text });
      if (asked.current !== question) return;
      insert(document);
      if (warnings.length > 0) toasts.say(warnings.slice(0, 3).join(' '));
    } catch (failure) {
      if (asked.current !== question) return;
      setReading(false);
      setError(failureFrom(failure).message);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title="Paste as Markdown"
      wide
      onSubmit={() => void read()}
      submitLabel="Put in"
      submitDisabled={reading || text.trim() === ''}
    >
      <TextArea
        label="Markdown"
        hint="Headings, lists, tables, footnotes, and citations by their keys ([@smith2020, p. 3]) become what they are in a memo."
        error={error || undefined}
        rows={14}
        autoFocus
        spellCheck={false}
        value={text}
        onChange={setText}
        onKeyDown={submitOnModEnter}
      />
      {reading && (
        <div className={styles['progress']} role="status">
          <progress aria-label="Reading the Markdown" />
          <span>Reading the Markdown. Cancel leaves the text as it was.</span>
        </div>
      )}
    </Dialog>
  );
}

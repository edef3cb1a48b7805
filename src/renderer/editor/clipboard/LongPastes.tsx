import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useToasts } from '../../ui/Toast';
import { registerLongPastes, type PasteProgress } from './longPaste';
import styles from './longPastes.module.css';

/** As often as a person can see it move, ms. */
const SHOW_MS = 100;

/** Does pastes that take a while, and shows how far they are; nothing else can be done to the text meanwhile. */
export function LongPastes() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  const [progress, setProgress] = useState<PasteProgress | null>(null);
  useEffect(() => {
    let shown = -Infinity;
    return registerLongPastes(editor, {
      show: (next) => {
        const now = performance.now();
        if (next && now - shown < SHOW_MS) return;
        shown = next ? now : -Infinity;
        if (next) return setProgress(next);
        // subtle: the dialog must be gone before the caret is set, and the caret be set before the window tells of the old one.
        flushSync(() => setProgress(null));
        editor.focus();
      },
      fail: (message) => toasts.fail({ message }),
    });
  }, [editor, toasts]);
  if (!progress) return null;
  const { doing, share, stop } = progress;
  const words = doing === 'reading' ? 'Reading what was copied' : 'Putting it into the text';
  return (
    <Dialog open onClose={stop} title="Pasting" footer={<Button onClick={stop}>Cancel</Button>}>
      <div className={styles['progress']} role="status" tabIndex={-1} ref={takeFocus}>
        <progress aria-label="Pasting" value={doing === 'reading' ? share / 2 : (1 + share) / 2} />
        <span>{words}. Cancel leaves the text as it was.</span>
      </div>
    </Dialog>
  );
}

/** subtle: not a button, since whoever goes on typing would press it by the next space. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

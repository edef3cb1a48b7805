import type { EditorState } from 'lexical';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useRef } from 'react';
import type { SerializedState } from '../../shared/memo/lexical';
import { UNFINISHED_TAG } from './clipboard/unfinished';
import { createStateReader } from './readState';

const PAUSE_MS = 300;
const LONGEST_WAIT_MS = 900;
/** How long after that the window may be busy. */
const IDLE_MS = 200;

export interface ChangesProps {
  onState: (state: SerializedState) => void;
  onTouched?: (() => void) | undefined;
}

/** Reads the text at pauses in typing, at least every 900 ms, on leaving the field, and when the editor goes away. */
export function Changes({ onState, onTouched }: ChangesProps) {
  const [editor] = useLexicalComposerContext();
  const latest = useRef({ onState, onTouched });
  useEffect(() => {
    latest.current = { onState, onTouched };
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle: number | undefined;
    let since: number | null = null;
    /** What stands for the text while it is half changed. */
    let whole: EditorState | null = null;
    const read = createStateReader();
    const flush = () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
      idle = undefined;
      if (since === null) return;
      since = null;
      latest.current.onState(read(whole ?? editor.getEditorState()));
    };
    // Reading, and what is drawn and saved of it, takes as long as a key or two: it goes between them.
    const whenIdle = () => {
      idle ??= requestIdleCallback(flush, { timeout: IDLE_MS });
    };
    const stopListening = editor.registerUpdateListener(
      ({ dirtyElements, dirtyLeaves, prevEditorState, editorState, tags }) => {
        const isUnfinished = tags.has(UNFINISHED_TAG);
        if (isUnfinished) whole ??= prevEditorState;
        else if (dirtyElements.size > 0 || dirtyLeaves.size > 0) whole = null;
        if (isUnfinished) return;
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        if (prevEditorState.isEmpty() || prevEditorState._nodeMap === editorState._nodeMap) return;
        const now = performance.now();
        if (since === null) latest.current.onTouched?.();
        since ??= now;
        clearTimeout(timer);
        timer = setTimeout(whenIdle, Math.min(PAUSE_MS, Math.max(0, LONGEST_WAIT_MS - (now - since))));
      },
    );
    const onBlur = () => flush();
    const stopRoot = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('blur', onBlur);
      root?.addEventListener('blur', onBlur);
    });
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      stopListening();
      stopRoot();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [editor]);
  return null;
}

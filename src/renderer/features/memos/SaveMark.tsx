import { useSyncExternalStore } from 'react';
import type { MemoSaver, SaveState } from './MemoSaver';
import styles from './memos.module.css';

const words: Record<SaveState['kind'], string> = {
  saved: 'Saved',
  waiting: 'Saving…',
  saving: 'Saving…',
  conflict: 'Not saved: changed elsewhere',
  failed: 'Not saved',
};

/** Whether what is on screen is in the library. */
export function SaveMark({ saver }: { saver: MemoSaver }) {
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const wrong = state.kind === 'failed' || state.kind === 'conflict';
  return (
    <span className={wrong ? styles.unsaved : styles.saved} role="status">
      {words[state.kind]}
    </span>
  );
}

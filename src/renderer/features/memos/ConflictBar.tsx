import { useState, useSyncExternalStore } from 'react';
import { failureFrom } from '../../../shared/result';
import { call } from '../../client';
import { Button, useToasts } from '../../ui';
import type { MemoSaver } from './MemoSaver';
import styles from './memos.module.css';

export interface ConflictBarProps {
  saver: MemoSaver;
  memoId: string;
  title: string;
  onReopen: () => void;
}

/** When the text cannot be saved: what happened, and ways out that keep both texts. */
export function ConflictBar({ saver, memoId, title, onReopen }: ConflictBarProps) {
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  if (state.kind !== 'conflict' && state.kind !== 'failed') return null;

  const settle = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => toasts.fail(failureFrom(error)))
      .finally(() => setBusy(false));
  };
  const keepMine = () =>
    settle(async () => {
      // The other text becomes a named revision before this one takes its place.
      await call('memos.nameRevision', { memoId, name: 'Before it was replaced by another text' });
      const { version } = await call('memos.get', { id: memoId });
      await saver.overwrite(version);
    });
  const takeOther = () =>
    settle(async () => {
      const mine = saver.unsaved;
      if (mine) await call('memos.create', { title: `${title} (my version)`.slice(0, 500), document: mine });
      const { version, modifiedAt } = await call('memos.get', { id: memoId });
      saver.adopt(version, modifiedAt);
      onReopen();
    });

  return (
    <div className={styles.conflict} role="alert">
      {state.kind === 'conflict' ? (
        <>
          <p>
            This memo was changed elsewhere while you were writing. Both texts are kept: say which one goes on here.
          </p>
          <div className={styles.conflictActs}>
            <Button look="secondary" disabled={busy} onClick={keepMine}>
              Keep mine, the other as a revision
            </Button>
            <Button look="secondary" disabled={busy} onClick={takeOther}>
              Take the other, mine as a new memo
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{state.failure.message} Your text is kept in this window and saved as soon as that is possible.</p>
          <div className={styles.conflictActs}>
            <Button look="secondary" onClick={() => void saver.flush()}>
              Save again
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

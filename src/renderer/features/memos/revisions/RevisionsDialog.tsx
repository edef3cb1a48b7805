import { useEffect, useState } from 'react';
import type { MemoDetail } from '../../../../shared/domain/memos';
import { useAct, useCall } from '../../../client';
import { Button, Dialog, Input, Tabs } from '../../../ui';
import { RevisionChanges } from './RevisionChanges';
import { RevisionList } from './RevisionList';
import { RevisionText } from './RevisionText';
import { capturedOn } from '../../snapshots/captured';
import styles from './revisions.module.css';
import type { MemoFacts } from '../facts';

export interface RevisionsDialogProps {
  memo: MemoFacts;
  flush: () => Promise<void>;
  onClose: () => void;
  onRestored: (memo: MemoDetail) => void;
}

/** Every text this memo has had: look at one, compare it with another, name the present one, bring one back. */
export function RevisionsDialog({ memo, flush, onClose, onRestored }: RevisionsDialogProps) {
  const revisions = useCall('memos.revisions', { id: memo.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const named = useAct('memos.nameRevision', {
    onSuccess: () => {
      setName('');
      void revisions.refetch();
    },
  });
  const restore = useAct('memos.restoreRevision', { onSuccess: onRestored });
  const shown = revisions.data?.find(({ id }) => id === chosen) ?? revisions.data?.[0] ?? null;

  // The list must include what was typed a moment ago.
  const { refetch } = revisions;
  useEffect(() => {
    void flush().then(() => refetch());
  }, [flush, refetch]);

  return (
    <Dialog open onClose={onClose} title={`Revisions of “${memo.title}”`} wide="most">
      <div className={styles.revisions}>
        <div className={styles.side}>
          <form
            className={styles.nameForm}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) void flush().then(() => named.act({ memoId: memo.id, name: name.trim() }));
            }}
          >
            <Input
              label="Name the present text"
              value={name}
              onChange={setName}
              maxLength={200}
              placeholder="Sent to Ada"
            />
            <Button look="secondary" type="submit" disabled={name.trim() === '' || named.pending}>
              Keep
            </Button>
          </form>
          <RevisionList revisions={revisions.data ?? []} chosen={shown?.id ?? ''} onChoose={setChosen} />
          {revisions.data?.length === 0 && (
            <p className={styles.facts}>
              No revisions yet. One is kept every ten minutes as you write, and whenever you name the text.
            </p>
          )}
        </div>
        {shown && (
          <div className={styles.shown}>
            <div className={styles.bar}>
              <span className={styles.facts}>
                {shown.name !== '' && `${shown.name} · `}
                {capturedOn(shown.createdAt)}
              </span>
              <Button
                look="primary"
                disabled={restore.pending}
                onClick={() => void flush().then(() => restore.act({ revisionId: shown.id }))}
              >
                Restore this text
              </Button>
            </div>
            <Tabs
              label="This revision"
              tabs={[
                {
                  id: 'changes',
                  title: 'What changed',
                  content: (
                    <RevisionChanges key={shown.id} memo={memo} shown={shown} revisions={revisions.data ?? []} />
                  ),
                },
                { id: 'text', title: 'Its text', content: <RevisionText memo={memo} id={shown.id} /> },
              ]}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}

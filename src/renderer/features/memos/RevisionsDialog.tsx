import { useEffect, useState } from 'react';
import type { MemoDetail, MemoRevisionInfo, MemoSummary } from '../../../shared/domain/memos';
import { useAct, useCall } from '../../client';
import { DocumentView } from '../../editor/DocumentView';
import { Button, count, cx, Dialog, Input } from '../../ui';
import styles from './memos.module.css';

export interface RevisionsDialogProps {
  memo: MemoSummary;
  flush: () => Promise<void>;
  onClose: () => void;
  onRestored: (memo: MemoDetail) => void;
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Every text this memo has had: look at one, name the present one, bring one back. */
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
  const shown = chosen ?? revisions.data?.[0]?.id ?? null;
  const revision = useCall('memos.revision', { id: shown ?? '' }, { enabled: shown !== null }).data;

  // The list must include what was typed a moment ago.
  const { refetch } = revisions;
  useEffect(() => {
    void flush().then(() => refetch());
  }, [flush, refetch]);

  return (
    <Dialog open onClose={onClose} title={`Revisions of “${memo.title}”`} wide>
      <div className={styles.revisions}>
        <div className={styles.revisionList}>
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
          <ul>
            {revisions.data?.map((info) => (
              <li key={info.id}>
                <RevisionButton info={info} chosen={info.id === shown} onChoose={() => setChosen(info.id)} />
              </li>
            ))}
          </ul>
          {revisions.data?.length === 0 && (
            <p className={styles.facts}>No revisions yet. They are kept as you write.</p>
          )}
        </div>
        <div className={styles.revisionPreview}>
          {revision && (
            <>
              <div className={styles.previewBar}>
                <span className={styles.facts}>{moment.format(new Date(revision.createdAt))}</span>
                <span className={styles.spring} />
                <Button
                  look="primary"
                  disabled={restore.pending}
                  onClick={() => void flush().then(() => restore.act({ revisionId: revision.id }))}
                >
                  Restore this text
                </Button>
              </div>
              <DocumentView document={revision.document} styleId={memo.styleId} locale={memo.locale} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function RevisionButton({ info, chosen, onChoose }: { info: MemoRevisionInfo; chosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      className={cx(styles.revision, chosen && styles.revisionChosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span>{info.name || moment.format(new Date(info.createdAt))}</span>
      <span className={styles.rowFacts}>
        {info.name ? `${moment.format(new Date(info.createdAt))} · ` : ''}
        {count(info.words, 'word')}
      </span>
    </button>
  );
}

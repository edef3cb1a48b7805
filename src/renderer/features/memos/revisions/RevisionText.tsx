import { useCall } from '../../../client';
import { DocumentView } from '../../../editor/DocumentView';
import styles from './revisions.module.css';
import type { MemoFacts } from '../facts';

/** A revision to read, with its citations in the memo's present style. */
export function RevisionText({ memo, id }: { memo: MemoFacts; id: string }) {
  const revision = useCall('memos.revision', { id });
  if (revision.error) return <p className={styles.facts}>{revision.error.message}</p>;
  if (!revision.data) return null;
  return (
    <div className={styles.scroll} tabIndex={0} role="document" aria-label="Text of the revision">
      <DocumentView document={revision.data.document} styleId={memo.styleId} locale={memo.locale} />
    </div>
  );
}

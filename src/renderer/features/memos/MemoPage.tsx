import { useCallback, useEffect, useState } from 'react';
import type { MemoDetail } from '../../../shared/domain/memos';
import { failureFrom, type Failure } from '../../../shared/result';
import type { PaneName } from '../../app/views';
import { call } from '../../client';
import { EditorPane } from '../../editor/elsewhere';
import { EmptyState } from '../../ui';
import { OpenMemo } from './OpenMemo';
import { useSavers } from './quoting';

/**
 * Opens a memo: the latest text, after any save of it that is still under way. What is read here starts the editor; from
 * then on the editor's text is the one that counts.
 */
export function MemoPage({ id, pane }: { id: string; pane: PaneName }) {
  const savers = useSavers();
  const [memo, setMemo] = useState<MemoDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opening, setOpening] = useState(0);
  const reopen = useCallback(() => setOpening((count) => count + 1), []);
  useEffect(() => {
    let gone = false;
    (async () => {
      await savers.get(id)?.flush();
      const latest = await call('memos.get', { id });
      if (!gone) setMemo(latest);
    })().catch((error: unknown) => !gone && setFailure(failureFrom(error)));
    return () => {
      gone = true;
    };
  }, [id, savers, opening]);
  if (failure) return <EmptyState title={failure.message} />;
  if (!memo) return null;
  return (
    <EditorPane value={pane}>
      <OpenMemo key={memo.version} memo={memo} pane={pane} onReopen={reopen} />
    </EditorPane>
  );
}

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MemoDetail, MemoSummary } from '../../../shared/domain/memos';
import type { PaneName } from '../../app/views';
import { call, useCall } from '../../client';
import { useFacts } from './facts';
import { MemoDesk } from './MemoDesk';
import { MemoSaver } from './MemoSaver';
import { useSavers } from './quoting';

export interface OpenMemoProps {
  memo: MemoDetail;
  pane: PaneName;
  /** Reads the memo afresh: its text was replaced by a revision, or by another window. */
  onReopen: () => void;
}

/**
 * Shows a text that somebody else saved, as long as nothing here is unsaved. subtle: the list's times say when to look, so
 * that a save of one's own does not bring the whole text back through the bridge.
 */
function useReopenWhenChanged(saver: MemoSaver, { id, modifiedAt }: MemoSummary, onReopen: () => void): void {
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const idle = state.kind === 'saved';
  const own = idle && state.at === modifiedAt;
  useEffect(() => {
    if (!idle || own) return;
    let gone = false;
    call('memos.get', { id }).then(
      ({ version }) => {
        const quiet = saver.state().kind === 'saved' && saver.unsaved === null;
        if (!gone && quiet && version > saver.version) onReopen();
      },
      () => {
        // Gone to the Trash: the list shows that.
      },
    );
    return () => {
      gone = true;
    };
  }, [saver, id, modifiedAt, idle, own, onReopen]);
}

function saverOf({ id, version, modifiedAt }: MemoDetail): MemoSaver {
  return new MemoSaver(version, modifiedAt, {
    save: (newer, document) => call('memos.save', { id, version: newer, document }),
    saveChange: (newer, change) => call('memos.saveChange', { id, version: newer, ...change }),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}

/** One memo, open for writing. It hears of every save, and what is on the desk is not drawn for that. */
export function OpenMemo({ memo, pane, onReopen }: OpenMemoProps) {
  const { id } = memo;
  const [saver] = useState(() => saverOf(memo));
  const savers = useSavers();
  useEffect(() => {
    savers.set(id, saver);
  }, [savers, id, saver]);
  // Title, style and locale may change elsewhere; the text is this editor's.
  const summary = useCall('memos.list', {}).data?.find((each) => each.id === id) ?? memo;
  useReopenWhenChanged(saver, summary, onReopen);
  return <MemoDesk memo={memo} facts={useFacts(summary)} saver={saver} pane={pane} onReopen={onReopen} />;
}

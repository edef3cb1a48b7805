import type { LexicalEditor } from 'lexical';
import { createContext, useCallback, useMemo, useState } from 'react';
import { useCommands } from '../../../app/commands';
import { useComments, type PlacedComment } from '../../../editor/comments/useComments';
import { showWords } from './showWords';

export interface MemoComments {
  /** Those whose words are in the text, in its order. */
  placed: readonly PlacedComment[];
  /** Those of them that are open, or all while the resolved ones are shown. */
  shown: readonly PlacedComment[];
  /** The one that is open; `write`: it was just made, to be written. */
  active: { id: string; write: boolean } | null;
  open: (id: string, write: boolean) => void;
  close: () => void;
  showResolved: boolean;
  setShowResolved: (show: boolean) => void;
}

export const MemoCommentsContext = createContext<MemoComments | null>(null);

/** The comments of the memo that is open, which of them is open, and the commands that go from one to the next. */
export function useMemoComments(
  editor: LexicalEditor | null,
  scroller: HTMLElement | null,
  showPanel: () => void,
): MemoComments {
  const placed = useComments(editor);
  const [active, setActive] = useState<MemoComments['active']>(null);
  const [showResolved, setShowResolved] = useState(false);
  const open = useCallback(
    (id: string, write: boolean) => {
      setActive({ id, write });
      showPanel();
    },
    [showPanel],
  );
  const close = useCallback(() => setActive(null), []);

  const shown = useMemo(() => placed.filter(({ resolved }) => showResolved || !resolved), [placed, showResolved]);
  const step = (by: -1 | 1) => {
    const at = shown.findIndex(({ id }) => id === active?.id);
    const from = at < 0 && by < 0 ? 0 : at;
    const next = shown[(from + by + shown.length) % shown.length];
    if (!next || !editor || !scroller) return;
    open(next.id, false);
    showWords(editor, scroller, next.keys);
  };
  const when = () => shown.length > 0;
  useCommands([
    {
      id: 'memo.comment.next',
      title: 'Next comment',
      group: 'Memos',
      shortcut: 'alt+pagedown',
      when,
      run: () => step(1),
    },
    {
      id: 'memo.comment.previous',
      title: 'Previous comment',
      group: 'Memos',
      shortcut: 'alt+pageup',
      when,
      run: () => step(-1),
    },
  ]);
  return useMemo(
    () => ({ placed, shown, active, open, close, showResolved, setShowResolved }),
    [placed, shown, active, open, close, showResolved],
  );
}

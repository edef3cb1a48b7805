import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Target } from '../../../shared/domain/common';
import type { MemoBlock } from '../../../shared/memo/document';
import { useNavigation } from '../../app/navigation';
import { failureFrom } from '../../../shared/result';
import { useAct } from '../../client';
import { useToasts } from '../../ui';
import { ChooseMemo } from './ChooseMemo';
import type { MemoSaver } from './MemoSaver';

/** A memo that is open for writing. */
export interface WritableMemo {
  id: string;
  title: string;
  /** Puts things at the caret; resolves to what takes them out again. */
  put: (items: readonly Target[]) => Promise<() => void>;
  /** The same of blocks, each after the block at the caret. */
  putBlocks: (blocks: readonly MemoBlock[]) => () => void;
}

type Write = (memo: WritableMemo) => void;

interface Quoting {
  offer: (memo: WritableMemo) => () => void;
  open: WritableMemo | undefined;
  write: (work: Write) => void;
  savers: Map<string, MemoSaver>;
}
const QuotingContext = createContext<Quoting>({
  offer: () => () => {},
  open: undefined,
  write: () => {},
  savers: new Map(),
});

/** Knows which memo is open, so that the reader and the search can quote into it; without one, asks which to open. */
export function QuotingProvider({ children }: { children: ReactNode }) {
  const { openBeside } = useNavigation();
  const [memos, setMemos] = useState<readonly WritableMemo[]>([]);
  const [asked, setAsked] = useState<{ work: Write } | null>(null);
  /** What is to be written into a memo that is being opened. */
  const due = useRef<{ memoId: string; work: Write } | null>(null);
  const open = memos.at(-1);

  const offer = useCallback((memo: WritableMemo) => {
    setMemos((now) => [...now, memo]);
    if (due.current?.memoId === memo.id) due.current.work(memo);
    due.current = null;
    return () => setMemos((now) => now.filter((other) => other !== memo));
  }, []);
  const write = useCallback((work: Write) => (open ? work(open) : setAsked({ work })), [open]);

  const create = useAct('memos.create');
  const writeInto = async (chosen: string | null) => {
    if (!asked) return;
    setAsked(null);
    const memoId = chosen ?? (await create.act({ title: 'Untitled memo' }))?.id;
    if (memoId === undefined) return;
    due.current = { memoId, work: asked.work };
    openBeside({ view: 'memos', id: memoId });
  };

  const [savers] = useState(() => new Map<string, MemoSaver>());
  const value = useMemo(() => ({ offer, open, write, savers }), [offer, open, write, savers]);
  return (
    <QuotingContext value={value}>
      {children}
      {asked && <ChooseMemo onChoose={(memoId) => void writeInto(memoId)} onClose={() => setAsked(null)} />}
    </QuotingContext>
  );
}

/** Puts an excerpt, quotation and citation, at the caret of the open memo; undefined while no memo is open. */
export function useQuoteInMemo(): ((excerptId: string) => void) | undefined {
  const { open } = use(QuotingContext);
  const toasts = useToasts();
  return useMemo(
    () =>
      open &&
      ((id) => void open.put([{ kind: 'excerpt', id }]).catch((error: unknown) => toasts.fail(failureFrom(error)))),
    [open, toasts],
  );
}

/** Does something with the open memo, or with the one that is chosen and opened then. */
export function useWriteInMemo(): (work: Write) => void {
  return use(QuotingContext).write;
}

/** Offers a memo's editor to the rest of the window while it is mounted; null does not. */
export function useOfferMemo(memo: WritableMemo | null): void {
  const { offer } = use(QuotingContext);
  const latest = useRef(memo);
  useEffect(() => {
    latest.current = memo;
  });
  const id = memo?.id;
  useEffect(() => {
    if (id === undefined) return;
    return offer({
      id,
      get title() {
        return latest.current?.title ?? '';
      },
      put: async (items) => (await latest.current?.put(items)) ?? (() => {}),
      putBlocks: (blocks) => latest.current?.putBlocks(blocks) ?? (() => {}),
    });
  }, [offer, id]);
}

/** The saver of each memo that was open: opening one again waits for what it still has to write. */
export function useSavers(): Map<string, MemoSaver> {
  return use(QuotingContext).savers;
}

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

import type { MemoSaver } from './MemoSaver';

type InsertExcerpt = (excerptId: string) => void;

interface Quoting {
  offer: (insert: InsertExcerpt) => () => void;
  quote: InsertExcerpt | undefined;
  savers: Map<string, MemoSaver>;
}
const QuotingContext = createContext<Quoting>({ offer: () => () => {}, quote: undefined, savers: new Map() });

/** Knows which memo is open, so that the reader can quote into it. */
export function QuotingProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<readonly InsertExcerpt[]>([]);
  const offer = useCallback((insert: InsertExcerpt) => {
    setOpen((now) => [...now, insert]);
    return () => setOpen((now) => now.filter((other) => other !== insert));
  }, []);
  const [savers] = useState(() => new Map<string, MemoSaver>());
  const value = useMemo(() => ({ offer, quote: open.at(-1), savers }), [offer, open, savers]);
  return <QuotingContext value={value}>{children}</QuotingContext>;
}

/** Puts an excerpt, quotation and citation, at the caret of the open memo; undefined while no memo is open. */
export function useQuoteInMemo(): InsertExcerpt | undefined {
  return use(QuotingContext).quote;
}

/** Offers a memo's editor to the rest of the window while it is mounted. */
export function useOfferQuoting(insert: InsertExcerpt): void {
  const { offer } = use(QuotingContext);
  const latest = useRef(insert);
  useEffect(() => {
    latest.current = insert;
  });
  useEffect(() => offer((excerptId) => latest.current(excerptId)), [offer]);
}

/** The saver of each memo that was open: opening one again waits for what it still has to write. */
export function useSavers(): Map<string, MemoSaver> {
  return use(QuotingContext).savers;
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProvenanceReport } from '../../../../shared/domain/provenance';
import { useCall } from '../../../client';
import { useEvent } from '../../../client/useEvent';

/**
 * What in a memo does not hold, and with `sentences` what each of them rests on, as it was saved last; undefined until it was checked
 * first.
 */
export function useReport(memoId: string, { sentences = false } = {}): ProvenanceReport | undefined {
  return useCall('provenance.check', { memoId, sentences }, { keepPrevious: true }).data;
}

/**
 * After typing, and after other changes of the library, a memo is checked again at a pause, but not for ever later. The pause is
 * longer than the time between two saves, else whoever goes on writing gets a report (7 ms, of a long memo) with each.
 */
const PAUSE_MS = 1300;
const LONGEST_WAIT_MS = 5000;
const concerns = new Set(['memo', 'excerpt', 'source', 'claim', 'actor', 'tag']);

/** Keeps the reports of open memos fresh, with their sentences where a panel shows them. */
export function useFreshReports(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef<number | null>(null);
  useEvent('library.changed', ({ nouns }) => {
    if (!nouns.some((noun) => concerns.has(noun))) return;
    const now = performance.now();
    since.current ??= now;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        since.current = null;
        void client.invalidateQueries({ queryKey: ['provenance.check'] });
      },
      Math.min(PAUSE_MS, Math.max(0, LONGEST_WAIT_MS - (now - since.current))),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

import { useRef, useState } from 'react';
import type { MemoFormat } from '../../../../shared/domain/exports';
import type { MemoExportOptions } from '../../../../shared/domain/memo-export';
import { failureFrom } from '../../../../shared/result';
import { stopExport, useSaveOutcome } from '../../../app/exporting';
import { call } from '../../../client';
import { useToasts } from '../../../ui/Toast';

export interface ExportRun {
  /** Saves the memo's text, makes its files and hands them to the shell. Answers whether that was done. */
  start: (format: MemoFormat, options: MemoExportOptions) => Promise<boolean>;
  /** The same as the last time; answers false where there was none. */
  again: () => Promise<boolean>;
  /** In a format, with the options of the last time. */
  quickly: (format: MemoFormat) => Promise<boolean>;
  /** Ends what is being made; nothing is saved. */
  cancel: () => void;
  pending: boolean;
}

/** Exports of one memo, one at a time; how it was done is remembered when it was done. */
export function useExport(memoId: string, flush: () => Promise<void>): ExportRun {
  const saveOutcome = useSaveOutcome();
  const toasts = useToasts();
  const [pending, setPending] = useState(false);
  const running = useRef<string | null>(null);
  const cancel = () => {
    stopExport(running.current);
    running.current = null;
    setPending(false);
  };
  const start = async (format: MemoFormat, options: MemoExportOptions) => {
    stopExport(running.current);
    const jobId = crypto.randomUUID();
    running.current = jobId;
    const goesOn = () => running.current === jobId;
    setPending(true);
    try {
      await flush();
      if (!goesOn()) return false;
      const outcome = await call('exports.memo', { jobId, memoId, format, options });
      if (!goesOn()) return false;
      saveOutcome(outcome);
      await call('exports.remember', { memoId, format, options });
      return true;
    } catch (error) {
      if (goesOn()) toasts.fail(failureFrom(error));
      return false;
    } finally {
      if (goesOn()) {
        running.current = null;
        setPending(false);
      }
    }
  };
  const remembered = async (format: MemoFormat | null) => {
    try {
      const last = await call('exports.remembered', { memoId });
      const chosen = format ?? last.format;
      return chosen !== null && (await start(chosen, last.options));
    } catch (error) {
      toasts.fail(failureFrom(error));
      return true;
    }
  };
  return { start, again: () => remembered(null), quickly: remembered, cancel, pending };
}

import { useEffect, useState } from 'react';
import type { ExportOutcome, MemoFormat } from '../../../../shared/domain/exports';
import type { MemoExportOptions } from '../../../../shared/domain/memo-export';
import { failureFrom } from '../../../../shared/result';
import { stopExport } from '../../../app/exporting';
import { call } from '../../../client';
import { formatFacts, type FormatFacts } from './formats';

export interface PreviewState {
  /** What is shown; it stays while the next is made. */
  shown: { kind: FormatFacts['preview']; outcome: ExportOutcome } | null;
  problem: string | null;
  /** Since when the next is being made; null when it is there. */
  since: number | null;
}

const start: PreviewState = { shown: null, problem: null, since: null };

/** While somebody types, nothing is made. */
const settleMs = 350;

/** What an export would be, made anew whenever the choice changes. What is not wanted any more is stopped. */
export function usePreview(memoId: string, format: MemoFormat, options: MemoExportOptions | null): PreviewState {
  const [state, setState] = useState(start);
  const kind = formatFacts[format].preview;
  const made = kind === 'pages' ? 'pdf' : format;
  useEffect(() => {
    if (!options) return;
    let gone = false;
    let jobId: string | null = null;
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, since: Date.now() }));
      jobId = crypto.randomUUID();
      call('exports.memo', { jobId, memoId, format: made, options }).then(
        (outcome) => !gone && setState({ shown: { kind, outcome }, problem: null, since: null }),
        (error: unknown) => !gone && setState({ shown: null, problem: failureFrom(error).message, since: null }),
      );
    }, settleMs);
    return () => {
      gone = true;
      clearTimeout(timer);
      stopExport(jobId);
    };
  }, [memoId, made, kind, options]);
  return state;
}

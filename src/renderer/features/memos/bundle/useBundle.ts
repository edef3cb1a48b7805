import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bundled } from '../../../../shared/domain/bundles';
import type { MemoFormat } from '../../../../shared/domain/exports';
import { failureFrom, type Failure } from '../../../../shared/result';
import { call, saveBlob, useEvent } from '../../../client';

export type BundleState =
  | { kind: 'asking' }
  /** `of` files are to be written; 0 while that is not known. */
  | { kind: 'making'; done: number; of: number }
  | { kind: 'saving'; done: number; of: number }
  | { kind: 'made'; bundled: Bundled }
  | { kind: 'failed'; failure: Failure };

/** Makes the evidence bundle of a memo and hands it to the shell as a download. */
export function useBundle(memoId: string, flush: () => Promise<void>) {
  const [state, setState] = useState<BundleState>({ kind: 'asking' });
  const running = useRef<string | null>(null);
  useEvent('bundles.progress', ({ jobId, done, total }) => {
    if (jobId === running.current) setState({ kind: 'making', done, of: total });
  });

  const cancel = useCallback(() => {
    const jobId = running.current;
    running.current = null;
    setState({ kind: 'asking' });
    if (jobId !== null) void call('bundles.drop', { jobId }).catch(() => {});
  }, []);
  // Closing the dialog, or the memo, cancels.
  useEffect(() => cancel, [cancel]);

  const make = async (formats: MemoFormat[]) => {
    const jobId = crypto.randomUUID();
    running.current = jobId;
    const goesOn = () => running.current === jobId;
    setState({ kind: 'making', done: 0, of: 0 });
    try {
      await flush();
      const bundled = await call('bundles.write', { jobId, memoId, formats });
      const parts: Blob[] = [];
      for (let done = 0; goesOn() && done < bundled.bytes;) {
        setState({ kind: 'saving', done, of: bundled.bytes });
        const part = await call('bundles.part', { jobId, offset: done });
        if (part.length === 0) break;
        parts.push(new Blob([new Uint8Array(part)]));
        done += part.length;
      }
      if (!goesOn()) return;
      saveBlob(bundled.fileName, new Blob(parts, { type: 'application/zip' }));
      setState({ kind: 'made', bundled });
    } catch (error) {
      if (goesOn()) setState({ kind: 'failed', failure: failureFrom(error) });
    } finally {
      if (goesOn()) running.current = null;
      await call('bundles.drop', { jobId }).catch(() => {});
    }
  };
  return { state, make, cancel };
}

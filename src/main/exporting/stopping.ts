import { CommonplaceError } from '../../shared/result';

/** @throws CommonplaceError `cancelled` when the export was stopped */
export function goOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw stopped();
}

/**
 * What is under way, unless the export is stopped before it is there: then it goes on, unheard.
 * @throws CommonplaceError `cancelled`
 */
export async function unlessStopped<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(stopped());
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function stopped(): CommonplaceError {
  return new CommonplaceError('cancelled', 'The export was stopped. Nothing was written.');
}

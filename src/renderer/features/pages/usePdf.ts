import { useEffect, useState } from 'react';
import { call } from '../../client/call';
import { CommonplaceError } from '../../../shared/result';
import { readOriginal } from './original';
import { PageDrawer, PdfNotOpened } from './PageDrawer';
import { Places } from './Places';
import type { FromPlacer, PageSize, ToPlacer } from './worker/messages';
import { startDrawWorker, startPlaceWorker } from './workers';

export interface PdfProblem {
  title: string;
  advice: string;
}

/** A PDF on its way to the screen. */
export type PdfState =
  | { state: 'opening'; share: number }
  | { state: 'failed'; problem: PdfProblem }
  | { state: 'open'; pages: readonly PageSize[]; drawer: PageDrawer };

const problems: Record<PdfNotOpened['problem'], PdfProblem> = {
  password: {
    title: 'The pages are locked with a password',
    advice: 'Save a copy without a password from a PDF program, and capture the source again with it.',
  },
  damaged: {
    title: 'The pages cannot be shown',
    advice: 'The file is damaged or cut short. Its text is still here; get the file again to see its pages.',
  },
  slow: {
    title: 'The pages took too long to open',
    advice: 'Save a copy of the original and open it in a PDF program.',
  },
};

function problemOf(error: unknown): PdfProblem {
  if (error instanceof PdfNotOpened) return problems[error.problem];
  if (!(error instanceof CommonplaceError)) return problems.damaged;
  const [what = '', ...rest] = error.message.split(/(?<=\.)\s/u);
  return { title: what.replace(/\.$/u, ''), advice: rest.join(' ') };
}

const opening: PdfState = { state: 'opening', share: 0 };

/** Opens an attachment as a PDF, and closes it when it is no longer shown. */
export function usePdf(attachmentId: string): PdfState {
  const [state, setState] = useState<PdfState>(opening);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const onProgress = (share: number) => !signal.aborted && setState({ state: 'opening', share });
    const drawer = new PageDrawer({
      start: startDrawWorker,
      bytes: () => readOriginal(attachmentId, { signal, onProgress }),
      resource: (kind, name) => call('attachments.pdfResource', { kind, name }),
    });
    setState(opening);
    drawer.open().then(
      (pages) => !signal.aborted && setState({ state: 'open', pages, drawer }),
      (error: unknown) => !signal.aborted && setState({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      gone.abort();
      drawer.close();
    };
  }, [attachmentId]);
  return state;
}

/** How long finding the words of a large book may take. */
const PLACE_PATIENCE_MS = 120_000;

/** The words of a snapshot on the pages of its PDF: undefined while they are looked for, null where they cannot be found. */
export function usePlaces(attachmentId: string, text: string, isOpen: boolean): Places | null | undefined {
  const [places, setPlaces] = useState<Places | null>();
  useEffect(() => {
    setPlaces(undefined);
    if (!isOpen) return;
    const gone = new AbortController();
    let worker: Worker | undefined;
    const end = (found: Places | null) => {
      worker?.terminate();
      clearTimeout(timer);
      if (!gone.signal.aborted) setPlaces(found);
    };
    const timer = setTimeout(() => end(null), PLACE_PATIENCE_MS);
    readOriginal(attachmentId, { signal: gone.signal }).then(
      (bytes) => {
        if (gone.signal.aborted) return;
        worker = startPlaceWorker();
        worker.onerror = () => end(null);
        worker.onmessage = ({ data }: MessageEvent<FromPlacer>) => end(data.pages && new Places(data.pages, text));
        const message: ToPlacer = { bytes, text };
        worker.postMessage(message, [bytes.buffer]);
      },
      () => end(null),
    );
    return () => {
      gone.abort();
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [attachmentId, text, isOpen]);
  return places;
}

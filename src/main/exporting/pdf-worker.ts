import { parentPort } from 'node:worker_threads';
import { failureFrom, type Failure } from '../../shared/result';
import { compilePdf, type PdfJob } from './pdf-compile';

/** From the worker: `ready` once, when its code is loaded; then an answer for each job. */
export type PdfAnswer =
  { kind: 'ready' } | { kind: 'done'; pdf: Uint8Array<ArrayBuffer> } | { kind: 'failed'; failure: Failure };

/** Lays memos out as pages in a thread of its own, so that a long one keeps nobody waiting and can be stopped. */
const port = parentPort;
if (port) {
  const answer = (message: PdfAnswer, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  port.on('message', (job: PdfJob) => {
    try {
      const pdf = compilePdf(job);
      answer({ kind: 'done', pdf }, [pdf.buffer]);
    } catch (error) {
      answer({ kind: 'failed', failure: failureFrom(error) });
    }
  });
  answer({ kind: 'ready' });
}

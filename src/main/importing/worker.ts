import { parentPort } from 'node:worker_threads';
import { failureFrom } from '../../shared/result';
import { importContent } from './import';
import type { ImportAnswer, ImportJob } from './messages';

/**
 * The import worker: parses what came from outside, in a thread that can be ended at any moment and whose memory is capped.
 * It reads and writes no files.
 */
const port = parentPort;
if (port) {
  const answer = (message: ImportAnswer) => port.postMessage(message);
  port.on('message', ({ input }: ImportJob) => {
    importContent(input).then(
      (imported) => answer({ kind: 'done', imported }),
      (error: unknown) => answer({ kind: 'failed', failure: failureFrom(error) }),
    );
  });
  answer({ kind: 'ready' });
}

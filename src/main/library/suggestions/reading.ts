import type { Worker } from 'node:worker_threads';
import { CommonplaceError } from '../../../shared/result';
import { suggest, type Found, type SuggestionInput } from '../../../shared/suggesting';
import { ranOutOfMemory, startWorker } from '../../workers/start';
import type { SuggestionAnswer } from './worker';

/** Shorter texts are read at once, in a few dozen milliseconds: starting a thread takes longer. UTF-16 code units. */
export const readAtOnce = 20_000;
const memoryMb = 1024;
/** For the longest text that may be imported. */
const milliseconds = 120_000;

/** What the rules find in a text. @throws CommonplaceError `timed-out` */
export type Read = (input: SuggestionInput) => Promise<Found>;

/** Reads texts, long ones one after the other in a thread of their own. */
export function createReader(start: () => Worker = startSuggestionWorker): Read {
  let before: Promise<unknown> = Promise.resolve();
  return (input) => {
    if (input.text.length < readAtOnce) return Promise.resolve(suggest(input));
    const found = before.then(() => readIn(start(), input));
    before = found.catch(() => {});
    return found;
  };
}

function startSuggestionWorker(): Worker {
  return startWorker({ name: 'suggestion-worker', source: new URL('./worker.ts', import.meta.url) }, memoryMb);
}

function readIn(worker: Worker, input: SuggestionInput): Promise<Found> {
  return new Promise<Found>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLong()), milliseconds);
    worker.on('message', (answer: SuggestionAnswer) => {
      if (answer.kind === 'ready') worker.postMessage(input);
      else resolve(answer.found);
    });
    worker.on('error', (error) => reject(ranOutOfMemory(error) ? tooLong() : error));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooLong());
    });
  }).finally(() => void worker.terminate());
}

function tooLong(): CommonplaceError {
  return new CommonplaceError(
    'timed-out',
    'This text is too long to read for suggestions. Import its parts as sources of their own.',
  );
}

import type { Worker } from 'node:worker_threads';
import { CommonplaceError } from '../../../shared/result';
import { suggest, type Found, type SuggestionInput } from '../../../shared/suggesting';
import { askOnce } from '../../workers/ask';
import { startWorker } from '../../workers/start';

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
    const found = before.then(() => askOnce<Found>(start(), input, milliseconds, tooLong));
    before = found.catch(() => {});
    return found;
  };
}

function startSuggestionWorker(): Worker {
  return startWorker({ name: 'suggestion-worker', source: new URL('./worker.ts', import.meta.url) }, memoryMb);
}

function tooLong(): CommonplaceError {
  return new CommonplaceError(
    'timed-out',
    'This text is too long to read for suggestions. Import its parts as sources of their own.',
  );
}

import { parentPort } from 'node:worker_threads';
import { suggest, type Found, type SuggestionInput } from '../../../shared/suggesting';

/** What the worker answers: that it has loaded, or what it found. Errors reach the one who started it as such. */
export type SuggestionAnswer = { kind: 'ready' } | { kind: 'found'; found: Found };

/** Reads one text in a thread of its own, so that a book's length of it keeps nobody waiting. */
parentPort?.on('message', (input: SuggestionInput) => {
  parentPort?.postMessage({ kind: 'found', found: suggest(input) } satisfies SuggestionAnswer);
});
parentPort?.postMessage({ kind: 'ready' } satisfies SuggestionAnswer);

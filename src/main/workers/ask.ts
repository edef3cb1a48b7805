import type { MessagePort, Worker } from 'node:worker_threads';
import { CommonplaceError, failureFrom, type Failure } from '../../shared/result';
import { ranOutOfMemory } from './start';

/** What a worker that is asked one thing says: that its code is loaded, then the answer, or why there is none. */
type Said<Answer> = { kind: 'ready' } | { kind: 'answer'; answer: Answer } | { kind: 'failed'; failure: Failure };

/**
 * Asks a worker one thing and ends it.
 * @param tooMuch what to say where the time or the worker's memory does not do
 */
export function askOnce<Answer>(
  worker: Worker,
  question: unknown,
  milliseconds: number,
  tooMuch: () => CommonplaceError,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch()), milliseconds);
    worker.on('message', (said: Said<Answer>) => {
      if (said.kind === 'ready') worker.postMessage(question);
      else if (said.kind === 'answer') resolve(said.answer);
      else reject(new CommonplaceError(said.failure.code, said.failure.message, said.failure.details));
    });
    worker.on('error', (error) => reject(ranOutOfMemory(error) ? tooMuch() : error));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooMuch());
    });
  }).finally(() => void worker.terminate());
}

/** The worker's side of it. @param port null where the file is loaded, but not as a worker */
export function answerOnce<Question>(port: MessagePort | null, answer: (question: Question) => unknown): void {
  const say = (said: Said<unknown>) => port?.postMessage(said);
  port?.on('message', (question: Question) => {
    try {
      say({ kind: 'answer', answer: answer(question) });
    } catch (error) {
      say({ kind: 'failed', failure: failureFrom(error) });
    }
  });
  say({ kind: 'ready' });
}

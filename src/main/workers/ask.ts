import type { MessagePort, Transferable, Worker } from 'node:worker_threads';
import { failureFrom, ok, unwrap, type CommonplaceError, type Result } from '../../shared/result';
import { ranOutOfMemory } from './start';

/** What a worker says that answers questions: that its code is loaded, then the outcome of each. */
export type Said<Answer> = 'ready' | Result<Answer>;

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
  return new Promise<Result<Answer>>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch()), milliseconds);
    worker.on('message', (said: Said<Answer>) => {
      if (said === 'ready') worker.postMessage(question);
      else resolve(said);
    });
    worker.on('error', (error) => reject(ranOutOfMemory(error) ? tooMuch() : error));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(tooMuch());
    });
  })
    .finally(() => void worker.terminate())
    .then(unwrap);
}

/**
 * The worker's side: answers every question that comes.
 * @param port null where the file is loaded, but not as a worker
 * @param transfer what of an answer is handed over instead of copied
 */
export function answerQuestions<Question, Answer>(
  port: MessagePort | null,
  answer: (question: Question) => Answer,
  transfer: (answer: Answer) => Transferable[] = () => [],
): void {
  const say = (said: Said<Answer>, handedOver: Transferable[] = []) => port?.postMessage(said, handedOver);
  port?.on('message', (question: Question) => {
    try {
      const value = answer(question);
      say(ok(value), transfer(value));
    } catch (error) {
      say({ ok: false, error: failureFrom(error) });
    }
  });
  say('ready');
}

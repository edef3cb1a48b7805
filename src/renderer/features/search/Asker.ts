import type { InputOf } from '../../../shared/contract';
import { failureFrom, type Failure } from '../../../shared/result';
import type { SearchAnswer } from '../../../shared/search/types';

export type Question = Pick<InputOf<'search.query'>, 'query' | 'limit'>;

export interface Asking {
  /** The latest answer, with the query it answers. Stays until the next one is there, also when that fails. */
  answered: { query: string; answer: SearchAnswer } | null;
  /** Why there is no answer to what was asked last. */
  failure: Failure | null;
}

/** Whether the answer to this is still to come: what there is answers something asked before. */
export function isPending({ answered, failure }: Asking, query: string): boolean {
  return answered?.query !== query && failure === null;
}

const nothing: Asking = { answered: null, failure: null };

/**
 * Asks one question at a time, and then only the latest: letters typed while the library was busy are not asked for one by
 * one, and no answer can come after that of a later question.
 */
export class Asker {
  #wanted: Question | null = null;
  #running: Question | null = null;
  /** Its answer is wanted no more. */
  #dropped: Question | null = null;
  #state = nothing;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ask: (question: Question) => Promise<SearchAnswer>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): Asking => this.#state;

  /** Asks this from now on; nothing, and shows nothing, if it is null. */
  want(question: Question | null): void {
    if (question?.query === this.#wanted?.query && question?.limit === this.#wanted?.limit) return;
    this.#wanted = question;
    if (question !== null) return this.#start();
    this.#dropped = this.#running;
    this.#set(nothing);
  }

  /** Asks the same once more: the library changed. */
  again(): void {
    if (this.#wanted === null) return;
    this.#wanted = { ...this.#wanted };
    this.#start();
  }

  #start(): void {
    if (this.#running === null) void this.#run();
  }

  async #run(): Promise<void> {
    while (this.#wanted !== null && this.#wanted !== this.#running) {
      const question = (this.#running = this.#wanted);
      const state = await this.ask(question).then(
        (answer): Asking => ({ answered: { query: question.query, answer }, failure: null }),
        (error: unknown): Asking => ({ answered: this.#state.answered, failure: failureFrom(error) }),
      );
      if (question !== this.#dropped) this.#set(state);
    }
    this.#running = null;
  }

  #set(state: Asking): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** What a gatherer knows of time, so that tests decide it. */
export interface Timing {
  /** Milliseconds since some moment. */
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
}

const timing: Timing = {
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export interface GathererOptions {
  /** Milliseconds between one lot and the next while more keeps coming. */
  pause: number;
  /** How many things are handed on at once and one by one before that (a token bucket that fills by one each pause). */
  burst: number;
}

/** Gets what has come, in its order, never nothing; may say when it has dealt with it. */
export type HandOn<T> = (items: T[]) => Promise<unknown> | void;

/**
 * Gathers what comes in quick succession. What comes now and then, as what a person does, is handed on at once; of a stream,
 * what came meanwhile is handed on together after every pause, and not before the last lot was dealt with. Nothing is lost: what came last
 * is handed on after at most a pause.
 */
export class Gatherer<T> {
  #waiting: T[] = [];
  #isDue = false;
  #dealtWith: Promise<unknown> = Promise.resolve();
  #allowance: number;
  #asOf: number;

  #handOn: HandOn<T> | null = null;

  constructor(
    private readonly options: GathererOptions,
    private readonly time: Timing = timing,
  ) {
    this.#allowance = options.burst;
    this.#asOf = time.now();
  }

  /** Hands on to this from now on, beginning with what waits; returns the function that stops. */
  handTo(handOn: HandOn<T>): () => void {
    this.#handOn = handOn;
    this.flush();
    return () => {
      if (this.#handOn === handOn) this.#handOn = null;
    };
  }

  add(item: T): void {
    this.#waiting.push(item);
    if (this.#isDue) return;
    const { burst, pause } = this.options;
    const now = this.time.now();
    this.#allowance = Math.min(burst, this.#allowance + (now - this.#asOf) / pause);
    this.#asOf = now;
    if (this.#allowance >= 1) return this.flush();
    this.#isDue = true;
    const dealtWith = this.#dealtWith.catch(() => {});
    void Promise.all([this.time.wait((1 - this.#allowance) * pause), dealtWith]).then(() => {
      this.#isDue = false;
      this.#allowance = 1;
      this.#asOf = this.time.now();
      this.flush();
    });
  }

  /** Hands on at once what waits. */
  flush(): void {
    if (this.#waiting.length === 0 || this.#handOn === null) return;
    const items = this.#waiting;
    this.#waiting = [];
    this.#allowance = Math.max(0, this.#allowance - 1);
    this.#dealtWith = Promise.resolve(this.#handOn(items));
  }

  /** Forgets what waits. */
  drop(): void {
    this.#waiting = [];
  }
}

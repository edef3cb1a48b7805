import type { Log } from '../context';
import type { Database } from '../db/types';
import type { Derived } from './types';

/** Does in the background what derived data leave for later. */
export interface Settling {
  /** Begins; while it is at work, it looks again when it has ended. */
  start(): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
  /** Ends after the transaction in hand. What is left is done when the library is next opened for writing. */
  stop(): Promise<void>;
}

export function createSettling(db: Database, derived: readonly Derived[], log: Log): Settling {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let wanted = false;

  async function run(): Promise<void> {
    while (wanted && !stopping.signal.aborted) {
      wanted = false;
      await Promise.all(derived.map(({ settle }) => settle?.(db, stopping.signal)));
    }
  }

  return {
    start() {
      if (db.readOnly) return;
      wanted = true;
      running ??= run()
        .catch((error: unknown) => log.error('derived data could not be settled', { error: String(error) }))
        .finally(() => (running = null));
    },
    async settled() {
      while (running !== null) await running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

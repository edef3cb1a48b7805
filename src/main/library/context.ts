import type { ContractEvents, EventName } from '../../shared/contract';
import type { History } from './changes/runner';
import type { ChangeRunner } from './changes/types';
import type { Database } from './db/types';

/** Levels of the log; the log never holds what a user wrote. */
export interface Log {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
}

/** Milliseconds since the epoch. Injected, so that tests decide what time it is. */
export type Clock = () => number;

export type Emit = <Name extends EventName>(name: Name, payload: ContractEvents[Name]) => void;

/** What every noun's handlers and stores are given: the open library and the few effects they may have. */
export interface LibraryContext {
  db: Database;
  /** Runs one undoable action; every write of user data goes through it. */
  change: ChangeRunner;
  /** Undo and redo of this session's actions. */
  history: History;
  /** The library folder; attachments are below it. */
  folder: string;
  clock: Clock;
  log: Log;
  emit: Emit;
  /** New UUIDv7. */
  newId(): string;
  /** UUIDv5 of a pair (or more) of ids, for link rows: the same link made twice is the same row. */
  linkId(...parts: string[]): string;
}

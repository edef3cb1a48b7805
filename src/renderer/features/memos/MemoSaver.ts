import { changeBetween, type BlocksChange } from '../../../shared/memo/change';
import type { MemoDocument } from '../../../shared/memo/document';
import { CommonplaceError, failureFrom, type Failure } from '../../../shared/result';

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Somebody else saved a newer text. Nothing is written until the user says which one counts. */
  | { kind: 'conflict'; failure: Failure }
  /** Not written, kept here, tried again. */
  | { kind: 'failed'; failure: Failure };

interface Saved {
  version: number;
  modifiedAt: string;
}

export interface SaverCalls {
  save: (version: number, document: MemoDocument) => Promise<Saved>;
  /** Where given, saves what changed since the last text that was saved here. */
  saveChange?: (version: number, change: BlocksChange) => Promise<Saved>;
  /** Waits and then runs; returns what cancels it. */
  later: (run: () => void, ms: number) => () => void;
}

const RETRY_MS = [1000, 5000, 15_000, 30_000];

/**
 * Writes one memo, one save at a time, always the latest text. What is not acknowledged stays here and is tried again;
 * after a conflict nothing is written until `overwrite` or `adopt` says what counts.
 */
export class MemoSaver {
  #version: number;
  #pending: MemoDocument | null = null;
  /** The text that was acknowledged last, as this saver wrote it; null while that is not known. */
  #base: MemoDocument | null = null;
  #running: Promise<void> | null = null;
  #cancelRetry: (() => void) | null = null;
  #failures = 0;
  /** Something was typed that was not handed over yet. */
  #touched = false;
  #state: SaveState;
  readonly #listeners = new Set<() => void>();

  constructor(
    version: number,
    savedAt: string | null,
    private readonly calls: SaverCalls,
  ) {
    this.#version = version;
    this.#state = { kind: 'saved', at: savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SaveState => this.#state;

  /** The text that is not in the library yet; null when all is saved. */
  get unsaved(): MemoDocument | null {
    return this.#pending;
  }

  get version(): number {
    return this.#version;
  }

  /** Something changed that will be handed over in a moment. */
  touched(): void {
    this.#touched = true;
    if (this.#state.kind === 'saved') this.#set({ kind: 'waiting' });
  }

  /** Saves a text, or keeps it for after the save that is running. Resolves when nothing is left to do for now. */
  put(document: MemoDocument): Promise<void> {
    this.#pending = document;
    this.#touched = false;
    return this.flush();
  }

  flush(): Promise<void> {
    if (this.#state.kind === 'conflict') return Promise.resolve();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** After a conflict: this text counts. `version` is the newer one's, which stays as a revision. */
  overwrite(version: number): Promise<void> {
    this.#version = version;
    this.#base = null;
    this.#set({ kind: 'waiting' });
    return this.flush();
  }

  /** After a conflict, or after a revision was restored: the text in the library counts, what is here is given up. */
  adopt(version: number, savedAt: string): void {
    this.#cancelRetry?.();
    this.#pending = null;
    this.#base = null;
    this.#touched = false;
    this.#version = version;
    this.#set({ kind: 'saved', at: savedAt });
  }

  /** Stops trying again; a save that runs is not stopped. */
  dispose(): void {
    this.#cancelRetry?.();
  }

  async #run(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    while (this.#pending) {
      const document = this.#pending;
      this.#set({ kind: 'saving' });
      try {
        const { version, modifiedAt } = await this.#save(document);
        this.#base = document;
        this.#version = version;
        this.#failures = 0;
        // subtle: a newer text may have come in while this one was written.
        if (this.#pending === document) {
          this.#pending = null;
          this.#set(this.#touched ? { kind: 'waiting' } : { kind: 'saved', at: modifiedAt });
        }
      } catch (error) {
        this.#base = null;
        this.#fail(error);
        return;
      }
    }
    if (this.#state.kind === 'waiting' && !this.#touched) this.#set({ kind: 'saved', at: null });
  }

  #save(document: MemoDocument): Promise<Saved> {
    const { save, saveChange } = this.calls;
    const change = saveChange && this.#base && changeBetween(this.#base, document);
    return change ? saveChange(this.#version, change) : save(this.#version, document);
  }

  #fail(error: unknown): void {
    const failure = error instanceof CommonplaceError ? error.toFailure() : failureFrom(error);
    if (failure.code === 'conflict') {
      this.#set({ kind: 'conflict', failure });
      return;
    }
    this.#set({ kind: 'failed', failure });
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 30_000;
    this.#failures += 1;
    this.#cancelRetry = this.calls.later(() => void this.flush(), wait);
  }

  #set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

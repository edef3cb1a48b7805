import type { ContractEvents, EventName } from '../../shared/contract';
import type { Failure, Result } from '../../shared/result';
import type { CoreSettings, FromCore, ToCore } from './messages';

/** A running core process, whichever way the shell started it. */
export interface CoreProcess {
  send(message: ToCore): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

export type EventListener = <Name extends EventName>(name: Name, payload: ContractEvents[Name]) => void;

/** The core, seen from a shell. */
export interface CoreLink {
  /** Never rejects. */
  call(method: string, input: unknown): Promise<Result<unknown>>;
  /** Returns the function that stops listening. */
  onEvent(listener: EventListener): () => void;
  /** Makes a folder known that the user chose; only shells may name folders. */
  registerFolder(folder: string): Promise<Result<{ key: string }>>;
  /** Where the open library is; only shells may know. */
  libraryFolder(): Promise<Result<string>>;
  /** Finishes what was acknowledged, closes the library and ends the process. */
  close(): Promise<void>;
}

export interface CoreClientSetup {
  /** Starts a process; called again when one stops by itself. */
  spawn(): CoreProcess;
  settings: Omit<CoreSettings, 'reopen'>;
  /** How many times in a minute the core is started again before calls are refused. */
  restartsPerMinute?: number;
  /** How long closing may take before the process is ended, in milliseconds. */
  closeTimeout?: number;
  now?: () => number;
}

const stopped: Failure = {
  code: 'internal',
  message:
    'The part of Commonplace that keeps your library stopped and was started again. What was saved is safe; try again.',
};
const gaveUp: Failure = {
  code: 'unavailable',
  message:
    'The part of Commonplace that keeps your library keeps stopping. Close the window and start Commonplace again.',
};
const closed: Failure = { code: 'unavailable', message: 'Commonplace is closing.' };

/**
 * Starts the core and talks to it. When its process stops by itself, pending calls are answered with a failure, and a
 * new process opens the library that was open.
 */
export function startCore(setup: CoreClientSetup): CoreLink {
  const { restartsPerMinute = 3, closeTimeout = 10_000, now = Date.now } = setup;
  const pending = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<EventListener>();
  const restarts: number[] = [];
  let nextId = 1;
  let openKey: string | null = null;
  let running: CoreProcess | undefined;
  let closing: Promise<void> | undefined;
  let exited: () => void = () => undefined;

  const fail = (error: Failure): void => {
    for (const resolve of pending.values()) resolve({ ok: false, error });
    pending.clear();
  };

  function receive(raw: unknown): void {
    const message = raw as FromCore;
    if (message.type === 'result') {
      pending.get(message.id)?.(message.result);
      pending.delete(message.id);
      return;
    }
    if (message.name === 'library.opened') openKey = (message.payload as ContractEvents['library.opened']).key;
    if (message.name === 'library.closed') openKey = null;
    for (const listener of listeners) listener(message.name, message.payload as never);
  }

  function start(): void {
    const child = setup.spawn();
    running = child;
    child.onMessage(receive);
    child.onExit(() => {
      if (running !== child) return;
      running = undefined;
      exited();
      if (closing) return fail(closed);
      const time = now();
      while (restarts[0] !== undefined && time - restarts[0] > 60_000) restarts.shift();
      if (restarts.length >= restartsPerMinute) return fail(gaveUp);
      restarts.push(time);
      fail(stopped);
      start();
    });
    child.send({ type: 'start', settings: { ...setup.settings, reopen: openKey } });
  }

  function ask(message: (id: number) => ToCore): Promise<Result<unknown>> {
    const child = running;
    if (!child) return Promise.resolve({ ok: false, error: closing ? closed : gaveUp });
    return new Promise((resolve) => {
      const id = nextId++;
      pending.set(id, resolve);
      try {
        child.send(message(id));
      } catch {
        // The input cannot be cloned, or the process is just ending (its exit answers the others).
        pending.delete(id);
        resolve({ ok: false, error: { code: 'bad-input', message: 'This input cannot be sent to the library.' } });
      }
    });
  }

  async function close(): Promise<void> {
    const child = running;
    if (!child) return;
    const gone = new Promise<void>((resolve) => (exited = resolve));
    const timer = setTimeout(() => child.kill(), closeTimeout);
    void ask((id) => ({ type: 'close', id }));
    await gone;
    clearTimeout(timer);
  }

  start();
  return {
    call: (method, input) =>
      closing ? Promise.resolve({ ok: false, error: closed }) : ask((id) => ({ type: 'call', id, method, input })),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    registerFolder: (folder) => ask((id) => ({ type: 'know', id, folder })) as Promise<Result<{ key: string }>>,
    libraryFolder: () => ask((id) => ({ type: 'folder', id })) as Promise<Result<string>>,
    close: () => (closing ??= close()),
  };
}

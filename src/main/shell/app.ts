import { fileURLToPath } from 'node:url';
import type { ContractEvents, EventName } from '../../shared/contract';
import { CommonplaceError, type Result } from '../../shared/result';
import { openFileMap } from './files';
import { shellHandlers } from './handlers';
import { shellDispatch } from './dispatch';
import type { ShellOptions } from './options';
import type { Shell, ShellSetup } from './types';
import { openWindowState } from './window-state';

/** The core, seen from a shell; `src/main/core/client.ts` makes one over whatever channel the shell has. */
export interface CoreLink {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  onEvent(listener: <Name extends EventName>(name: Name, payload: ContractEvents[Name]) => void): () => void;
  /** Makes a folder known; only shells may name folders. */
  registerFolder(folder: string): Promise<Result<{ key: string }>>;
  /** Finishes what was acknowledged, closes the library and ends the process. */
  close(): Promise<void>;
}

export interface AppSetup<S extends Shell> {
  options: ShellOptions;
  /** Scheme and host the window's files are served under. */
  origin: string;
  startCore(appFolder: string): Promise<CoreLink>;
  openShell(setup: ShellSetup): Promise<S>;
  log?: (message: string) => void;
}

export interface RunningApp<S extends Shell> {
  shell: S;
  core: CoreLink;
  /** Settles when the window is gone and the library is closed. */
  ended: Promise<void>;
}

export const version = '0.1.0';

/** Starts core and window together, wires them to each other, and takes both down when the window is closed. */
export async function startApp<S extends Shell>(setup: AppSetup<S>): Promise<RunningApp<S>> {
  const log = setup.log ?? ((message: string) => process.stderr.write(`${message}\n`));
  const windowState = openWindowState(setup.options.profile);
  const files = await openFiles(setup.origin);
  const core = await setup.startCore(setup.options.profile);
  let shell: S | undefined;
  const opened = () => {
    if (shell === undefined) throw new CommonplaceError('unavailable', 'The window is not open yet. Try again.');
    return shell;
  };
  try {
    if (setup.options.library !== null) await openLibrary(core, setup.options.library);
    const handlers = shellHandlers({
      shell: opened,
      windowState,
      version,
      registerLibrary: async (folder) => value(await core.registerFolder(folder)),
    });
    core.onEvent((name, payload) => shell?.send(name, payload));
    shell = await setup.openShell({
      options: setup.options,
      dispatch: shellDispatch(core, handlers),
      files,
      windowState,
      log,
    });
  } catch (error) {
    await core.close().catch(() => undefined);
    throw error;
  }
  const ended = shell.closed.then(async () => {
    await core.close();
    await windowState.flush();
  });
  return { shell, core, ended };
}

function openFiles(origin: string) {
  return openFileMap(fileURLToPath(new URL('../renderer', import.meta.url)), origin);
}

/** Opens the library the command line names. A library that must be trusted first is left to the welcome screen to ask. */
async function openLibrary(core: CoreLink, folder: string): Promise<void> {
  const { key } = value(await core.registerFolder(folder));
  const result = await core.call('library.open', { key });
  if (!result.ok && result.error.code !== 'library-untrusted') {
    throw new CommonplaceError(result.error.code, result.error.message, result.error.details);
  }
}

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommonplaceError(result.error.code, result.error.message, result.error.details);
}

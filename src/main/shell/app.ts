import { fileURLToPath } from 'node:url';
import { CommonplaceError, unwrap } from '../../shared/result';
import type { CoreLink } from '../core/client';
import type { CoreSettings } from '../core/messages';
import { openFileMap } from './files';
import { shellHandlers } from './handlers';
import { shellDispatch } from './dispatch';
import type { ShellOptions } from './options';
import { userFolder } from './saving';
import type { Shell, ShellSetup } from './types';
import { openWindowState } from './window-state';

export interface AppSetup<S extends Shell> {
  options: ShellOptions;
  /** Scheme and host the window's files are served under. */
  origin: string;
  /** `entry` is the core's built program. */
  startCore(entry: string, settings: Omit<CoreSettings, 'reopen'>): CoreLink;
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
  const core = setup.startCore(fileURLToPath(new URL('./core.js', import.meta.url)), {
    appFolder: setup.options.profile,
    documentsFolder: process.env['COMMONPLACE_DOCUMENTS'] ?? (await userFolder('documents')),
  });
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
      libraryFolder: async () => unwrap(await core.libraryFolder()),
      registerLibrary: async (folder) => unwrap(await core.registerFolder(folder)),
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
  const { key } = unwrap(await core.registerFolder(folder));
  const result = await core.call('library.open', { key });
  if (!result.ok && result.error.code !== 'library-untrusted') {
    throw new CommonplaceError(result.error.code, result.error.message, result.error.details);
  }
}

import { join } from 'node:path';
import type { Handlers, ShellMethodName } from '../../shared/contract';
import { CommonplaceError } from '../../shared/result';
import { externalUrl } from './policy';
import type { Shell } from './types';
import type { WindowState } from './window-state';

export interface ShellHandlersSetup {
  /** Asked for at each call, because handlers are made before the window is. */
  shell: () => Shell;
  windowState: WindowState;
  version: string;
  /** Makes a folder known to the core; the window only ever sees the key. */
  registerLibrary(folder: string): Promise<{ key: string }>;
  /** Where the open library is; the window never learns it. */
  libraryFolder(): Promise<string>;
}

/** The methods a shell answers itself. */
export function shellHandlers(setup: ShellHandlersSetup): Handlers<ShellMethodName> {
  return {
    'shell.info': async () => ({ shell: setup.shell().name, platform: process.platform, version: setup.version }),
    'shell.chooseLibrary': async () => {
      const folder = await setup.shell().chooseFolder();
      return folder === null ? null : setup.registerLibrary(folder);
    },
    'shell.openExternal': async ({ url }) => {
      const safe = externalUrl(url);
      if (safe === null) {
        throw new CommonplaceError(
          'bad-input',
          'Only https: and mailto: links can be opened outside Commonplace. Copy the address to use it elsewhere.',
        );
      }
      await setup.shell().openExternal(safe);
      return null;
    },
    'shell.showFolder': async ({ folder }) => {
      const library = await setup.libraryFolder();
      await setup.shell().showFolder(folder === 'inbox' ? join(library, 'inbox') : library);
      return null;
    },
    'shell.loadState': async () => setup.windowState.state(),
    'shell.saveState': async ({ state }) => {
      await setup.windowState.saveState(state);
      return null;
    },
  };
}

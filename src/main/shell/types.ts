import type { ContractEvents, EventName } from '../../shared/contract';
import type { Result } from '../../shared/result';
import type { FileMap } from './files';
import type { ShellOptions } from './options';
import type { WindowState } from './window-state';

/** Answers a call that came out of a window. Everything about it is hostile until the router has parsed it. */
export type Dispatch = (method: unknown, input: unknown) => Promise<Result<unknown>>;

/** The window of the app. Two implementations: Electron, and the Chromium that is on the machine. */
export interface Shell {
  readonly name: 'electron' | 'chromium';
  send<Name extends EventName>(name: Name, payload: ContractEvents[Name]): void;
  /** Asks for a folder. Null when the user cancels; `unavailable` when this machine has no dialog to show. */
  chooseFolder(): Promise<string | null>;
  openExternal(url: string): Promise<void>;
  /** Shows a folder of the app's own choosing in the system's file manager. */
  showFolder(path: string): Promise<void>;
  /** Settles when the window is gone, whoever closed it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** What a shell needs to open its window. */
export interface ShellSetup {
  options: ShellOptions;
  dispatch: Dispatch;
  files: FileMap;
  windowState: WindowState;
  log: (message: string) => void;
}

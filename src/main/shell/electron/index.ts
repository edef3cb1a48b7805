import { app, BrowserWindow, dialog } from 'electron';
import { join } from 'node:path';
import { CommonplaceError } from '../../../shared/result';
import { startCore } from '../../core/client';
import { startApp } from '../app';
import { parseShellOptions, type ShellOptions } from '../options';
import { utilityCore } from './core';
import { registerAppScheme } from './protocol';
import { appOrigin, lockContents } from './security';
import { openElectronShell } from './window';

/**
 * Runs the app in Electron until its window is closed.
 *
 * subtle: everything before `whenReady` happens in the first turn, because schemes must be registered and the sandbox
 * enabled before the app is ready; an awaiting entry module delays `ready` itself, so it must not be awaited here.
 */
export async function runElectron(argv: readonly string[]): Promise<void> {
  let options: ShellOptions;
  try {
    options = parseShellOptions(ownArguments(argv, app.isPackaged));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    app.exit(2);
    return;
  }
  // For every window, hidden ones too, whatever it asks for.
  app.enableSandbox();
  registerAppScheme();
  app.setPath('userData', join(options.profile, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  // The app ends when the library is closed, not when the window is.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(() => open(options));
}

async function open(options: ShellOptions): Promise<void> {
  try {
    const running = await startApp({
      options,
      origin: appOrigin,
      startCore: (entry, settings) => startCore({ spawn: () => utilityCore(entry), settings }),
      openShell: openElectronShell,
    });
    let ended = false;
    app.on('before-quit', (event) => {
      if (ended) return;
      event.preventDefault();
      void running.shell.close();
    });
    await running.ended;
    ended = true;
    app.quit();
  } catch (error) {
    const message =
      error instanceof CommonplaceError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`${message}\n`);
    dialog.showErrorBox('Commonplace could not start', message);
    app.exit(1);
  }
}

/** The arguments after Electron's own: `electron . --library X` when developing, `Commonplace --library X` packaged. */
function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  const rest = argv.slice(1);
  const app = packaged ? -1 : rest.findIndex((argument) => !argument.startsWith('-'));
  // Chromium's and the debugger's switches come from Electron's launcher and Playwright, before the app's path.
  return rest.slice(app + 1).filter((argument) => !chromiumSwitch.test(argument));
}

const chromiumSwitch =
  /^--(inspect|remote-debugging|no-sandbox|enable-|disable-|lang|force-|gtk-|ozone-|user-data-dir)/;

import { BrowserWindow, dialog, screen, session as sessions, shell as desktop, type Session } from 'electron';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventChannel } from '../../../preload/channels';
import { displayFolder, safeFileName, userFolder } from '../saving';
import { CommonplaceError } from '../../../shared/result';
import type { Shell, ShellSetup } from '../types';
import { defaultBounds, type WindowBounds, type WindowState } from '../window-state';
import { answerCalls } from './calls';
import { installMenu } from './menu';
import { serveApp } from './protocol';
import { appOrigin, isAppUrl, lockContents, lockSession, secureWebPreferences } from './security';

/** Opens the app's window in Electron. The app must be ready and `registerAppScheme` must have run. */
export async function openElectronShell(setup: ShellSetup): Promise<Shell> {
  const { options, windowState, log } = setup;
  // In memory: nothing of the page is kept outside the library and window.json.
  const session = sessions.fromPartition('commonplace');
  lockSession(session, (what) => log(`Blocked a request to ${what}`));
  serveApp(session, setup.files);

  const window = new BrowserWindow({
    ...visibleBounds(windowState.bounds()),
    ...(options.size ?? {}),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Commonplace',
    webPreferences: {
      ...secureWebPreferences,
      session,
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
    },
  });
  const contents = window.webContents;
  const pending = new Set<Promise<unknown>>();
  lockContents(contents);
  answerCalls(contents, setup.dispatch, pending);
  rememberBounds(window, windowState);

  const shell: Shell = {
    name: 'electron',
    closed: new Promise((resolve) => {
      // What the page sent on its way out is still answered before the core is closed.
      window.once('closed', () => void Promise.allSettled(pending).then(() => resolve()));
    }),
    send(name, payload) {
      if (!window.isDestroyed()) contents.send(eventChannel, name, payload);
    },
    async chooseFolder() {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Open a Commonplace library',
        properties: ['openDirectory'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    openExternal: (url) => desktop.openExternal(url),
    async showFolder(path) {
      const problem = await desktop.openPath(path);
      if (problem !== '')
        throw new CommonplaceError('unavailable', `The folder could not be shown (${problem}). It is ${path}`);
    },
    async close() {
      window.close();
      await shell.closed;
    },
  };
  await saveDownloads(session, window, shell);
  installMenu((command) => shell.send('shell.command', { command }));
  window.once('ready-to-show', () => {
    if (windowState.bounds().maximised && options.size === null) window.maximize();
    window.show();
  });
  await window.loadURL(`${appOrigin}/`);
  return shell;
}

/** Exports leave through the system's save dialog, under a name that cannot do harm. */
async function saveDownloads(session: Session, window: BrowserWindow, shell: Shell): Promise<void> {
  const folder = await userFolder('downloads');
  session.on('will-download', (event, item) => {
    const url = item.getURL();
    if (!url.startsWith('blob:') || !isAppUrl(url.slice('blob:'.length))) {
      event.preventDefault();
      return;
    }
    // Tests have nobody to answer a dialog: they name the folder.
    const unattended = process.env['COMMONPLACE_DOWNLOADS'];
    const defaultPath = join(unattended ?? folder, safeFileName(item.getFilename()));
    if (unattended === undefined) item.setSaveDialogOptions({ defaultPath });
    else item.setSavePath(defaultPath);
    item.once('done', (_event, state) => {
      if (state !== 'completed') return;
      const path = item.getSavePath();
      shell.send('shell.saved', { fileName: basename(path), folder: displayFolder(dirname(path)) });
    });
  });
  window.once('closed', () => session.removeAllListeners('will-download'));
}

function rememberBounds(window: BrowserWindow, state: WindowState): void {
  const remember = () => {
    // The normal bounds are those to go back to, also while the window is maximised.
    if (!window.isDestroyed()) state.saveBounds({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('resized', remember).on('moved', remember).on('close', remember);
}

/** Bounds on a screen that is no longer there would put the window where nobody finds it. */
function visibleBounds(bounds: WindowBounds): Partial<Electron.Rectangle> {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  const visible =
    x < workArea.x + workArea.width - 80 &&
    x + width > workArea.x + 80 &&
    y >= workArea.y - 20 &&
    y < workArea.y + workArea.height - 80;
  return visible ? { x, y, width, height } : { width: defaultBounds.width, height: defaultBounds.height };
}

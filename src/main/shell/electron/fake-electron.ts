import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/**
 * A stand-in for the `electron` module that records what the shell sets up, for the tests beside it: Electron's own
 * runtime cannot be had on every machine that runs them.
 */
export class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://commonplace/' };
  windowOpenHandler: ((details: unknown) => { action: string }) | undefined;
  sent: unknown[][] = [];
  getURL = () => this.mainFrame.url;
  setWindowOpenHandler = (handler: (details: unknown) => { action: string }) => (this.windowOpenHandler = handler);
  send = (...message: unknown[]) => void this.sent.push(message);
}

class FakeSession extends EventEmitter {
  permissionRequest:
    ((contents: FakeContents, permission: string, answer: (allow: boolean) => void) => void) | undefined;
  permissionCheck: ((contents: FakeContents | null, permission: string, origin: string) => boolean) | undefined;
  devicePermission: (() => boolean) | undefined;
  beforeRequest:
    ((details: { url: string; resourceType: string }, answer: (a: { cancel: boolean }) => void) => void) | undefined;
  handlers = new Map<string, (request: Request) => Promise<Response>>();
  setPermissionRequestHandler = (handler: typeof this.permissionRequest) => (this.permissionRequest = handler);
  setPermissionCheckHandler = (handler: typeof this.permissionCheck) => (this.permissionCheck = handler);
  setDevicePermissionHandler = (handler: typeof this.devicePermission) => (this.devicePermission = handler);
  webRequest = { onBeforeRequest: (handler: typeof this.beforeRequest) => (this.beforeRequest = handler) };
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => this.handlers.set(scheme, handler),
  };
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = [];
  webContents = new FakeContents();
  loaded: string[] = [];
  shown = false;
  destroyed = false;
  constructor(readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>) {
    super();
    FakeWindow.all.push(this);
  }
  loadURL = async (url: string) => void this.loaded.push(url);
  isDestroyed = () => this.destroyed;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 5, y: 6, width: 900, height: 700 });
  show = () => (this.shown = true);
  maximize = () => undefined;
  close = () => {
    this.emit('close');
    this.destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  };
}

export type IpcHandler = (event: unknown, ...args: unknown[]) => unknown;

/** A fresh fake; what tests look at stands in `seen`. */
export function fakeElectron() {
  const seen = {
    session: new FakeSession(),
    ipc: new Map<string, IpcHandler>(),
    schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
    opened: [] as string[],
    menu: [] as { label?: string; submenu?: { label?: string; click?: () => void }[] }[],
    exposed: new Map<string, unknown>(),
    invoked: [] as unknown[][],
    listening: new Map<string, (...args: unknown[]) => void>(),
  };
  const module = {
    BrowserWindow: FakeWindow,
    session: { fromPartition: vi.fn(() => seen.session) },
    protocol: { registerSchemesAsPrivileged: (schemes: typeof seen.schemes) => seen.schemes.push(...schemes) },
    ipcMain: {
      handle: (channel: string, handler: IpcHandler) => seen.ipc.set(channel, handler),
      removeHandler: (channel: string) => seen.ipc.delete(channel),
    },
    shell: {
      openExternal: async (url: string) => void seen.opened.push(url),
      openPath: async (path: string) => (seen.opened.push(path), path.includes('missing') ? 'No such folder' : ''),
    },
    dialog: { showOpenDialog: async () => ({ canceled: true, filePaths: [] }) },
    screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (template: typeof seen.menu) => (seen.menu = template),
    },
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => seen.exposed.set(name, value) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => (seen.invoked.push(args), { ok: true, value: null }),
      on: (channel: string, listener: (...args: unknown[]) => void) => seen.listening.set(channel, listener),
    },
  };
  return { module, seen };
}

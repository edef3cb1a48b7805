import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callChannel, eventChannel } from '../../../preload/channels';
import type { FileMap } from '../files';
import type { Shell } from '../types';
import { openWindowState, type WindowState } from '../window-state';
import type { FakeContents } from './fake-electron';

const fake = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('electron', async () => {
  const { fakeElectron } = await import('./fake-electron');
  const made = fakeElectron();
  fake.current = made;
  return made.module;
});

const folder = mkdtempSync(join(tmpdir(), 'commonplace-electron-'));
const dispatch = vi.fn(async (method: unknown) => ({ ok: true as const, value: method }));
const files: FileMap = {
  answer: async (_method, url) => ({
    status: url.endsWith('/index.html') ? 200 : 404,
    headers: { 'content-security-policy': "default-src 'none'" },
    body: Buffer.from('page'),
  }),
};
let seen: ReturnType<typeof import('./fake-electron').fakeElectron>['seen'];
let windowState: WindowState;
let shell: Shell;
let window: InstanceType<typeof import('./fake-electron').FakeWindow>;
let contents: FakeContents;
const log: string[] = [];

beforeAll(async () => {
  const { registerAppScheme } = await import('./protocol');
  const { openElectronShell } = await import('./window');
  const { FakeWindow } = await import('./fake-electron');
  seen = (fake.current as { seen: typeof seen }).seen;
  registerAppScheme();
  windowState = openWindowState(folder);
  const options = { library: null, profile: folder, headless: false, size: null };
  shell = await openElectronShell({ options, dispatch, files, windowState, log: (line) => log.push(line) });
  window = FakeWindow.all[0]!;
  contents = window.webContents;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** True when the shell stopped the event. */
function prevented(name: string, event: Record<string, unknown> = {}): boolean {
  const preventDefault = vi.fn();
  contents.emit(name, { preventDefault, isMainFrame: true, ...event });
  return preventDefault.mock.calls.length > 0;
}

describe('the Electron window', () => {
  test('is sandboxed, isolated, and has nothing of Node', () => {
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      experimentalFeatures: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
    });
    expect(String(window.options.webPreferences['preload'])).toMatch(/preload[/\\]index\.cjs$/);
    expect(window.loaded).toEqual(['app://commonplace/']);
  });

  test('serves the app under a standard, secure scheme from the file map only', async () => {
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) },
    ]);
    for (const privilege of ['bypassCSP', 'allowServiceWorkers', 'corsEnabled']) {
      expect(seen.schemes[0]!.privileges[privilege]).not.toBe(true);
    }
    const handler = seen.session.handlers.get('app')!;
    const page = await handler(new Request('app://commonplace/index.html'));
    expect([page.status, await page.text()]).toEqual([200, 'page']);
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect((await handler(new Request('app://commonplace/../secret'))).status).toBe(404);
  });

  test('denies every permission but writing to the clipboard', () => {
    const asked = (permission: string) => {
      let allowed: boolean | undefined;
      seen.session.permissionRequest!(contents, permission, (answer) => (allowed = answer));
      return [allowed, seen.session.permissionCheck!(contents, permission, 'app://commonplace/')];
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ]) {
      expect(asked(permission)).toEqual([false, false]);
    }
    expect(asked('clipboard-sanitized-write')).toEqual([true, true]);
    expect(seen.session.permissionCheck!(contents, 'clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(seen.session.devicePermission!()).toBe(false);
  });

  test('stops and logs every request that is not for the app', () => {
    const cancelled = (url: string, resourceType = 'xhr') => {
      let answer: boolean | undefined;
      seen.session.beforeRequest!({ url, resourceType }, ({ cancel }) => (answer = cancel));
      return answer;
    };
    expect(cancelled('app://commonplace/assets/a.js')).toBe(false);
    expect(cancelled('blob:app://commonplace/1')).toBe(false);
    expect(cancelled('data:image/png;base64,AA', 'image')).toBe(false);
    for (const url of [
      'https://example.org/',
      'http://localhost/',
      'file:///etc/passwd',
      'app://other/',
      'ws://a/',
      'data:text/html,x',
    ]) {
      expect(cancelled(url)).toBe(true);
    }
    expect(log).toContain('Blocked a request to https://example.org/ xhr');
  });

  test('stays on its page: no navigation, redirect, frame, window or webview', () => {
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      expect(prevented(name, { url: 'https://example.org/' })).toBe(true);
      expect(prevented(name, { url: 'file:///etc/passwd' })).toBe(true);
      expect(prevented(name, { url: 'app://commonplace.example/' })).toBe(true);
      expect(prevented(name, { url: 'app://commonplace/', isMainFrame: false })).toBe(true);
      expect(prevented(name, { url: 'app://commonplace/' })).toBe(false);
    }
    expect(prevented('will-redirect', { url: 'app://commonplace/' })).toBe(true);
    expect(prevented('will-attach-webview')).toBe(true);
    expect(contents.windowOpenHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' });
  });

  test('answers calls of its own main frame only', async () => {
    const handler = seen.ipc.get(callChannel)!;
    const from = (sender: unknown, senderFrame: unknown) => handler({ sender, senderFrame }, 'shell.info', {});
    expect(await from(contents, contents.mainFrame)).toEqual({ ok: true, value: 'shell.info' });
    const refused = { ok: false, error: { code: 'bad-input' } };
    expect(await from({}, contents.mainFrame)).toMatchObject(refused);
    expect(await from(contents, { url: 'app://commonplace/' })).toMatchObject(refused);
    expect(await from(contents, null)).toMatchObject(refused);
    contents.mainFrame.url = 'https://example.org/';
    expect(await from(contents, contents.mainFrame)).toMatchObject(refused);
    contents.mainFrame.url = 'app://commonplace/';
    expect(dispatch).toHaveBeenCalledTimes(1);
    expect([...seen.ipc.keys()]).toEqual([callChannel]);
  });

  test('downloads only what the page made, through a dialog, under a safe name', () => {
    const download = (url: string, name: string) => {
      const item = Object.assign(new (class {})(), {
        getURL: () => url,
        getFilename: () => name,
        getSavePath: () => '/home/a/memo.pdf',
        setSaveDialogOptions: vi.fn(),
        setSavePath: vi.fn(),
        once: vi.fn((_name: string, done: (event: unknown, state: string) => void) => done({}, 'completed')),
      });
      const preventDefault = vi.fn();
      seen.session.emit('will-download', { preventDefault }, item);
      return { item, stopped: preventDefault.mock.calls.length > 0 };
    };
    expect(download('https://example.org/a.exe', 'a.exe').stopped).toBe(true);
    const { item, stopped } = download('blob:app://commonplace/7', '../../x:y.pdf');
    expect(stopped).toBe(false);
    const { defaultPath } = item.setSaveDialogOptions.mock.calls[0]![0] as { defaultPath: string };
    expect(defaultPath).toMatch(/[/\\]x-y\.pdf$/);
    expect(contents.sent.at(-1)).toEqual([eventChannel, 'shell.saved', { fileName: 'memo.pdf', folder: '/home/a' }]);
  });

  test('menu items become commands of the window', () => {
    const items = seen.menu.flatMap((menu) => menu.submenu ?? []);
    items.find((item) => item.label === 'New memo')!.click!();
    expect(contents.sent.at(-1)).toEqual([eventChannel, 'shell.command', { command: 'memo.new' }]);
  });

  test('remembers where it stood, and answers what is pending before it is gone', async () => {
    let finish: (value: { ok: true; value: unknown }) => void = () => undefined;
    dispatch.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    const handler = seen.ipc.get(callChannel)!;
    const answer = handler({ sender: contents, senderFrame: contents.mainFrame }, 'memos.save', {});
    let gone = false;
    void shell.closed.then(() => (gone = true));
    const closing = shell.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(gone).toBe(false);
    finish({ ok: true, value: 'saved' });
    await closing;
    expect(await answer).toEqual({ ok: true, value: 'saved' });
    expect(windowState.bounds()).toMatchObject({ x: 5, y: 6, width: 900, height: 700 });
    expect(seen.ipc.size).toBe(0);
  });
});

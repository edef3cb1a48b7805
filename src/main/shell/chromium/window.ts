import { readFile, unlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, BrowserType, Download, Page, Route } from 'playwright-core';
import { bindingName, deliverName, pageOrigin } from '../../../preload/channels';
import { CommonplaceError, failureFrom } from '../../../shared/result';
import { fromWire, toWire, type Base64 } from '../../../shared/wire';
import { displayFolder, saveUniquely, userFolder } from '../saving';
import { askForFolder, openInSystem, showInSystem } from '../system';
import type { Shell, ShellSetup } from '../types';
import { launchBrowser } from './launch';

export interface ChromiumShell extends Shell {
  readonly name: 'chromium';
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every request for something else than the app's own files: address and kind. None was let out. */
  readonly blockedRequests: string[];
}

export interface ChromiumSetup extends ShellSetup {
  browser: BrowserType;
  /** Where exports go; the user's Downloads folder unless a test says otherwise. */
  downloads?: string;
}

const base64: Base64 = {
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};

/** Opens the app's window in the machine's own Chromium, and ends when that window is closed. */
export async function openChromiumShell(setup: ChromiumSetup): Promise<ChromiumShell> {
  const { options, windowState, log } = setup;
  const context = await launchBrowser({ browser: setup.browser, options, bounds: windowState.bounds() });
  const page = context.pages()[0] ?? (await context.newPage());
  const blockedRequests: string[] = [];
  const pending = new Set<Promise<unknown>>();
  const closed = new Promise<void>((resolve) => {
    page.on('close', () => {
      // What the page sent on its way out is still answered before the core is closed.
      void Promise.allSettled(pending)
        .then(() => context.close().catch(() => undefined))
        .then(() => resolve());
    });
    context.on('close', () => resolve());
  });

  const shell: ChromiumShell = {
    name: 'chromium',
    context,
    page,
    blockedRequests,
    closed,
    send(name, payload) {
      const text = toWire({ name, payload }, base64);
      page.evaluate(deliverInPage, [deliverName, text] as const).catch(() => undefined);
    },
    chooseFolder: () => askForFolder(),
    openExternal: (url) => openInSystem(url),
    showFolder: (path) => showInSystem(path),
    async close() {
      await page.close({ runBeforeUnload: false }).catch(() => undefined);
      await closed;
    },
  };

  await context.route('**/*', (route) => serve(route, setup, blockedRequests));
  await context.routeWebSocket('**/*', (socket) => {
    blockedRequests.push(`${socket.url()} websocket`);
    void socket.close();
  });
  await context.exposeBinding(bindingName, ({ page: from, frame }, text: unknown) => {
    const answer = onBinding(text, setup, from === page && frame === page.mainFrame() && originOf(frame.url()));
    pending.add(answer);
    void answer.finally(() => pending.delete(answer));
    return answer;
  });
  const bridge = await readFile(fileURLToPath(new URL('../preload/chromium.cjs', import.meta.url)), 'utf8');
  await context.addInitScript({ content: `(() => {${bridge}\n})();` });
  denyOtherPages(context, page, log);
  page.on('download', (download) => void save(download, setup, shell));

  await page.goto(`${pageOrigin}/`, { waitUntil: 'commit' });
  // Back must not lead to the empty page the window started with.
  const session = await context.newCDPSession(page);
  page.once('load', () => void session.send('Page.resetNavigationHistory').catch(() => undefined));
  return shell;
}

/** Runs in the page. */
function deliverInPage([name, text]: readonly [string, string]): void {
  (globalThis as unknown as Record<string, ((text: string) => void) | undefined>)[name]?.(text);
}

async function serve(route: Route, setup: ChromiumSetup, blocked: string[]): Promise<void> {
  const request = route.request();
  if (originOf(request.url()) !== true) {
    blocked.push(`${request.url().slice(0, 200)} ${request.resourceType()}`);
    // subtle: 'aborted' and no other reason leaves the page where it is when the request was a navigation.
    setup.log(`Blocked a request to ${request.url().slice(0, 200)}`);
    return route.abort('aborted').catch(() => undefined);
  }
  const answer = await setup.files.answer(request.method(), request.url());
  // The page may be gone by now; then there is nobody to answer.
  await route.fulfill({ status: answer.status, headers: answer.headers, body: answer.body }).catch(() => undefined);
}

function originOf(url: string): boolean {
  try {
    return new URL(url).origin === pageOrigin;
  } catch {
    return false;
  }
}

async function onBinding(text: unknown, setup: ChromiumSetup, trusted: boolean): Promise<string> {
  try {
    if (!trusted || typeof text !== 'string')
      throw new CommonplaceError('bad-input', 'This call did not come from the app.');
    const message = fromWire(text, base64) as { method?: unknown; input?: unknown; bounds?: unknown } | null;
    if (message?.bounds !== undefined) {
      if (!setup.options.headless) setup.windowState.saveBounds(message.bounds);
      return 'null';
    }
    return toWire(await setup.dispatch(message?.method, message?.input), base64);
  } catch (error) {
    return toWire({ ok: false, error: failureFrom(error) }, base64);
  }
}

/** The app has one window. A second page (Ctrl+N, a link with a target) is closed before it shows anything. */
function denyOtherPages(context: BrowserContext, page: Page, log: (message: string) => void): void {
  context.on('page', (other) => {
    if (other === page) return;
    log('Closed a second window');
    other.close().catch(() => undefined);
  });
  page.on('dialog', (dialog) => {
    // Dismissing "leave this page?" would keep the window open against the user's will.
    const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss();
    answer.catch(() => undefined);
  });
}

async function save(download: Download, setup: ChromiumSetup, shell: Shell): Promise<void> {
  try {
    // Only what the page itself made: there is no network to download from.
    if (!download.url().startsWith(`blob:${pageOrigin}/`)) return await download.cancel();
    const folder = setup.downloads ?? (await userFolder('downloads'));
    const temporary = await download.path();
    const fileName = await saveUniquely(temporary, folder, download.suggestedFilename());
    await unlink(temporary).catch(() => undefined);
    shell.send('shell.saved', { fileName, folder: displayFolder(folder) });
  } catch (error) {
    setup.log(`A file could not be saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

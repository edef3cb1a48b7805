import { _electron, chromium, test as base, expect, type BrowserType, type Page } from '@playwright/test';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What out/main/chromium-shell.js exports; the built module is loaded, so that tests drive what users get. */
interface ChromiumModule {
  startChromiumApp(setup: unknown): Promise<{
    shell: { page: Page; blockedRequests: string[]; close(): Promise<void> };
    ended: Promise<void>;
  }>;
}

interface Started {
  page: Page;
  blockedRequests: string[];
  close(): Promise<void>;
}

export interface StartOptions {
  /** A library folder to open at once, as `--library` does. */
  library?: string;
  colorScheme?: 'light' | 'dark';
}

/** The app as one test sees it. */
export class App {
  /** Every console error and uncaught exception of the page. Must stay empty; a test that expects one removes it. */
  readonly consoleErrors: string[] = [];
  /** Every request that tried to leave the app. None gets out; the list must stay empty all the same. */
  readonly leavingRequests: string[] = [];
  readonly shell = process.env['COMMONPLACE_SHELL'] === 'electron' ? ('electron' as const) : ('chromium' as const);
  #started: Started | undefined;
  #options: StartOptions = {};

  constructor(
    /** Everything this test writes is below this folder: settings, documents, downloads. */
    readonly folder: string,
    /** More of Chromium's own flags; benchmarks need some. */
    private readonly flags: readonly string[] = [],
  ) {}

  get page(): Page {
    if (this.#started === undefined) throw new Error('The app is not running.');
    return this.#started.page;
  }
  get profile(): string {
    return join(this.folder, 'profile');
  }
  /** Where new libraries go by default. */
  get documents(): string {
    return join(this.folder, 'home', 'Documents');
  }
  get downloads(): string {
    return join(this.folder, 'downloads');
  }

  async makeFolders(): Promise<void> {
    for (const each of [this.profile, this.documents, this.downloads]) await mkdir(each, { recursive: true });
  }

  async start(options: StartOptions = this.#options): Promise<void> {
    this.#options = options;
    this.#started = this.shell === 'electron' ? await this.#startElectron() : await this.#startChromium();
    const { page } = this.#started;
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.consoleErrors.push(error.stack ?? error.message));
    if (options.colorScheme !== undefined) await page.emulateMedia({ colorScheme: options.colorScheme });
    // Scripts that are still loading when a test begins to click are nobody's interest.
    await page.waitForLoadState('load');
    await expect(page.locator('#root')).not.toBeEmpty();
  }

  /** For tests that provoke complaints on purpose, e.g. by pasting hostile markup: drops those seen so far. */
  forgetConsoleErrors(pattern: RegExp): void {
    const others = this.consoleErrors.filter((text) => !pattern.test(text));
    this.consoleErrors.splice(0, Infinity, ...others);
  }

  async close(): Promise<void> {
    const started = this.#started;
    this.#started = undefined;
    if (started === undefined) return;
    await started.close();
    this.leavingRequests.push(...started.blockedRequests);
  }

  /** Closes the window as a user does and starts the app again with the same folders. */
  async restart(options?: StartOptions): Promise<void> {
    await this.close();
    await this.start(options ?? this.#options);
  }

  /** Waits until an export arrived and gives its bytes. */
  async downloaded(name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const matches = (file: string) => (typeof name === 'string' ? file === name : name.test(file));
    let found: string | undefined;
    await expect
      .poll(async () => (found = (await readdir(this.downloads)).find(matches)), {
        message: `no download like ${String(name)}`,
      })
      .toBeDefined();
    return { name: found!, bytes: await readFile(join(this.downloads, found!)) };
  }

  /** The library answers nothing while this runs, and then all that it was asked. */
  async whileLibraryRests(work: () => Promise<void>): Promise<void> {
    const core = await descendantNamed('core.js');
    process.kill(core, 'SIGSTOP');
    try {
      await work();
    } finally {
      process.kill(core, 'SIGCONT');
    }
  }

  async #startChromium(): Promise<Started> {
    const module = (await import(pathToFileURL(join(outFolder, 'main/chromium-shell.js')).href)) as ChromiumModule;
    const restore = setEnvironment(this.#environment());
    try {
      const app = await module.startChromiumApp({
        options: {
          library: this.#options.library ?? null,
          profile: this.profile,
          headless: process.env['COMMONPLACE_HEADED'] !== '1',
          size: windowSize,
        },
        browser: withFlags(this.flags),
        downloads: this.downloads,
        log: () => undefined,
      });
      const close = async () => {
        await app.shell.close();
        await app.ended;
      };
      return { page: app.shell.page, blockedRequests: app.shell.blockedRequests, close };
    } finally {
      restore();
    }
  }

  async #startElectron(): Promise<Started> {
    const blockedRequests: string[] = [];
    const app = await _electron.launch({
      args: [
        dirname(outFolder),
        `--profile=${this.profile}`,
        `--window-size=${windowSize.width}x${windowSize.height}`,
        ...(this.#options.library === undefined ? [] : [`--library=${this.#options.library}`]),
      ],
      env: { ...(process.env as Record<string, string>), ...this.#environment() },
    });
    app.process().stderr?.on('data', (data: Buffer) => {
      for (const [, what] of data.toString('utf8').matchAll(/^Blocked a request to (.+)$/gm))
        blockedRequests.push(what!);
    });
    return { page: await app.firstWindow(), blockedRequests, close: () => app.close() };
  }

  #environment(): Record<string, string> {
    return {
      COMMONPLACE_DOCUMENTS: this.documents,
      COMMONPLACE_DOWNLOADS: this.downloads,
    };
  }
}

/** Chromium, always started with these flags too. */
function withFlags(flags: readonly string[]): BrowserType {
  if (flags.length === 0) return chromium;
  return Object.assign(Object.create(chromium) as BrowserType, {
    launchPersistentContext: ((profile, options) =>
      chromium.launchPersistentContext(profile, {
        ...options,
        args: [...(options?.args ?? []), ...flags],
      })) satisfies BrowserType['launchPersistentContext'],
  });
}

const outFolder = join(import.meta.dirname, '..', 'out');
const windowSize = { width: 1440, height: 900 };

/** The process below this one whose command line has this in it: on Linux only, where the tests that need it run. */
async function descendantNamed(words: string): Promise<number> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  const named: number[] = [];
  for (const name of processes) {
    const [stat, commandLine] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    parents.set(Number(name), Number(/\) \S (\d+)/.exec(stat!)?.[1]));
    if (commandLine!.includes(words)) named.push(Number(name));
  }
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && (id === process.pid || isBelow(parents.get(id)));
  const found = named.find(isBelow);
  if (found === undefined) throw new Error(`No process of this test is called ${words}.`);
  return found;
}

/** The Chromium shell runs in the test's own process; what its children inherit is set for the moment of starting. */
function setEnvironment(values: Record<string, string>): () => void {
  const before = Object.fromEntries(Object.keys(values).map((key) => [key, process.env[key]]));
  Object.assign(process.env, values);
  return () => {
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  };
}

interface TestFixtures {
  app: App;
  page: Page;
  startOptions: StartOptions;
  /** Puts into the app's folders what a test wants to find there, before the app starts. */
  prepare: (app: App) => Promise<void>;
}

/** `app` is running when the test begins; afterwards it is closed and must have been quiet: no errors, no requests. */
export const test = base.extend<TestFixtures>({
  startOptions: [{}, { option: true }],
  prepare: async ({}, use) => use(async () => {}),
  app: async ({ startOptions, prepare }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'commonplace-e2e-'));
    const app = new App(folder);
    await app.makeFolders();
    await prepare(app);
    testInfo.annotations.push({ type: 'shell', description: app.shell });
    try {
      await app.start(startOptions);
      await use(app);
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo
          .attach('window', { body: await app.page.screenshot(), contentType: 'image/png' })
          .catch(() => undefined);
      }
    } finally {
      await app.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    expect(app.leavingRequests, 'requests that tried to leave the app').toEqual([]);
    expect(app.consoleErrors, 'errors on the page’s console').toEqual([]);
  },
  page: async ({ app }, use) => use(app.page),
});

export { expect };

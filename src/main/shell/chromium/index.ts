import { chromium, type BrowserType } from 'playwright-core';
import { pageOrigin } from '../../../preload/channels';
import { startCore } from '../../core/client';
import { forkCore } from '../../core/fork';
import { startApp, type RunningApp } from '../app';
import type { ShellOptions } from '../options';
import { openChromiumShell, type ChromiumShell } from './window';

export interface ChromiumAppSetup {
  options: ShellOptions;
  /** The end-to-end tests pass their own, so that the page they get is one their assertions understand. */
  browser?: BrowserType;
  downloads?: string;
  log?: (message: string) => void;
}

/** The app in the machine's own Chromium, Chrome or Edge. Users and end-to-end tests start it here. */
export function startChromiumApp(setup: ChromiumAppSetup): Promise<RunningApp<ChromiumShell>> {
  return startApp({
    options: setup.options,
    origin: pageOrigin,
    startCore: (entry, settings) => startCore({ spawn: () => forkCore(entry), settings }),
    openShell: (shellSetup) =>
      openChromiumShell({
        ...shellSetup,
        browser: setup.browser ?? chromium,
        ...(setup.downloads === undefined ? {} : { downloads: setup.downloads }),
      }),
    ...(setup.log === undefined ? {} : { log: setup.log }),
  });
}

export { parseShellOptions } from '../options';
export { findChromium } from './find';
export { installHint } from './launch';

import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserType } from 'playwright-core';
import { CommonplaceError } from '../../../shared/result';
import type { ShellOptions } from '../options';
import type { WindowBounds } from '../window-state';
import { findChromium, isSnap } from './find';

export interface LaunchSetup {
  browser: BrowserType;
  options: ShellOptions;
  bounds: WindowBounds;
}

export const installHint =
  'Commonplace needs Electron’s runtime, Chromium, Chrome or Edge. Install one of them (Debian: apt install chromium).';

/**
 * Starts the machine's browser with one empty app window, a profile of its own, a debugging pipe and no port.
 * @throws CommonplaceError `unavailable` when there is no browser, no display, or it is open already
 */
export async function launchBrowser({ browser, options, bounds }: LaunchSetup): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new CommonplaceError('unavailable', installHint);
  const profile = isSnap(executablePath)
    ? join(homedir(), 'snap', 'chromium', 'common', 'commonplace')
    : join(options.profile, 'chromium');
  await mkdir(profile, { recursive: true, mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  try {
    return await browser.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless,
      // subtle: Playwright turns the sandbox off unless told; Chromium refuses to run as root with it.
      chromiumSandbox: !isRoot,
      ignoreDefaultArgs: ['--enable-automation', '--disable-popup-blocking', '--force-color-profile=srgb'],
      args: launchArguments(options, bounds, isRoot),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      acceptDownloads: true,
      serviceWorkers: 'block',
      // Reject every permission but writing to the clipboard on a click.
      permissions: ['clipboard-write'],
      // Playwright emulates all of these unless told not to; a real window follows the system.
      viewport: null,
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    });
  } catch (error) {
    throw explain(error);
  }
}

function launchArguments(options: ShellOptions, bounds: WindowBounds, isRoot: boolean): string[] {
  const size = options.size ?? bounds;
  return [
    // Replaced by the app at once; an empty page cannot fail to load.
    '--app=data:text/html,',
    `--window-size=${size.width},${size.height}`,
    ...(bounds.x === undefined || bounds.y === undefined ? [] : [`--window-position=${bounds.x},${bounds.y}`]),
    ...(bounds.maximised ? ['--start-maximized'] : []),
    '--class=Commonplace',
    // No name resolves and no address is dialled, whatever asks: the second wall behind request interception.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--no-pings',
    '--disable-translate',
    '--disable-print-preview',
    // Hides the warning bar about --no-sandbox, which root cannot do without.
    ...(isRoot ? ['--test-type='] : []),
  ];
}

function explain(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (/existing browser session|ProcessSingleton|profile appears to be in use/i.test(message)) {
    return new CommonplaceError('unavailable', 'Commonplace is already open. Use its window, or close it first.');
  }
  if (/Missing X server|\$DISPLAY|cannot open display|platform failed to initialize/i.test(message)) {
    return new CommonplaceError(
      'unavailable',
      'There is no display to open a window on. Start Commonplace in a desktop session.',
    );
  }
  if (/No usable sandbox|namespace sandbox|setuid sandbox/i.test(message)) {
    return new CommonplaceError(
      'unavailable',
      'Chromium cannot start its sandbox on this machine. Allow unprivileged user namespaces, or use the Electron shell.',
    );
  }
  return error;
}

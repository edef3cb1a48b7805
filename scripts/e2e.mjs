/**
 * `npm run test:e2e`: builds, finds a shell and a display, and runs Playwright with the arguments given.
 * `--headed` shows the window. `COMMONPLACE_SHELL=electron|chromium` forces a shell.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './lib/build.mjs';
import { aptInstall, electronRuntime, hasDisplay, onPath } from './lib/machine.mjs';
import { fail, root, run } from './lib/run.mjs';

const args = process.argv.slice(2);
const headed = args.includes('--headed');
await buildIfStale();
const { findChromium, installHint } = await import(pathToFileURL(join(root, 'out/main/chromium-shell.js')).href);

const forced = process.env['COMMONPLACE_SHELL'];
const shell = forced ?? (electronRuntime() === null ? 'chromium' : 'electron');
if (shell === 'electron' && electronRuntime() === null) {
  fail(
    'Electron’s runtime is not here: run "node node_modules/electron/install.js" where its download can be reached.',
  );
}
if (shell === 'chromium' && findChromium() === null) {
  await aptInstall(['chromium']);
  if (findChromium() === null) fail(installHint);
}

let command = [process.execPath, join(root, 'node_modules/@playwright/test/cli.js'), 'test'];
if (!args.some((argument) => argument.startsWith('--project'))) command.push('--project=e2e');
command.push(...args.filter((argument) => argument !== '--headed'));
// Electron has no windowless mode; Chromium needs a display only when somebody wants to look.
if (!hasDisplay() && (shell === 'electron' || headed)) {
  if (onPath('xvfb-run') === null) await aptInstall(['xvfb', 'xauth']);
  if (onPath('xvfb-run') === null) fail('These tests need a display: install xvfb (Debian: apt install xvfb xauth).');
  command = ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command];
}
const env = { ...process.env, COMMONPLACE_SHELL: shell, ...(headed ? { COMMONPLACE_HEADED: '1' } : {}) };
process.stderr.write(`End-to-end tests run in ${shell === 'electron' ? 'Electron' : 'Chromium'}.\n`);
process.exitCode = await run(command[0], command.slice(1), { env });

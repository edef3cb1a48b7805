/** `npm start`: builds when the sources are newer, then opens the window in the shell this machine has. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './lib/build.mjs';
import { electronRuntime, fetchElectron, hasDisplay } from './lib/machine.mjs';
import { fail, root, run, runNode } from './lib/run.mjs';

const { shell, rest } = takeShell(process.argv.slice(2));
if (shell !== undefined && shell !== 'electron' && shell !== 'chromium') {
  fail('--shell is electron or chromium.', 2);
}
const headless = rest.includes('--headless');
if (!headless && !hasDisplay()) {
  fail(
    'There is no display to open a window on: start Commonplace in a desktop session, or use the command line (npm run cli).',
  );
}

await buildIfStale();
const { findChromium, installHint } = await import(pathToFileURL(join(root, 'out/main/chromium-shell.js')).href);
const chromium = findChromium();

// Waiting is worth more where there is nothing else to fall back on.
const limit = shell === 'electron' || chromium === null ? 600_000 : 30_000;
const electron =
  shell === 'chromium' || headless
    ? null
    : (electronRuntime() ?? (await fetchElectron({ limit, demanded: shell === 'electron' || chromium === null })));

if (electron !== null) {
  process.exitCode = await run(electron, [root, ...rest]);
} else if (shell === 'electron') {
  fail(
    'Electron’s runtime is not here and could not be fetched: connect to the internet once, or use --shell chromium.',
  );
} else if (chromium === null) {
  fail(installHint);
} else {
  process.exitCode = await runNode(join(root, 'out/main/chromium.js'), rest);
}

function takeShell(args) {
  const rest = [];
  let shell;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--shell') shell = args[++i] ?? '';
    else if (args[i].startsWith('--shell=')) shell = args[i].slice('--shell='.length);
    else rest.push(args[i]);
  }
  return { shell, rest };
}

import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, root, runNode } from './run.mjs';

const out = join(root, 'out');
const next = join(root, 'out.next');
const previous = join(root, 'out.previous');
const stamp = join(out, 'built');
const lock = join(root, 'out.lock');

function newestUnder(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // A folder's time changes when something in it is deleted or renamed, so folders count too.
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  }
  return newest;
}

/** True when `out/` is missing or older than anything it is made from. */
function isStale() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return true;
  const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
  const newest = Math.max(
    newestUnder(join(root, 'src')),
    ...files.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
  return newest > built;
}

/**
 * Builds when needed, beside the old build, and swaps the two at the end: a failed or half-done build is never run, and
 * two programs starting at once build once.
 */
export async function buildIfStale({ quiet = true } = {}) {
  if (!isStale()) return;
  await takeLock();
  try {
    if (!isStale()) return;
    const started = new Date();
    if (quiet) process.stderr.write('Building Commonplace…\n');
    rmSync(next, { recursive: true, force: true });
    const code = await runNode(
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      ['build', '--logLevel', 'warn'],
      {
        stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
        env: { ...process.env, COMMONPLACE_OUT: 'out.next' },
      },
    );
    if (code !== 0) fail('The build failed; see above.', code);
    writeFileSync(join(next, 'built'), '');
    // Sources that changed while the build ran make it stale again.
    utimesSync(join(next, 'built'), started, started);
    rmSync(previous, { recursive: true, force: true });
    if (existsSync(out)) renameSync(out, previous);
    renameSync(next, out);
    rmSync(previous, { recursive: true, force: true });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

async function takeLock() {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (waited > 0 && !holderLives()) rmSync(lock, { recursive: true, force: true });
    if (waited > 300_000) fail('Another build has been running for five minutes. Remove out.lock and try again.');
    await wait(200);
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

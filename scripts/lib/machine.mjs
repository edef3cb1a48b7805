import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, runNode } from './run.mjs';

/** The path of Electron's runtime, or null when only its npm package is there. */
export function electronRuntime() {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}

const unreachable = join(root, 'node_modules', '.commonplace-electron-unreachable');
const day = 86_400_000;

/**
 * Electron's runtime, fetched by its own installer if it is not there yet. A machine where that failed is not asked
 * again for a day, unless Electron is demanded.
 * @param {{limit: number, demanded: boolean}} how limit in milliseconds
 */
export async function fetchElectron({ limit, demanded }) {
  const here = electronRuntime();
  if (here !== null) return here;
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  const failed = statSync(unreachable, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!demanded && Date.now() - failed < day) return null;
  process.stderr.write('Fetching Electron’s runtime (once)…\n');
  await runNode(installer, [], { stdio: 'ignore', timeout: limit });
  const fetched = electronRuntime();
  if (fetched === null) writeFileSync(unreachable, '');
  return fetched;
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** The first of these programs that is on the PATH, or null. */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (folder !== '' && existsSync(path)) return path;
      }
    }
  }
  return null;
}

/** Installs Debian packages when this process may (root with apt-get). */
export async function aptInstall(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || onPath('apt-get') === null) return false;
  process.stderr.write(`Installing ${packages.join(', ')} with apt-get…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  await run('apt-get', ['update', '-qq'], { env, stdio, timeout: 300_000 });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return (await run('apt-get', args, { env, stdio, timeout: 900_000 })) === 0;
}

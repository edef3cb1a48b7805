import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Machine {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  isProgram(path: string): boolean;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  isProgram(path) {
    try {
      accessSync(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
});

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macPrograms = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * The Chromium, Chrome or Edge of this machine, or null. `COMMONPLACE_CHROMIUM` names another one. A snap's Chromium
 * comes last: its confinement keeps it out of hidden folders, where the app's profile is.
 */
export function findChromium(machine: Machine = thisMachine()): string | null {
  const chosen = machine.environment['COMMONPLACE_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return machine.isProgram(chosen) ? chosen : null;
  return candidates(machine).find((path) => machine.isProgram(path)) ?? null;
}

function candidates({ platform, environment }: Machine): string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return windowsPrograms.flatMap((path) => roots.map((root) => join(root, ...path)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment['HOME'] ?? '', 'Applications')];
    return macPrograms.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const folders = (environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin')
    .split(delimiter)
    .filter((path) => path !== '');
  const found = linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...found.filter((path) => !isSnap(path)), ...found.filter(isSnap)];
}

export function isSnap(path: string): boolean {
  return path.startsWith('/snap/');
}

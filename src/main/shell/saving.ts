import { constants } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name that is safe on every system: no separators, no reserved names, no control or bidirectional characters,
 * at most 120 characters with its extension kept. Never empty.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const extension = extname(cleaned).slice(0, 12);
  const stem = cleaned.slice(0, cleaned.length - extname(cleaned).length);
  const short = [...stem]
    .slice(0, 120 - extension.length)
    .join('')
    .trimEnd();
  const whole = (short === '' ? 'file' : short) + extension;
  return reservedOnWindows.test(whole) ? `_${whole}` : whole;
}

/**
 * Copies a finished download into a folder without ever replacing a file that is there: `Name.pdf`, `Name (2).pdf`, …
 * @returns the name it got
 */
export async function saveUniquely(temporaryFile: string, folder: string, suggestedName: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = safeFileName(suggestedName);
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let attempt = 1; ; attempt++) {
    const candidate = attempt === 1 ? name : `${stem} (${attempt})${extension}`;
    try {
      // Exclusive creation also refuses a symbolic link that stands under the name.
      await copyFile(temporaryFile, join(folder, candidate), constants.COPYFILE_EXCL);
      return candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt >= 10_000) throw error;
    }
  }
}

const userFolders = {
  downloads: { xdg: 'XDG_DOWNLOAD_DIR', name: 'Downloads' },
  documents: { xdg: 'XDG_DOCUMENTS_DIR', name: 'Documents' },
};

/** The user's Downloads or Documents folder: on Linux the one of xdg-user-dirs, which people rename and translate. */
export async function userFolder(
  kind: keyof typeof userFolders,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  const { xdg, name } = userFolders[kind];
  const home = (platform === 'win32' ? environment['USERPROFILE'] : environment['HOME']) ?? homedir();
  if (platform === 'linux') {
    const config = environment['XDG_CONFIG_HOME'] ?? join(home, '.config');
    const text = await readFile(join(config, 'user-dirs.dirs'), 'utf8').catch(() => '');
    const match = new RegExp(`^\\s*${xdg}="(\\$HOME)?(/[^"]*)"`, 'm').exec(text);
    if (match !== null) return match[1] === undefined ? match[2]! : join(home, match[2]!);
  }
  return join(home, name);
}

/** A folder as people read it: '~' for the home folder. */
export function displayFolder(folder: string, home = homedir()): string {
  return folder === home || folder.startsWith(home + '/') ? '~' + folder.slice(home.length) : folder;
}

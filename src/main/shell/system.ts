import { execFile } from 'node:child_process';
import { CommonplaceError } from '../../shared/result';

/** Asking the desktop for things, for the shell that has no native dialogs of its own. No shell is ever involved. */
export interface Attempt {
  program: string;
  arguments: string[];
}

type Outcome = { kind: 'done'; output: string } | { kind: 'declined' } | { kind: 'missing' };

function attempt({ program, arguments: args }: Attempt): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8', windowsHide: true }, (error, stdout) => {
      if (error === null) resolve({ kind: 'done', output: stdout.trim() });
      else resolve({ kind: error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'declined' });
    });
  });
}

const title = 'Open a Commonplace library';

export function folderDialogs(platform: NodeJS.Platform): Attempt[] {
  if (platform === 'darwin') {
    return [{ program: 'osascript', arguments: ['-e', `POSIX path of (choose folder with prompt "${title}")`] }];
  }
  if (platform === 'win32') {
    const script =
      'Add-Type -AssemblyName System.Windows.Forms;' +
      '$d = New-Object System.Windows.Forms.FolderBrowserDialog;' +
      `$d.Description = '${title}';` +
      '[Console]::OutputEncoding = [Text.Encoding]::UTF8;' +
      "if ($d.ShowDialog() -eq 'OK') { $d.SelectedPath } else { exit 1 }";
    return [{ program: 'powershell.exe', arguments: ['-NoProfile', '-STA', '-Command', script] }];
  }
  return [
    { program: 'zenity', arguments: ['--file-selection', '--directory', `--title=${title}`] },
    { program: 'kdialog', arguments: ['--title', title, '--getexistingdirectory', '.'] },
  ];
}

/**
 * Shows the desktop's folder dialog.
 * @returns null when the user cancels
 * @throws CommonplaceError `unavailable` when the machine has none
 */
export async function askForFolder(attempts = folderDialogs(process.platform)): Promise<string | null> {
  for (const one of attempts) {
    const outcome = await attempt(one);
    if (outcome.kind === 'missing') continue;
    return outcome.kind === 'done' && outcome.output !== '' ? outcome.output : null;
  }
  throw new CommonplaceError(
    'unavailable',
    'This machine has no folder dialog that Commonplace can show. Start it with: npm start -- --library DIR',
  );
}

export function urlOpeners(platform: NodeJS.Platform, url: string): Attempt[] {
  if (platform === 'darwin') return [{ program: 'open', arguments: [url] }];
  // Not `cmd /c start`: it would read & and % in the URL.
  if (platform === 'win32') return [{ program: 'rundll32.exe', arguments: ['url.dll,FileProtocolHandler', url] }];
  return [
    { program: 'xdg-open', arguments: [url] },
    { program: 'gio', arguments: ['open', url] },
  ];
}

/**
 * Opens a URL, already checked by `externalUrl`, in the user's browser or mail program.
 * @throws CommonplaceError `unavailable` when nothing on the machine opens links
 */
export async function openInSystem(url: string, attempts = urlOpeners(process.platform, url)): Promise<void> {
  for (const one of attempts) {
    const outcome = await attempt(one);
    if (outcome.kind === 'done') return;
  }
  throw new CommonplaceError('unavailable', `No program to open links was found. The address is ${url}`);
}

export function folderOpeners(platform: NodeJS.Platform, path: string): Attempt[] {
  if (platform === 'darwin') return [{ program: 'open', arguments: ['-a', 'Finder', path] }];
  // Explorer ends with 1 also when all went well: having started it is enough.
  if (platform === 'win32') return [{ program: 'explorer.exe', arguments: [path] }];
  return [
    { program: 'xdg-open', arguments: [path] },
    { program: 'gio', arguments: ['open', path] },
  ];
}

/**
 * Shows a folder in the desktop's file manager.
 * @throws CommonplaceError `unavailable` when the machine has none
 */
export async function showInSystem(path: string, attempts = folderOpeners(process.platform, path)): Promise<void> {
  for (const one of attempts) {
    const outcome = await attempt(one);
    if (outcome.kind === 'done' || (outcome.kind === 'declined' && process.platform === 'win32')) return;
  }
  throw new CommonplaceError('unavailable', `No file manager was found to show it. The folder is ${path}`);
}

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommonplaceError } from '../../shared/result';

/** What the command line says about one start of the app. */
export interface ShellOptions {
  /** Library folder to open at once. */
  library: string | null;
  /** The app's own folder: window state, known libraries, browser profile. */
  profile: string;
  /** No window on the screen; for tests, Chromium only. */
  headless: boolean;
  size: { width: number; height: number } | null;
}

/**
 * Flags of `npm start --` and of both shells' entries.
 * @throws CommonplaceError `bad-input` with the usage for anything unknown
 */
export function parseShellOptions(argv: readonly string[], environment: NodeJS.ProcessEnv = process.env): ShellOptions {
  const values = parse(argv);
  const size = values['window-size'] === undefined ? null : parseSize(values['window-size']);
  return {
    library: values.library === undefined ? null : resolve(values.library),
    profile: resolve(values.profile ?? defaultAppFolder(environment)),
    headless: values.headless ?? false,
    size,
  };
}

export const usage =
  'Usage: npm start -- [--shell electron|chromium] [--library DIR] [--profile DIR] [--window-size WIDTHxHEIGHT]';

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        library: { type: 'string' },
        profile: { type: 'string' },
        headless: { type: 'boolean' },
        'window-size': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new CommonplaceError('bad-input', `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function parseSize(text: string): { width: number; height: number } {
  const match = /^(\d{3,5})[x,](\d{3,5})$/.exec(text);
  if (match === null) throw new CommonplaceError('bad-input', `--window-size wants e.g. 1280x800, not "${text}".`);
  return { width: Number(match[1]), height: Number(match[2]) };
}

/** The folder an app of this platform keeps its own settings in. */
export function defaultAppFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') {
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Commonplace');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Commonplace');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'commonplace');
}

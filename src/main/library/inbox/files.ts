import { lstat, mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { libraryPaths } from '../open';

/** Where a file goes once it was dealt with. Nothing is deleted: emptying these two is the user's business. */
export const broughtIn = 'Brought in';
export const refused = 'Refused';

/** Where the library's inbox is: files put there come in by themselves. */
export function inboxFolder(libraryFolder: string): string {
  return libraryPaths(libraryFolder).inbox;
}

/** Whether a file or folder of that name in the inbox is left alone: hidden, still being written, or done with. */
export function isLeftAlone(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    name === broughtIn ||
    name === refused ||
    /\.(?:crdownload|part|partial|download|tmp)$/iu.test(name)
  );
}

/** Names of the files waiting in an inbox, in order; none if there is no inbox. Folders and links are no files. */
export async function waitingFiles(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && !isLeftAlone(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b));
}

/** Moves a file, and the folder of pictures that a browser saved beside it, out of the way, under a name that is free. */
export async function setAside(inbox: string, name: string, where: typeof broughtIn | typeof refused): Promise<void> {
  const folder = join(inbox, where);
  await mkdir(folder, { recursive: true });
  const free = await freeName(folder, name);
  await rename(join(inbox, name), join(folder, free));
  const companion = companionOf(name);
  if (companion !== null && (await isFolder(join(inbox, companion)))) {
    await rename(join(inbox, companion), join(folder, await freeName(folder, companion)));
  }
}

/** Browsers save "Page.html" with a folder "Page_files". */
function companionOf(name: string): string | null {
  return /\.x?html?$/iu.test(name) ? `${basename(name, extname(name))}_files` : null;
}

async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${basename(name, extension)} ${number}${extension}`;
    if (!(await exists(join(folder, candidate)))) return candidate;
  }
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

const isFolder = (path: string) =>
  lstat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

/** Makes the inbox where it is not there yet. */
export async function ensureInbox(libraryFolder: string): Promise<string> {
  const inbox = inboxFolder(libraryFolder);
  // subtle: never through a link that lies where the inbox should be, in a library from elsewhere.
  if (!(await isFolder(inbox))) await mkdir(inbox);
  return inbox;
}

/** The inbox's file a path names, if it lies directly in it. */
export function nameInInbox(inbox: string, path: string): string | null {
  return dirname(path) === inbox ? basename(path) : null;
}

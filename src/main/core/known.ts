import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import * as v from 'valibot';
import type { KnownLibrary } from '../../shared/domain/library';
import { CommonplaceError } from '../../shared/result';
import { newDeviceId } from '../library/changes/ids';
import type { Log } from '../library/context';
import { libraryPaths } from '../library/open';

const entrySchema = v.object({
  key: v.string(),
  name: v.string(),
  folder: v.string(),
  lastOpened: v.string(),
  /** Made here, or opened once after the user agreed. */
  trusted: v.boolean(),
});
const fileSchema = v.object({
  version: v.literal(1),
  /** This installation in the stamps of changes. */
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  libraries: v.array(entrySchema),
});

export type KnownEntry = v.InferOutput<typeof entrySchema>;
type KnownFile = v.InferOutput<typeof fileSchema>;

/** The libraries this installation knows, in `libraries.json` of the app's folder. */
export interface KnownLibraries {
  readonly device: string;
  list(): Promise<KnownLibrary[]>;
  find(key: string): KnownEntry;
  /** Makes a folder known, so that calls can name it by key. @throws `not-a-library` */
  know(folder: string): Promise<KnownEntry>;
  remember(key: string, facts: Partial<Omit<KnownEntry, 'key'>>): Promise<void>;
  forget(key: string): Promise<void>;
}

/** A damaged file is put aside and the list starts empty: the libraries themselves are elsewhere and untouched. */
export async function openKnownLibraries(appFolder: string, log: Log): Promise<KnownLibraries> {
  const path = join(appFolder, 'libraries.json');
  const file = await readKnown(path, log);
  let saving: Promise<unknown> = Promise.resolve();

  const save = (): Promise<void> => {
    const text = `${JSON.stringify(file, null, 2)}\n`;
    const saved = saving.then(() => writeAtomically(path, text));
    saving = saved.catch(() => undefined);
    return saved;
  };
  const find = (key: string): KnownEntry => {
    const entry = file.libraries.find((library) => library.key === key);
    if (!entry)
      throw new CommonplaceError('not-found', 'This library is not in the list any more. Choose its folder again.');
    return entry;
  };

  return {
    device: file.device,
    find,
    async list() {
      const byTime = [...file.libraries].sort((a, b) => (a.lastOpened < b.lastOpened ? 1 : -1));
      return Promise.all(
        byTime.map(async ({ key, name, folder, lastOpened }) => ({
          key,
          name,
          folder: shortFolder(folder),
          lastOpened,
          present: await hasLibrary(folder),
        })),
      );
    },
    async know(folder) {
      if (!(await hasLibrary(folder))) {
        throw new CommonplaceError(
          'not-a-library',
          'There is no Commonplace library in this folder. Choose a folder whose name ends in “.commonplace”.',
        );
      }
      const real = await realpath(folder);
      const known = file.libraries.find((library) => library.folder === real);
      if (known) return known;
      const entry = { key: randomUUID(), name: nameOfFolder(real), folder: real, lastOpened: '', trusted: false };
      file.libraries.push(entry);
      await save();
      return entry;
    },
    async remember(key, facts) {
      Object.assign(find(key), facts);
      await save();
    },
    async forget(key) {
      file.libraries.splice(file.libraries.indexOf(find(key)), 1);
      await save();
    },
  };
}

/** The folder as people read it. */
export function shortFolder(folder: string): string {
  const home = homedir();
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}

function nameOfFolder(folder: string): string {
  return basename(folder).replace(/\.commonplace$/, '');
}

async function hasLibrary(folder: string): Promise<boolean> {
  const facts = await stat(libraryPaths(folder).database).catch(() => undefined);
  return facts?.isFile() === true;
}

async function readKnown(path: string, log: Log): Promise<KnownFile> {
  const empty = (): KnownFile => ({ version: 1, device: newDeviceId(), libraries: [] });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') log.warn('list of libraries cannot be read');
    return empty();
  }
  try {
    return v.parse(fileSchema, JSON.parse(text));
  } catch {
    log.warn('list of libraries is damaged and was put aside');
    await rename(path, `${path}.damaged`).catch(() => undefined);
    return empty();
  }
}

async function writeAtomically(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, path);
}

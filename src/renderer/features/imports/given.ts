import { fileNamingExtensions } from '../../../shared/domain/imports';
import { folderOf } from '../../../shared/imports/named-files';

/** A file as it was given: dropped, chosen, or found in a folder that was. */
export interface GivenFile {
  file: File;
  /** Its place in the folder it came in, with forward slashes; its name alone where it came by itself. */
  path: string;
}

/** What is to be brought in: a file, and for a bibliography the files that lie beside it. */
export interface GivenWork {
  given: GivenFile;
  beside: GivenFile[];
}

/**
 * What to bring in of the files that were given. In a folder with a bibliography the other files are brought in by what the
 * bibliography says of them; everywhere else each is a source.
 */
export function workOf(given: readonly GivenFile[]): GivenWork[] {
  const visible = given.filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')));
  const bibliographies = visible.filter(({ path }) => namesFiles(path));
  const folders = bibliographies.map(({ path }) => folderOf(path)).filter((folder) => folder !== '');
  return visible
    .filter((file) => bibliographies.includes(file) || !folders.some((folder) => file.path.startsWith(folder)))
    .map((file) => {
      if (!bibliographies.includes(file)) return { given: file, beside: [] };
      const folder = folderOf(file.path);
      const beside = visible
        .filter((other) => other !== file && other.path.startsWith(folder))
        .map((other) => ({ ...other, path: other.path.slice(folder.length) }));
      return { given: file, beside };
    });
}

function namesFiles(path: string): boolean {
  const extension = /\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  return fileNamingExtensions.has(extension);
}

/** More than this of a dropped folder is not read; nobody drops so much on purpose. */
const mostFiles = 20_000;

/** Everything that was dropped, folders opened. Must be called while the drop is being handled: afterwards it is gone. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const given: GivenFile[] = [];
  for (const entry of entries) await collect(entry, '', given);
  return given;
}

async function collect(entry: FileSystemEntry, folder: string, given: GivenFile[]): Promise<void> {
  if (given.length >= mostFiles) return;
  const path = folder + entry.name;
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file !== null) given.push({ file, path });
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader();
    for (;;) {
      // A reader gives a hundred entries at a time, and none at the end.
      const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (some.length === 0) return;
      for (const inside of some) await collect(inside, `${path}/`, given);
    }
  }
}

/** Files that were chosen, with their places in the folder that was. */
export function chosenFiles(files: Iterable<File>): GivenFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

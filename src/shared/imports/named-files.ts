import type { NamedFile, SourceOutcome } from '../domain/imports';
import { failureFrom } from '../result';

/**
 * Finds the file that a bibliography names among those beside it. Paths are relative to the bibliography's folder; EndNote's
 * leave out the folders that all its files lie in, so a path may also be the end of exactly one that is there.
 * @param available paths with forward slashes
 */
export function findNamed(path: string, available: readonly string[]): string | undefined {
  const wanted = path.normalize('NFC');
  const same = available.find((each) => each.normalize('NFC') === wanted);
  if (same !== undefined) return same;
  const ends = available.filter((each) => each.normalize('NFC').endsWith(`/${wanted}`));
  return ends.length === 1 ? ends[0] : undefined;
}

/**
 * Brings in the files that a bibliography names and that are at hand, each for its source; the others go on waiting.
 * @param bring brings one of them in, as the text of its source where it belongs to one
 */
export async function bringNamedFiles(
  files: readonly NamedFile[],
  available: readonly string[],
  bring: (found: string, file: NamedFile) => Promise<SourceOutcome>,
): Promise<NamedFile[]> {
  const results: NamedFile[] = [];
  for (const file of files) {
    const found = file.status === 'waiting' ? findNamed(file.path, available) : undefined;
    results.push(found === undefined ? file : await broughtIn(file, () => bring(found, file)));
  }
  return results;
}

async function broughtIn(file: NamedFile, bring: () => Promise<SourceOutcome>): Promise<NamedFile> {
  try {
    const { status, sourceId } = await bring();
    return { ...file, sourceId, status: status === 'already-there' ? 'already-there' : 'in' };
  } catch (error) {
    const { code, message } = failureFrom(error);
    // Who stops an import wants no file refused for it.
    return code === 'cancelled' ? file : { ...file, status: 'refused', reason: message };
  }
}

/** The folder a path lies in, with its slash at the end; '' for none. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What should be known about the files that a bibliography names: one sentence for those that are missing, one each for the refused. */
export function fileRemarks(files: readonly NamedFile[]): string[] {
  const missing = files.filter(({ status }) => status === 'waiting').map(({ path }) => path);
  const refused = files.filter(({ status }) => status === 'refused');
  const list = missing.slice(0, mostNamed).join(', ');
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  return [
    ...(missing.length === 0
      ? []
      : [
          `${missing.length === 1 ? 'A file that it names was' : `${missing.length} files that it names were`} not with it: ${list}${more}. Bring in the folder they lie in, or a ZIP archive of it.`,
        ]),
    ...refused.map(({ path, reason }) => `The file “${path}” was not brought in. ${reason}`),
  ];
}

const mostNamed = 10;

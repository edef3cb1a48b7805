import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { NamedFile } from '../../shared/domain/imports';
import { isBibliographyName } from '../importing/formats';

/**
 * Which of the files that a bibliography names lie beside it, by their paths from its folder. EndNote keeps its own in
 * "NAME.Data/PDF". A link that leads out of the folder is not followed.
 */
export async function filesBeside(bibliography: string, files: readonly NamedFile[]): Promise<string[]> {
  const folder = await realpath(dirname(bibliography)).catch(() => null);
  if (folder === null) return [];
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const data = inside.filter((entry) => entry.isDirectory() && entry.name.endsWith('.Data'));
  const bases = ['', ...data.map(({ name }) => `${name}/PDF/`)];
  const found: string[] = [];
  for (const { path } of files) {
    for (const base of bases) if (await isFileIn(folder, base + path)) found.push(base + path);
  }
  return [...new Set(found)];
}

async function isFileIn(folder: string, path: string): Promise<boolean> {
  return (await fileIn(folder, path)) !== null;
}

/**
 * Where a file really lies that is named by its path from a folder; null if it lies outside of that, by `..` or by a link, or is
 * no ordinary file.
 */
export async function fileIn(folder: string, path: string): Promise<string | null> {
  const base = await realpath(folder).catch(() => null);
  const real = await realpath(join(folder, path)).catch(() => null);
  if (base === null || real === null || !real.startsWith(base + sep)) return null;
  return (await stat(real).catch(() => null))?.isFile() ? real : null;
}

/** The bibliographies that lie directly in a folder; none for what is no folder. */
export async function bibliographiesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isBibliographyName(entry.name))
    .map(({ name }) => join(path, name))
    .toSorted();
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path below the project's `resources/` folder, found by walking up from this module: the same from the sources,
 * from `out/` and from a packaged app. Throws when the folder is not part of the installation.
 */
export function resourcePath(...parts: string[]): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'sample', 'dossier.json'))) return join(candidate, ...parts);
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The resources folder is missing from this installation.');
    folder = parent;
  }
}

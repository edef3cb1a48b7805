import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Builds the app if its build is older than its source. */
export async function buildApp(): Promise<void> {
  const build = pathToFileURL(join(import.meta.dirname, '..', 'scripts', 'lib', 'build.mjs')).href;
  await ((await import(build)) as { buildIfStale(): Promise<void> }).buildIfStale();
}

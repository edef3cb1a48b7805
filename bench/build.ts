import { stat } from 'node:fs/promises';
import { createLibrary } from '../src/main/library/open';
import { rebuildIndex } from '../src/main/library/search';
import { benchOptions } from './asking';
import { fillLibrary, type CorpusExcerpt } from './corpus';
import { rounded } from './statistics';

/**
 * Makes the library of that size in this folder if it is not there. Gives its excerpts, of one that is there the first
 * `wanted`; `buildMs` is the index's, null if it was there.
 */
export async function buildLibrary(
  library: string,
  size: number,
  say: (text: string) => void,
  wanted = size,
): Promise<{ excerpts: CorpusExcerpt[]; buildMs: number | null }> {
  const there = await stat(library).then(
    () => true,
    () => false,
  );
  if (there) {
    say(`using the library that is there`);
    return { excerpts: await fillLibrary(null, Math.min(size, wanted)), buildMs: null };
  }
  const { context, close } = await createLibrary(library, { ...benchOptions, name: 'Bench' });
  say(`writing ${size} excerpts`);
  const excerpts = await fillLibrary((work) => context.db.write(work), size);
  say('building the index');
  const started = performance.now();
  await context.db.write(rebuildIndex);
  const buildMs = rounded(performance.now() - started);
  await close();
  return { excerpts, buildMs };
}

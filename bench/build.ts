import { stat } from 'node:fs/promises';
import { createLibrary } from '../src/main/library/open';
import { rebuildIndex } from '../src/main/library/search';
import { indexFacts } from '../src/main/library/search/upkeep/store';
import { benchOptions } from './asking';
import { fillLibrary, type Amounts, type Paragraph } from './corpus';
import { rounded } from './statistics';

/**
 * Makes the library of these amounts in this folder if it is not there. Gives its paragraphs, of one that is there the first
 * `most`; `buildMs` is the index's, null if it was there.
 */
export async function buildLibrary(
  library: string,
  amounts: Amounts,
  say: (text: string) => void,
  most = Infinity,
): Promise<{ paragraphs: Paragraph[]; buildMs: number | null }> {
  const there = await stat(library).then(
    () => true,
    () => false,
  );
  if (there) {
    say(`using the library that is there`);
    return { paragraphs: await fillLibrary(null, amounts, { most }), buildMs: null };
  }
  const { context, close } = await createLibrary(library, { ...benchOptions, name: 'Bench' });
  say(`writing ${amounts.excerpts} excerpts`);
  const paragraphs = await fillLibrary((work) => context.db.write(work), amounts);
  say('building the index');
  const told = setInterval(() => {
    void context.db.read(indexFacts).then(({ documents }) => say(`indexed ${documents} documents`));
  }, 15_000);
  const started = performance.now();
  await rebuildIndex(context.db);
  const buildMs = rounded(performance.now() - started);
  clearInterval(told);
  await close();
  return { paragraphs, buildMs };
}

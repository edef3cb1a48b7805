import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importContent } from '../importing/import';
import { ordinaryLimits as limits } from '../importing/limits';

/** A list of references or annotations in each format, and what a person finds in the library when it is in. */

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.expected.json') && name !== 'README.md');

it.each(fixtures)('%s is read as expected', async (fileName) => {
  const bytes = new Uint8Array(readFileSync(new URL(fileName, folder)));
  const imported = await importContent({ kind: 'file', fileName, bytes, limits });
  const outcome = imported.kind === 'references' ? imported.references : imported;
  await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(
    new URL(`${fileName}.expected.json`, folder).pathname,
  );
});

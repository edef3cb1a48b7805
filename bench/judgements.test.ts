import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestLibrary, temporaryFolder } from '../src/main/library/testing';
import { judgeCorpus, judgeSample, judgeScripts, type Judged } from './judge';

/** What was reached when these were last looked at: raise them when search gets better, never lower them. */
const reached = {
  sample: { recallAt10: 1, mrr: 0.965 },
  scripts: { recallAt10: 1, mrr: 1 },
  corpus: { recallAt10: 1, mrr: 1 },
};

function check(name: keyof typeof reached, judged: Judged): void {
  process.stdout.write(`judgements, ${name}: ${JSON.stringify(judged)}\n`);
  expect(judged.recallAt10, judged.missed.join('; ')).toBeGreaterThanOrEqual(reached[name].recallAt10);
  expect(judged.mrr).toBeGreaterThanOrEqual(reached[name].mrr);
}

it('finds what was wanted in the sample library', async () => {
  check('sample', await judgeSample(join(await temporaryFolder(), 'Sample.commonplace')));
}, 60_000);

it('finds what was wanted in other letters and scripts', async () => {
  check('scripts', await judgeScripts((await openTestLibrary()).context));
}, 60_000);

it('finds what was wanted in a generated corpus', async () => {
  check('corpus', await judgeCorpus((await openTestLibrary()).context));
}, 120_000);

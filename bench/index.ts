import { parseArgs } from 'node:util';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '../src/main/library/open';
import { benchOptions } from './asking';
import { judgeCorpus, judgeSample, judgeScripts } from './judge';
import { benchSearch } from './search';

/** `npm run bench -- judgements`, or `npm run bench -- search [--size N] [--queries N] [--fuse-queries N] [--library DIR] [--json]` */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '10000' },
      queries: { type: 'string', default: '300' },
      'fuse-queries': { type: 'string', default: '20' },
      library: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals[0] === 'judgements') return judgements();
  const [size, queries, fuseQueries] = [values.size, values.queries, values['fuse-queries']].map(Number);
  if (
    positionals[0] !== 'search' ||
    !Number.isInteger(size) ||
    size! < 1 ||
    !Number.isInteger(queries) ||
    !Number.isInteger(fuseQueries)
  ) {
    process.stderr.write(
      'Usage: npm run bench -- judgements | search [--size N] [--queries N] [--fuse-queries N] [--library DIR] [--json]\n',
    );
    return 2;
  }
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const result = await benchSearch(size!, {
    queries: queries!,
    fuseQueries: fuseQueries!,
    library: values.library,
    say,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    const { fuse, ...ours } = result;
    process.stdout.write(`${JSON.stringify(ours, null, 2)}\nFuse.js alone: ${JSON.stringify(fuse)}\n`);
  }
  return 0;
}

/** Prints recall and mean reciprocal rank of every set of judgements. */
async function judgements(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  try {
    const print = (name: string, judged: object) => process.stdout.write(`${name}: ${JSON.stringify(judged)}\n`);
    print('sample', await judgeSample(join(folder, 'Sample.commonplace')));
    for (const [name, judge] of [['scripts', judgeScripts] as const, ['corpus', judgeCorpus] as const]) {
      const { context, close } = await createLibrary(join(folder, `${name}.commonplace`), { ...benchOptions, name });
      print(name, await judge(context));
      await close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

process.exitCode = await main();

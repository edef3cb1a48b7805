import { parseArgs } from 'node:util';
import { benchSearch } from './search';

/** `npm run bench -- search [--size N] [--queries N] [--fuse-queries N] [--library DIR] [--json]` */
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
  const [size, queries, fuseQueries] = [values.size, values.queries, values['fuse-queries']].map(Number);
  if (
    positionals[0] !== 'search' ||
    !Number.isInteger(size) ||
    size! < 1 ||
    !Number.isInteger(queries) ||
    !Number.isInteger(fuseQueries)
  ) {
    process.stderr.write(
      'Usage: npm run bench -- search [--size N] [--queries N] [--fuse-queries N] [--library DIR] [--json]\n',
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

process.exitCode = await main();

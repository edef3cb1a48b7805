import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzImport } from './import';

/** `npm run fuzz -- import [--count N] [--from N] [--seed S] [--save DIR]` */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '1000' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      save: { type: 'string' },
    },
  });
  const [count, from, seed] = [values.count, values.from, values.seed].map(Number) as [number, number, number];
  const areNumbers = [count, from, seed].every(Number.isSafeInteger) && count > 0 && from >= 0;
  if (positionals[0] !== 'import' || !areNumbers) {
    process.stderr.write('Usage: npm run fuzz -- import [--count N] [--from N] [--seed S] [--save DIR]\n');
    return 2;
  }
  const { save } = values;
  if (save !== undefined) await mkdir(save, { recursive: true });
  const result = await fuzzImport({
    count,
    from,
    seed,
    libraryEvery: 10,
    say: (text) => void process.stderr.write(`${text}\n`),
    keep: save === undefined ? undefined : (name, bytes) => writeFile(join(save, name), bytes),
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return result.failures.length > 0 ? 1 : 0;
}

process.exitCode = await main();

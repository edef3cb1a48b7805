import { parseArgs } from 'node:util';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '../src/main/library/open';
import { benchAnchoring } from './anchoring';
import { benchOptions } from './asking';
import { benchEditor } from './editor';
import { benchExport } from './export';
import { benchImport } from './import';
import { judgeCorpus, judgeSample, judgeScripts } from './judge';
import { benchMatrix } from './matrix';
import { benchNetwork } from './network';
import { measurePages } from './pages/measure';
import { benchSearch } from './search';
import { measureSuggestions } from './suggest/measure';
import { benchTimeline } from './timeline';
import { benchWindow } from './window';

const usage = `Usage: npm run bench -- judgements
       npm run bench -- anchoring [--json]
       npm run bench -- network [--size N] [--json]
       npm run bench -- matrix [--size N] [--json]
       npm run bench -- timeline [--size N] [--json]
       npm run bench -- editor [--size WORDS] [--profiles DIR] [--json]
       npm run bench -- pages [--json]
       npm run bench -- suggest [--json]
       npm run bench -- import [--size N] [--json]
       npm run bench -- export [--json]
       npm run bench -- search [--size N] [--queries N] [--fuse-queries N] [--library DIR] [--json]
       npm run bench -- window [--size N] [--queries N] [--pace MS] [--library DIR] [--json]
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      queries: { type: 'string' },
      'fuse-queries': { type: 'string' },
      pace: { type: 'string' },
      library: { type: 'string' },
      profiles: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const size = wholeNumber(values.size) ?? 10_000;
  const documents = wholeNumber(values.size) ?? 120;
  const queries = wholeNumber(values.queries);
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const print = (result: object) =>
    void process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
  switch (positionals[0]) {
    case 'pages':
      print(measurePages());
      return 0;
    case 'suggest':
      print(measureSuggestions());
      return 0;
    case 'matrix':
      print(await benchMatrix(values.size === undefined ? 500 : size, say));
      return 0;
    case 'editor':
      print(await benchEditor(values.size === undefined ? 50_000 : size, say, values.profiles));
      return 0;
    case 'network':
      print(await benchNetwork(values.size === undefined ? 500 : size, say));
      return 0;
    case 'import':
      print(await benchImport(documents, say));
      return 0;
    case 'export':
      print(await benchExport(undefined, say));
      return 0;
    case 'timeline':
      print(await benchTimeline(values.size === undefined ? 5000 : size, say));
      return 0;
    case 'judgements':
      return judgements();
    case 'anchoring':
      print(benchAnchoring(1_000_000, 200));
      return 0;
    case 'search': {
      const fuseQueries = wholeNumber(values['fuse-queries']);
      print(await benchSearch(size, { queries, fuseQueries, library: values.library, say }));
      return 0;
    }
    case 'window':
      print(await benchWindow(size, { queries, paceMs: wholeNumber(values.pace), library: values.library, say }));
      return 0;
    default:
      process.stderr.write(usage);
      return 2;
  }
}

function wholeNumber(text: string): number;
function wholeNumber(text: string | undefined): number | undefined;
function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || /^\d+$/.test(text)) return text === undefined ? undefined : Number(text);
  process.stderr.write(usage);
  process.exit(2);
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

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeded } from '../bench/random';
import type { Imported, ImportOutcome } from '../src/shared/domain/imports';
import { failureFrom, type Failure } from '../src/shared/result';
import { createImportRunner, ordinaryCaps, type ImportCaps, type ImportRunner } from '../src/main/importing/run';
import { importsHandlers } from '../src/main/library/imports/handlers';
import { groupBy } from '../src/main/library/common/rows';
import { createLibrary, silentLog, type OpenLibrary } from '../src/main/library/open';
import { sourcesHandlers } from '../src/main/library/sources/handlers';
import { verifyLibrary } from '../src/main/library/verify/verify';
import { mutated } from './mutate';
import { whatIsWrong, whatIsWrongInAnnotations, whatIsWrongInList } from './sound';

export interface FuzzOptions {
  count: number;
  /** The first file's number, to try one again. */
  from?: number;
  seed: number;
  /** Every how many files one goes into the library as well. */
  libraryEvery: number;
  say?: (text: string) => void;
  /** Given every file that something went wrong with. */
  keep?: (name: string, bytes: Uint8Array) => Promise<void>;
}

export interface FuzzResult {
  files: number;
  seed: number;
  /** By the format of the file that was changed. */
  formats: Record<string, number>;
  read: number;
  refused: Record<string, number>;
  inLibrary: number;
  /** By the processor's time. */
  slowest: { index: number; file: string; ms: number };
  /** Files that were stopped at a cap, or would be on a machine with nothing else to do. */
  stopped: { index: number; file: string; ms: number }[];
  /** What must not be: a crash, a hang, an answer that breaks its own rules, a row that should not be there. */
  failures: { index: number; file: string; why: string }[];
}

interface Seed {
  name: string;
  bytes: Uint8Array;
}

/** Where files of every format are: what the importers are tested with. */
const folders = ['../src/main/importing/fixtures/', '../src/main/references/fixtures/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
/** What files were made from is no format of its own; what is expected of them is none either. */
const isSeed = (path: string) => !/\.expected\.json$|README\.md$|[\\/]sources[\\/]/u.test(path);
/**
 * subtle: where others work too, a file waits for the processor more than it uses it. Here each is given more time by the
 * clock, and is held to the cap by what the process worked meanwhile.
 */
const caps: ImportCaps = { ...ordinaryCaps, milliseconds: 6 * ordinaryCaps.milliseconds };
/** What ending a worker may take beyond that. */
const graceMilliseconds = 10_000;

/**
 * Changes the import fixtures at random and brings them in, through the worker that users' files go through, and some of
 * them into a library. The same seed and number give the same files.
 */
export async function fuzzImport({ count, from = 0, seed, libraryEvery, say, keep }: FuzzOptions): Promise<FuzzResult> {
  const seeds = await readSeeds();
  const runner = createImportRunner();
  const place = await mkdtemp(join(tmpdir(), 'commonplace-fuzz-'));
  const options = { clock: Date.now, log: silentLog, trusted: true, name: 'Fuzz' };
  const library = await createLibrary(join(place, 'Fuzz.commonplace'), options);
  const result: FuzzResult = {
    files: 0,
    seed,
    formats: {},
    read: 0,
    refused: {},
    inLibrary: 0,
    slowest: { index: -1, file: '', ms: 0 },
    stopped: [],
    failures: [],
  };
  try {
    await startWorker(runner);
    for (let index = from; index < from + count; index += 1) {
      const random = seeded(seed * 1_000_003 + index);
      const { name, bytes: original } = random.pick(random.pick(seeds));
      const bytes = await mutated(original, random.pick(random.pick(seeds)).bytes, random);
      const begun = performance.now();
      const before = process.cpuUsage();
      const outcome = await bringIn(runner, name, bytes);
      const { user, system } = process.cpuUsage(before);
      const took = Math.round((user + system) / 1000);
      const why = [wrongWith(outcome, performance.now() - begun)];
      if (index % libraryEvery === 0) {
        result.inLibrary += 1;
        why.push(await wrongInLibrary(library, runner, name, bytes));
      }
      count1(result.formats, formatOf(name));
      if ('code' in outcome) count1(result.refused, outcome.code);
      else result.read += 1;
      result.files += 1;
      if (took > result.slowest.ms) result.slowest = { index, file: name, ms: took };
      const isEnded = 'code' in outcome && endsWorker(outcome);
      if (isEnded || took > ordinaryCaps.milliseconds) {
        result.stopped.push({ index, file: name, ms: took });
        await keep?.(`${seed}-${index}-${name}`, bytes);
      }
      if (isEnded) await startWorker(runner);
      const wrong = why.filter((reason) => reason !== '');
      if (wrong.length > 0) {
        result.failures.push({ index, file: name, why: wrong.join('; ') });
        await keep?.(`${seed}-${index}-${name}`, bytes);
      }
      if (say && result.files % 500 === 0) say(`${result.files} files, ${result.failures.length} failures`);
    }
    const { findings } = await verifyLibrary(library.context);
    for (const { message } of findings) result.failures.push({ index: -1, file: 'the library', why: message });
  } finally {
    await runner.close();
    await library.close();
    await rm(place, { recursive: true, force: true });
  }
  return result;
}

/** Files by their formats, so that every format is tried as often as every other. */
async function readSeeds(): Promise<Seed[][]> {
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const files = entries.flat().filter((entry) => entry.isFile() && isSeed(join(entry.parentPath, entry.name)));
  const seeds = await Promise.all(
    files.map(async ({ name, parentPath }) => ({
      name,
      bytes: new Uint8Array(await readFile(join(parentPath, name))),
    })),
  );
  seeds.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...groupBy(seeds, ({ name }) => formatOf(name)).values()];
}

/** BibTeX and BibLaTeX share an extension, as do the kinds of JSON: those are told apart by the file's name. */
function formatOf(name: string): string {
  return ['.bib', '.json', '.xml'].includes(extname(name)) ? name : extname(name);
}

/** So that no file is given the time that the worker takes to start, which is long where others work. */
async function startWorker(runner: ImportRunner, tries = 5): Promise<void> {
  const started = await bringIn(runner, 'start.txt', new TextEncoder().encode('Words.'));
  if (!('code' in started)) return;
  if (tries === 1) throw new Error(`The worker does not start: ${started.message}`);
  await startWorker(runner, tries - 1);
}

const endsWorker = ({ code }: Failure) => code === 'timed-out' || code === 'too-large';

async function bringIn(runner: ImportRunner, fileName: string, bytes: Uint8Array): Promise<Imported | Failure> {
  try {
    return await runner.run({ kind: 'file', fileName, bytes }, { caps });
  } catch (error) {
    return failureFrom(error);
  }
}

/** What is wrong with an answer, '' for nothing. A refusal is right if it is a sentence and no mistake of ours. */
function wrongWith(outcome: Imported | Failure, took: number): string {
  if (took > caps.milliseconds + graceMilliseconds) return `took ${Math.round(took)} ms`;
  if (!('code' in outcome)) {
    if (outcome.kind === 'annotations') return whatIsWrongInAnnotations(outcome.annotations);
    return outcome.kind === 'document' ? whatIsWrong(outcome.document) : whatIsWrongInList(outcome.references);
  }
  if (outcome.code === 'internal') return `internal: ${outcome.message}`;
  if (outcome.message.includes('stopped unexpectedly')) return `the worker crashed: ${String(outcome.details)}`;
  return /^(?:Type|Reference|Syntax)Error/u.test(String(outcome.details)) ? String(outcome.details) : '';
}

/** The same file into a library: afterwards there is what the answer says, and nothing after a refusal. */
async function wrongInLibrary(
  { context }: OpenLibrary,
  runner: ImportRunner,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const count = () =>
    sourcesHandlers(context)['sources.list']({
      offset: 0,
      limit: 1,
      sort: 'modified',
      descending: false,
      includeTrashed: true,
    });
  const before = (await count()).total;
  const jobId = crypto.randomUUID();
  const outcome = await importsHandlers(context, runner)
    ['imports.file']({ jobId, fileName, bytes, onDuplicate: 'add', large: false })
    .catch(failureFrom);
  if ('code' in outcome && outcome.code === 'internal') return `internal: ${outcome.message}`;
  const added = (await count()).total - before;
  const said = 'code' in outcome ? 0 : addedBy(outcome);
  return added === said ? '' : `${added} sources were added, not ${said}`;
}

function addedBy(outcome: ImportOutcome): number {
  if (outcome.kind !== 'source') return outcome.items.filter(({ status }) => status === 'added').length;
  return outcome.status === 'added' ? 1 : 0;
}

function count1(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

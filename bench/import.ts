import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocx } from '../src/main/exporting/docx';
import { writePdf } from '../src/main/exporting/pdf';
import { defaultMemoExport } from '../src/shared/domain/memo-export';
import type { PreparedBlock, PreparedMemo, PreparedRun } from '../src/main/exporting/prepared';
import { createImportRunner, type ImportRunner } from '../src/main/importing/run';
import { startImportWorker } from '../src/main/importing/start-worker';
import { importsHandlers } from '../src/main/library/imports/handlers';
import { createLibrary } from '../src/main/library/open';
import { derived } from '../src/main/library/derived';
import { benchOptions } from './asking';
import { buildApp } from './build-app';
import { machine, pandocVersion, runProgram, timed } from './machine';
import { Draft } from './pages/draft';
import { makeStory, storyLanguages, type Story } from './pages/stories';
import { templates } from './pages/templates';
import { percentile, rounded } from './statistics';

/** Times of one way to read documents. */
export interface Timed {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

export interface FormatResult {
  documents: number;
  /** Median size of a file. */
  kilobytes: number;
  /** The import worker alone: bytes in, text, blocks and metadata out. The first document, which starts the worker, is `firstMs`. */
  read: Timed;
  firstMs: number;
  /** The whole of `imports.file`: reading, keeping the original, writing source and snapshot; each acknowledged when it is on the disk. */
  import: Timed;
  /** pandoc reading the same files, one process a document; null where it does not read the format or is not installed. */
  pandoc: Timed | null;
}

export interface ImportResult {
  machine: string;
  pandoc: string | null;
  formats: Record<'html' | 'docx' | 'pdf', FormatResult>;
}

interface Sample {
  fileName: string;
  bytes: Uint8Array;
}

/** What users get: run from source, the worker would spend its time on compiling itself. */
const builtWorker = new URL('../out/main/import-worker.js', import.meta.url);

/** Paragraphs of a story: a news item, an article, a report. */
const lengths = [9, 40, 160];

/**
 * Imports generated documents through the real worker, as the app does, and has pandoc read the same HTML and DOCX files. The
 * ways take turns document by document, so that what else the machine does falls on all of them alike.
 */
export async function benchImport(count: number, say: (text: string) => void): Promise<ImportResult> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  try {
    const pandoc = await pandocVersion();
    const result: ImportResult = {
      machine: machine(),
      pandoc,
      formats: {} as ImportResult['formats'],
    };
    for (const format of ['html', 'docx', 'pdf'] as const) {
      say(`Writing ${count} ${format} files`);
      const samples = await samplesOf(format, count);
      say(`Importing ${count} ${format} files`);
      result.formats[format] = await measure(folder, format, samples, pandoc !== null && format !== 'pdf');
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  folder: string,
  format: string,
  samples: readonly Sample[],
  withPandoc: boolean,
): Promise<FormatResult> {
  const library = await createLibrary(join(folder, `${format}.commonplace`), {
    ...benchOptions,
    name: format,
    derived,
  });
  const runner = createImportRunner((memoryMb) => startImportWorker(memoryMb, builtWorker));
  const imports = importsHandlers(library.context, runner);
  const [read, whole, other]: [number[], number[], number[]] = [[], [], []];
  try {
    const [first, ...rest] = samples;
    const firstMs = first ? await timed(() => readOnly(runner, first)) : 0;
    for (const [index, sample] of rest.entries()) {
      const path = join(folder, sample.fileName);
      await writeFile(path, sample.bytes);
      read.push(await timed(() => readOnly(runner, sample)));
      const input = { jobId: `${index}`, ...sample, onDuplicate: 'add' as const, large: false };
      whole.push(await timed(() => imports['imports.file'](input)));
      if (withPandoc) other.push(await timed(() => runPandoc(format, path)));
    }
    return {
      documents: rest.length,
      kilobytes: percentile(
        rest.map(({ bytes }) => bytes.length / 1000),
        0.5,
      ),
      read: statistics(read),
      firstMs: rounded(firstMs),
      import: statistics(whole),
      pandoc: withPandoc ? statistics(other) : null,
    };
  } finally {
    await runner.close();
    await library.close();
  }
}

function readOnly(runner: ImportRunner, { fileName, bytes }: Sample): Promise<unknown> {
  return runner.run({ kind: 'file', fileName, bytes });
}

function statistics(times: readonly number[]): Timed {
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    perSecond: rounded((1000 * times.length) / Math.max(1, total)),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

/** As a user would: `pandoc -f html -t plain FILE`, a process for each document. */
async function runPandoc(format: string, path: string): Promise<void> {
  const code = await runProgram('pandoc', ['-f', format, '-t', 'plain', path]);
  if (code !== 0) throw new Error(`pandoc could not read ${path} (${code}).`);
}

async function samplesOf(format: 'html' | 'docx' | 'pdf', count: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let index = 0; index <= count; index += 1) {
    const fileName = `document-${index}.${format}`;
    const bytes = await write(format, index);
    samples.push({ fileName, bytes });
  }
  return samples;
}

async function write(format: 'html' | 'docx' | 'pdf', index: number): Promise<Uint8Array> {
  const paragraphs = lengths[index % lengths.length];
  if (format === 'html') {
    const template = templates[index % templates.length];
    if (!template) throw new Error('There are no templates.');
    return new TextEncoder().encode(template.make(new Draft(makeStory(template.language, index, paragraphs))));
  }
  // The bundled fonts of exports have no Chinese letters.
  const languages = storyLanguages.filter((language) => language !== 'zh');
  const memo = memoOf(makeStory(languages[index % languages.length] ?? 'en', index, paragraphs));
  return format === 'docx' ? writeDocx(memo) : writePdf(memo);
}

/** A story as a memo, which the exporters write as Word files and, through Typst, as PDF. */
function memoOf(story: Story): PreparedMemo {
  const direction = ['ar', 'fa', 'he'].includes(story.language) ? 'rtl' : 'ltr';
  const run = (text: string): PreparedRun => ({ children: [{ type: 'text', text, look: {} }], direction });
  const blocks = story.paragraphs.flatMap((text, index): PreparedBlock[] => [
    ...(index % 12 === 6
      ? [
          {
            type: 'heading' as const,
            level: 2 as const,
            number: null,
            label: null,
            ...run(story.headings[index % story.headings.length] ?? ''),
          },
        ]
      : []),
    { type: 'paragraph', ...run(text) },
  ]);
  const items = story.items.map((text) => ({ ...run(text), nested: null }));
  return {
    title: story.title,
    titleBlock: { subtitle: '', author: '', date: '', summary: [] },
    options: defaultMemoExport,
    locale: story.language,
    styleId: '',
    style: { name: 'style', attrs: {}, children: [] },
    noteStyle: false,
    blocks: [
      { type: 'paragraph', ...run(story.authors.join(', ')) },
      ...blocks,
      { type: 'quotation', ...run(story.quotation) },
      { type: 'list', ordered: false, start: 1, items },
    ],
    bibliography: [],
    hangingIndent: false,
    titles: { bibliography: '', notes: '', contents: '', summary: '', skip: '', back: '' },
    sources: new Map(),
    direction,
    comments: [],
  };
}

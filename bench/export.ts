import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPdfRunner, startPdfWorker } from '../src/main/exporting/pdf-run';
import { citationsOf } from '../src/main/library/citing/citations';
import type { LibraryContext } from '../src/main/library/context';
import { derived } from '../src/main/library/derived';
import { exportsHandlers } from '../src/main/library/exports/handlers';
import { memosHandlers } from '../src/main/library/memos/handlers';
import { createLibrary } from '../src/main/library/open';
import { addSource } from '../src/main/library/sources/store';
import type { CitationCluster } from '../src/shared/citing/types';
import type { MemoFormat } from '../src/shared/domain/exports';
import { itemCiting } from '../src/shared/memo/citation-item';
import { citationClusters, withSources } from '../src/shared/memo/clusters';
import type { MemoDocument } from '../src/shared/memo/document';
import { benchOptions } from './asking';
import { buildApp } from './build-app';
import { machine, pandocVersion, runProgram, timed } from './machine';
import { largeMemo, makeMemo, type MemoSize } from './memo';
import { percentile, rounded } from './statistics';

const styleId = 'chicago-notes';
const locale = 'en-GB';
const builtWorker = new URL('../out/main/pdf-worker.js', import.meta.url);
const builtCli = join(import.meta.dirname, '..', 'out', 'main', 'cli.js');

export interface ExportResult extends MemoSize {
  machine: string;
  style: string;
  /** The first export once citations are rendered: the format's library is loaded and lays the memo out for the first time. */
  firstExportMs: { docx: number; pdf: number };
  /** Median of exporting again. */
  warmMs: { docx: number; pdf: number; html: number; md: number };
  /** The command line from its start to the file on the disk: library opened, styles read, everything rendered. Median of three. */
  coldMs: { docx: number; pdf: number };
  /** Rendering a memo again after an edit: median and slowest. */
  againMs: Record<'frontKnownSource' | 'frontNewSource' | 'locator' | 'metadata', { p50: number; max: number }>;
  /** The first rendering, by our engine in this process. */
  firstMs: number;
  /** pandoc with the same style and sources; `ratio` is its time through ours, cold. Null where it is not installed. */
  pandoc: { version: string; docxMs: number; ratio: number } | null;
}

/**
 * Exports a large memo in Chicago notes: again and again in this process, by the command line as built, and by pandoc from our own Markdown export,
 * in turn. Renders it again after edits at the front, each edit another one.
 */
export async function benchExport(size: MemoSize = largeMemo, say: (text: string) => void): Promise<ExportResult> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  try {
    const library = join(folder, 'Bench.commonplace');
    say('writing the library');
    const opened = await createLibrary(library, { ...benchOptions, name: 'Bench', derived });
    const { context } = opened;
    const { memoId, document } = await fillMemo(context, size);
    const clusters = citationClusters(document, true);
    const citations = citationsOf(context.db);
    say('rendering');
    const firstMs = await timed(() => citations.render(styleId, locale, clusters));
    const againMs = await measureEdits(context, clusters);
    say('exporting, rendered before');
    // The worker that users get: from source it would be compiled first.
    const runPdf = createPdfRunner(() => startPdfWorker(builtWorker));
    const handlers = exportsHandlers(context, runPdf);
    const write = (format: MemoFormat) => handlers['exports.memo']({ memoId, format, styleId, locale, options: {} });
    const warm = (format: MemoFormat) => median(5, () => write(format));
    const firstExportMs = {
      docx: rounded(await timed(() => write('docx'))),
      pdf: rounded(await timed(() => write('pdf'))),
    };
    const warmMs = { docx: await warm('docx'), pdf: await warm('pdf'), html: await warm('html'), md: await warm('md') };
    for (const { fileName, bytes } of (await write('md')).files) await writeFile(join(folder, fileName), bytes);
    const markdown = (await write('md')).files[0]?.fileName ?? '';
    await opened.settled();
    await opened.close();

    const pandoc = await pandocVersion();
    const [docx, pdf, other]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < 3; turn++) {
      say(`exporting in a new process, ${turn + 1} of 3`);
      for (const [format, times] of [
        ['docx', docx],
        ['pdf', pdf],
      ] as const) {
        const args = ['export', memoId, '--library', library, '--to', format, '--style', styleId, '--locale', locale];
        times.push(
          await timed(() => run(process.execPath, [builtCli, ...args, '-o', join(folder, `memo${turn}.${format}`)])),
        );
      }
      if (pandoc !== null) {
        const args = ['--citeproc', markdown, '-o', 'pandoc.docx'];
        other.push(await timed(() => run('pandoc', args, folder)));
      }
    }
    const coldMs = { docx: percentile(docx, 0.5), pdf: percentile(pdf, 0.5) };
    const docxMs = percentile(other, 0.5);
    return {
      machine: machine(),
      style: styleId,
      ...size,
      firstMs: rounded(firstMs),
      againMs,
      firstExportMs,
      warmMs,
      coldMs,
      pandoc: pandoc === null ? null : { version: pandoc, docxMs, ratio: rounded(docxMs / coldMs.docx) },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The generated memo in the library. */
async function fillMemo(context: LibraryContext, size: MemoSize): Promise<{ memoId: string; document: MemoDocument }> {
  const made = makeMemo(size);
  const ids = await context.change({ label: 'Fill' }, async (change) => {
    const written = new Map<string, string>();
    for (const { id, citationKey, csl } of made.sources) written.set(id, await addSource(change, { csl, citationKey }));
    return written;
  });
  const document = withSources(made.document, ids);
  const memo = await memosHandlers(context)['memos.create']({ title: made.title, document });
  return { memoId: memo.id, document };
}

/** A citation of each kind at the front, and changes, one after the other; what was inserted before is gone again. */
async function measureEdits(
  context: LibraryContext,
  clusters: readonly CitationCluster[],
): Promise<ExportResult['againMs']> {
  const citations = citationsOf(context.db);
  const render = (edited: readonly CitationCluster[]) => citations.render(styleId, locale, edited);
  const atFront = (sourceId: string): CitationCluster[] => {
    const item = itemCiting(sourceId, { locator: '7' });
    return [{ id: 'inserted', items: [item], note: 1 }, ...clusters.map((one) => ({ ...one, note: one.note + 1 }))];
  };
  const times: Record<keyof ExportResult['againMs'], number[]> = {
    frontKnownSource: [],
    frontNewSource: [],
    locator: [],
    metadata: [],
  };
  for (let turn = 0; turn < 10; turn++) {
    const [first, ...rest] = clusters;
    const known = clusters[100 * turn + 50]?.items[0]?.sourceId ?? '';
    times.frontKnownSource.push(await timed(() => render(atFront(known))));
    const fresh = await context.change({ label: 'Add source' }, (change) =>
      addSource(change, {
        csl: {
          type: 'book',
          title: `A new one, number ${turn}`,
          author: [{ family: `Family${turn}`, given: 'Given' }],
        },
      }),
    );
    times.frontNewSource.push(await timed(() => render(atFront(fresh))));
    if (first) {
      const changed = { ...first, items: first.items.map((item) => ({ ...item, locator: `${turn + 400}` })) };
      times.locator.push(await timed(() => render([changed, ...rest])));
    }
    await context.db.write((db) =>
      db.run(`UPDATE source SET csl = json_set(csl, '$.title', ?) WHERE id = ?`, [
        `Another title, number ${turn}`,
        known,
      ]),
    );
    times.metadata.push(await timed(() => render(clusters)));
  }
  const told = (values: number[]) => ({ p50: percentile(values, 0.5), max: percentile(values, 1) });
  return {
    frontKnownSource: told(times.frontKnownSource),
    frontNewSource: told(times.frontNewSource),
    locator: told(times.locator),
    metadata: told(times.metadata),
  };
}

async function median(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) times.push(await timed(work));
  return percentile(times, 0.5);
}

async function run(name: string, args: readonly string[], cwd?: string): Promise<void> {
  const code = await runProgram(name, args, cwd);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${String(code)}`);
}

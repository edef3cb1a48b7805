import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { Bundled, BundleRequest } from '../../../shared/domain/bundles';
import type { MemoExportOptions } from '../../../shared/domain/memo-export';
import type { Block } from '../../../shared/domain/sources';
import type { CitationItem } from '../../../shared/memo/document';
import { walkInlines } from '../../../shared/memo/walk';
import { writeSourcePage } from '../../exporting/bundle/source-page';
import { withPassageLinks } from '../../exporting/bundle/memo-page';
import { originalName } from '../../exporting/bundle/names';
import { writeReadme } from '../../exporting/bundle/readme';
import { writeSourcesPage, type ListedSource } from '../../exporting/bundle/sources-page';
import { exportFileName, freeName } from '../../exporting/file-name';
import { writeHtml } from '../../exporting/html';
import { writeMemo } from '../../exporting/memo';
import type { PreparedInline } from '../../exporting/prepared';
import { attachmentPath } from '../attachments';
import { groupBy } from '../common/rows';
import type { LibraryContext } from '../context';
import { prepareStoredMemo } from '../exports/prepare-stored';
import { buildLedger, ledgerJson } from '../provenance/ledger';
import { getSnapshot } from '../snapshots/store';
import { planBundle, snapshotOf, type PlannedPage } from './plan';
import { bundledExcerpts, bundledOriginals, bundledSnapshots, bundledSources, type BundledOriginal } from './store';
import { isIntact, writeZipFile, type ZipEntry } from './zip';

export interface BundleWork {
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** What a bundle says of an original: its file in the bundle, or why it is not there. */
interface PlacedOriginal {
  original: BundledOriginal;
  file: string | null;
  problem: string;
}

/**
 * Writes the evidence bundle of a memo: the memo, its ledger, the texts and originals of what it cites, and pages in which every
 * citation leads to its passage, to be read without the app. The file appears whole or not at all. An original that is missing
 * or damaged is told of and left out; nothing but one file at a time is in memory.
 * @throws CommonplaceError `not-found`, `library-exists`, `disk-full`, `cancelled`
 */
export async function writeBundle(
  context: LibraryContext,
  { memoId, formats }: BundleRequest,
  path: string,
  { signal, onProgress }: BundleWork = {},
): Promise<Bundled> {
  const { db, folder } = context;
  const day = new Date(context.clock()).toISOString().slice(0, 10);
  const { prepared, document, warnings } = await prepareStoredMemo(context, { memoId, format: 'html' }, signal);
  const ledger = await buildLedger(db, memoId, day);

  const items = [...walkInlines(document)].flatMap(({ inline }) => (inline.type === 'citation' ? inline.items : []));
  const cited = [...new Set(items.map(({ sourceId }) => sourceId))];
  const excerpts = await db.read((reader) =>
    bundledExcerpts(
      reader,
      items.flatMap(({ excerptId }) => excerptId ?? []),
    ),
  );
  // An excerpt of a source that was merged is of the one that it was merged into, by whichever id.
  const sourceIds = [...new Set([...cited, ...excerpts.map(({ sourceId }) => sourceId)])];
  const sources = await db.read((reader) => bundledSources(reader, sourceIds));
  const snapshots = await db.read((reader) => bundledSnapshots(reader, sourceIds));
  const blocks = await blocksOf(context, items, { snapshots, excerpts });
  const plan = planBundle({ items, sources, snapshots, excerpts, blocks });
  const originals = await placeOriginals(context, sourceIds, sources, signal);
  const originalsOf = groupBy(originals, ({ original }) => original.sourceId);
  for (const { original, problem } of originals) if (problem !== '') warnings.push(`${original.fileName}: ${problem}`);

  const text = (name: string, make: () => string | Promise<string>): ZipEntry => ({
    name,
    bytes: async () => Buffer.from(await make()),
  });
  const listed: ListedSource[] = plan.pages.map((page) => ({
    title: page.source?.title ?? 'A source that is not in the library any more',
    shortCitation: page.source?.shortCitation ?? page.sourceId,
    page: page.name,
    captured: page.snapshot?.capturedAt.slice(0, 10) ?? null,
    passages: page.passages.filter(({ kind }) => kind === 'excerpt').length,
    originals: (originalsOf.get(page.sourceId) ?? []).map(({ original, file, problem }) => ({
      label: original.fileName,
      file,
      problem,
    })),
  }));
  const entries: ZipEntry[] = [
    text('index.html', () => writeHtml(withPassageLinks(prepared, plan.targetOf, head(day)))),
    text('sources.html', () => writeSourcesPage(prepared.title, listed, prepared.options)),
    text('ledger.json', () => ledgerJson(ledger)),
    ...plan.pages.flatMap((page): ZipEntry[] => [
      text(page.name, () => sourcePage(context, page, originalsOf.get(page.sourceId) ?? [], prepared.options)),
      ...(page.snapshot === null ? [] : [text(textFile(page), async () => (await readSnapshot(context, page)).text)]),
    ]),
    ...(await memoFiles(context, { memoId, formats }, signal)),
    ...originals.flatMap(({ original, file }) =>
      file === null ? [] : [{ name: file, stream: () => createReadStream(attachmentPath(folder, original.sha256)) }],
    ),
    text('README.txt', () => writeReadme({ title: prepared.title, day, warnings })),
  ];
  const bytes = await writeZipFile(path, entries, { signal, onProgress });
  return {
    fileName: exportFileName(`${prepared.title} – evidence`, 'zip'),
    bytes,
    files: entries.length + 1,
    sources: plan.pages.length,
    passages: plan.pages.reduce((sum, page) => sum + page.passages.length, 0),
    warnings,
  };
}

/** What stands over the memo: what this is, and where the rest is. */
function head(day: string): PreparedInline[] {
  const words = (text: string): PreparedInline => ({ type: 'text', text, look: { italic: true } });
  const link = (text: string, href: string): PreparedInline => ({
    type: 'text',
    text,
    look: {},
    local: { href, label: text },
  });
  return [
    words(`Evidence bundle of ${day}. Each ↗ opens the passage that a citation rests on. `),
    link('Sources', 'sources.html'),
    words(' · '),
    link('Ledger', 'ledger.json'),
    words(' · '),
    link('Read me', 'README.txt'),
  ];
}

async function memoFiles(context: LibraryContext, { memoId, formats }: BundleRequest, signal: AbortSignal | undefined) {
  const entries: ZipEntry[] = [];
  for (const format of new Set(formats)) {
    const { prepared } = await prepareStoredMemo(context, { memoId, format }, signal);
    for (const { fileName, bytes } of await writeMemo(prepared, format, { signal })) {
      entries.push({ name: `memo/${fileName}`, bytes: async () => bytes });
    }
  }
  return entries;
}

/** The text of a page as a file of its own. */
const textFile = ({ name }: PlannedPage) => name.replace(/\.html$/u, '.txt');

const readSnapshot = ({ db }: LibraryContext, { snapshot }: PlannedPage) =>
  db.read((reader) => getSnapshot(reader, snapshot?.id ?? ''));

async function sourcePage(
  context: LibraryContext,
  page: PlannedPage,
  originals: readonly PlacedOriginal[],
  options: MemoExportOptions,
): Promise<string> {
  const { source, snapshot } = page;
  const text = snapshot && (await readSnapshot(context, page));
  const url = typeof source?.csl.URL === 'string' ? source.csl.URL : '';
  const shown = {
    title: source?.title || source?.shortCitation || 'A source that is not in the library any more',
    facts: [
      source?.shortCitation ?? page.sourceId,
      ...(source?.trashed ? ['This source is in the Trash of the library.'] : []),
      ...(url === '' ? [] : [url]),
      ...(snapshot ? [`Captured ${snapshot.capturedAt.slice(0, 10)} · SHA-256 of the text ${snapshot.sha256}`] : []),
    ],
    originals: originals.map(({ original, file, problem }) => ({ label: original.fileName, file, problem })),
    text,
    textFile: snapshot ? textFile(page) : null,
    passages: page.passages,
    remarks: page.remarks,
  };
  return writeSourcePage(shown, options);
}

/** The blocks of the texts in which a place is to be found by its locator. */
async function blocksOf(
  { db }: LibraryContext,
  items: readonly CitationItem[],
  found: Parameters<typeof snapshotOf>[1],
) {
  const wanted = new Set(
    items.flatMap((item) => {
      const { snapshot, excerpt } = snapshotOf(item, found);
      return snapshot && !excerpt && item.locator !== '' ? [snapshot.id] : [];
    }),
  );
  const blocks = new Map<string, Block[]>();
  for (const id of wanted) blocks.set(id, (await db.read((reader) => getSnapshot(reader, id))).blocks);
  return blocks;
}

/** Gives each original its place in the bundle, after looking whether it is what was stored. */
async function placeOriginals(
  { db, folder }: LibraryContext,
  sourceIds: readonly string[],
  sources: readonly { id: string; citationKey: string }[],
  signal: AbortSignal | undefined,
): Promise<PlacedOriginal[]> {
  const keys = new Map(sources.map(({ id, citationKey }) => [id, citationKey]));
  const taken = new Set<string>();
  const placed: PlacedOriginal[] = [];
  for (const original of await db.read((reader) => bundledOriginals(reader, sourceIds))) {
    signal?.throwIfAborted();
    const path = attachmentPath(folder, original.sha256);
    const facts = await lstat(path).catch(() => undefined);
    const problem = !facts
      ? 'The original is missing from the library, so it is not here. Ask for it, or restore it from a backup.'
      : !(facts.isFile() && (await isIntact(path, original.sha256)))
        ? 'The original in the library is damaged, so it is not here. Ask for it, or restore it from a backup.'
        : '';
    const name = originalName(keys.get(original.sourceId) ?? '', original.fileName, original.mediaType);
    placed.push({ original, file: problem === '' ? freeName(name, taken) : null, problem });
  }
  return placed;
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ledgerSchema } from '../../../shared/provenance/ledger';
import { attachmentPath, storeAttachment } from '../attachments';
import { openTestNouns, type TestNouns } from '../common/testing';
import { addAttachment } from '../sources/store';
import { writeBundle } from './write';
import { itemCiting } from '../../../shared/memo/citation-item';

const hostile = '<script>alert(1)</script> "Straits" & <img src=x onerror=alert(1)>';

function citing(id: string, sourceId: string, excerptId: string | null, label: 'page' | 'paragraph', locator: string) {
  const item = itemCiting(sourceId, { excerptId, label, locator });
  return { type: 'citation' as const, id, marks: [], items: [item] };
}
const plain = (text: string) => ({ type: 'text' as const, text, formats: [], marks: [] });

/** A memo that cites an excerpt, a paragraph, a place nobody can find, and a source without a text. */
async function writeMemo({ call, source, library }: TestNouns) {
  const gate = await source(hostile, 'The gate was shut at noon.', `Nobody saw ${hostile} who shut it.`, 'Rain fell.');
  const bare = await call('sources.create', { csl: { type: 'book', title: 'Never captured' } });
  const first = await call('excerpts.quote', { sourceId: gate.sourceId, quote: 'gate was shut at noon' });
  const over = await call('excerpts.quote', { sourceId: gate.sourceId, quote: 'shut at noon.\n\nNobody saw' });
  const files: [string, string, string][] = [
    ['page.html', 'text/html', '<script>alert(2)</script>'],
    ['../report.pdf', 'application/pdf', '%PDF-1.4 the report'],
    ['lost.pdf', 'application/pdf', '%PDF-1.4 lost'],
  ];
  for (const [fileName, mediaType, words] of files) {
    const bytes = new TextEncoder().encode(words);
    const sha256 = await storeAttachment(library.context.folder, bytes);
    await library.context.change({ label: 'Add file' }, (change) =>
      addAttachment(change, { sourceId: gate.sourceId, fileName, mediaType, bytes: bytes.length, sha256 }),
    );
    if (fileName === 'lost.pdf') await writeFile(attachmentPath(library.context.folder, sha256), 'changed');
  }
  const memo = await call('memos.create', { title: `The gate ${hostile}` });
  await call('memos.save', {
    id: memo.id,
    version: memo.version,
    document: {
      version: memo.document.version,
      blocks: [
        {
          type: 'paragraph',
          children: [
            plain('It was shut '),
            citing('c1', gate.sourceId, first.id, 'paragraph', '1'),
            plain(' and seen by none '),
            citing('c2', gate.sourceId, over.id, 'paragraph', '1'),
            plain(' in the rain '),
            citing('c3', gate.sourceId, null, 'paragraph', '3'),
            plain(' says page nine '),
            citing('c4', gate.sourceId, null, 'page', '9'),
            plain(' and the book '),
            citing('c5', bare.id, null, 'page', '12'),
            {
              type: 'footnote',
              id: 'f1',
              children: [plain('See '), citing('c6', gate.sourceId, first.id, 'paragraph', '1')],
            },
          ],
        },
      ],
    },
  });
  return memo.id;
}

async function bundleOf(nouns: TestNouns, memoId: string) {
  const path = join(nouns.library.context.folder, 'out', 'bundle.zip');
  await mkdir(dirname(path), { recursive: true });
  const progress: number[] = [];
  const bundled = await writeBundle(nouns.library.context, { memoId, formats: ['docx', 'txt'] }, path, {
    onProgress: (done) => progress.push(done),
  });
  const zip = await JSZip.loadAsync(await readFile(path));
  const text = (name: string) => zip.file(name)!.async('string');
  return { bundled, zip, text, progress, path };
}

it('holds the memo, its ledger, texts and originals, and a hash of every file', async () => {
  const nouns = await openTestNouns();
  const { bundled, zip, text, progress } = await bundleOf(nouns, await writeMemo(nouns));
  const names = Object.keys(zip.files);
  expect(names.every((name) => !name.includes('..') && !name.startsWith('/') && !/[<>:"\\|?*]/.test(name))).toBe(true);
  expect(names.filter((name) => name.startsWith('memo/')).map((name) => name.slice(-4))).toEqual(['docx', '.txt']);
  // A web page would run its scripts in the browser that reads the bundle.
  expect(names.filter((name) => name.startsWith('originals/')).map((name) => name.replace(/^\S+ /u, ''))).toEqual([
    'page.html.txt',
    'report.pdf',
  ]);
  expect(v.is(ledgerSchema, JSON.parse(await text('ledger.json')))).toBe(true);
  expect(bundled).toMatchObject({ files: names.length, sources: 2 });
  expect(progress.at(-1)).toBe(names.length - 1);

  const sums = (await text('SHA256SUMS')).trimEnd().split('\n');
  expect(sums).toHaveLength(names.length - 1);
  for (const line of sums) {
    const [sum, name] = [line.slice(0, 64), line.slice(66)];
    const bytes = await zip.file(name)!.async('nodebuffer');
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sum);
  }
});

it('tells of an original that is damaged, in the window and in the bundle', async () => {
  const nouns = await openTestNouns();
  const { bundled, text } = await bundleOf(nouns, await writeMemo(nouns));
  expect(bundled.warnings).toEqual([expect.stringMatching(/^lost\.pdf: .*damaged/)]);
  expect(await text('README.txt')).toContain('lost.pdf');
  expect(await text('sources.html')).toContain('lost.pdf');
});

it('leads every citation to an anchor that is there, and says where there is no passage', async () => {
  const nouns = await openTestNouns();
  const { text, zip } = await bundleOf(nouns, await writeMemo(nouns));
  const index = await text('index.html');
  const links = [...index.matchAll(/<a class="local" href="(sources\/[^"#]+)#([^"]+)"/g)];
  // In the text, and again in the note: five citations; of the one in the footnote, the note's.
  expect(links).toHaveLength(11);
  for (const [, page, id] of links) {
    expect(zip.file(decodeURIComponent(page!)), page).not.toBeNull();
    expect(await text(decodeURIComponent(page!))).toContain(`id="${id}"`);
  }
  const pages = await Promise.all([...new Set(links.map(([, page]) => page!))].map(text));
  expect(pages.join()).toContain('The memo cites p. 9 of this source and names no excerpt');
  expect(pages.join()).toContain('of which no text was kept');
});

it('keeps markup in titles and texts as text, and runs nothing', async () => {
  const nouns = await openTestNouns();
  const { zip } = await bundleOf(nouns, await writeMemo(nouns));
  for (const file of Object.values(zip.files).filter(({ name }) => name.endsWith('.html'))) {
    const html = await file.async('string');
    expect(html, file.name).not.toMatch(/<script|<img|<iframe|<link|javascript:|\son\w+=(?!alert\(1\)&gt;)/i);
    expect(html).toContain('default-src &#39;none&#39;');
  }
});

it('dresses every page as the memo is', async () => {
  const nouns = await openTestNouns();
  const { zip } = await bundleOf(nouns, await writeMemo(nouns));
  for (const file of Object.values(zip.files).filter(({ name }) => name.endsWith('.html'))) {
    const html = await file.async('string');
    expect(html, file.name).toContain('<style>\n:root { color-scheme: light dark;');
  }
});

it('leaves nothing behind when it is cancelled', async () => {
  const nouns = await openTestNouns();
  const memoId = await writeMemo(nouns);
  const folder = join(nouns.library.context.folder, 'out');
  await mkdir(folder);
  const controller = new AbortController();
  const written = writeBundle(nouns.library.context, { memoId, formats: [] }, join(folder, 'bundle.zip'), {
    signal: controller.signal,
    onProgress: (done) => done === 2 && controller.abort(),
  });
  await expect(written).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readdir(folder)).toEqual([]);
});

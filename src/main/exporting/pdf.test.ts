import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoLayouts, type MemoExportOptions } from '../../shared/domain/memo-export';
import type { MemoBlock } from '../../shared/memo/document';
import { cite, memoDocument, pictureHash, prepareFixture, text } from './fixture';
import { pdfJob, writePdf } from './pdf';
import { compilePdf } from './pdf-compile';

const run = promisify(execFile);
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-pdf-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const paragraph = (...words: string[]): MemoBlock => ({
  type: 'paragraph',
  children: words.map((word) => text(word)),
});
const heading = (level: 1 | 2 | 3, words: string): MemoBlock => ({ type: 'heading', level, children: [text(words)] });

async function pdfOf(blocks: MemoBlock[], options: Partial<MemoExportOptions> = {}, locale = 'en-GB') {
  const memo = await prepareFixture('chicago-notes', { ...memoDocument, blocks }, locale, false, options);
  const path = join(folder, 'memo.pdf');
  await writeFile(path, await writePdf(memo));
  const read = async (program: string, ...flags: string[]) => (await run(program, [...flags, path])).stdout;
  const pages = (await run('pdftotext', ['-layout', path, '-'])).stdout.split('\f').slice(0, -1);
  return { pages, info: await read('pdfinfo'), fonts: await read('pdffonts') };
}

describe.skipIf(!poppler)('a PDF', () => {
  it('has all its letters from packages, in every script that memos are written in', async () => {
    const { pages, fonts } = await pdfOf([
      paragraph('Latin Əliyev Čapek, Кириллица Жуков, Ελληνικά Ωμέγα, فارسی گزارش, العربية, עברית.'),
      { type: 'code', text: 'code()' },
    ]);
    expect(pages[0]).toMatch(/Əliyev Čapek/);
    expect(pages[0]).toMatch(/Кириллица Жуков/);
    expect(pages[0]).toMatch(/Ελληνικά Ωμέγα/);
    expect(pages[0]).toMatch(/گزارش/);
    const names = fonts.split('\n').slice(2).filter(Boolean);
    expect(names.join()).toMatch(/Amiri/);
    // Libertinus and DejaVu come with the compiler; a machine's own fonts are never looked for.
    for (const name of names) expect(name).toMatch(/\+(SourceSerif4|Amiri|LibertinusSerif|DejaVuSansMono)/);
    for (const name of names) expect(name).toMatch(/yes yes yes/);
  });

  it.each(memoLayouts)('shows title, contents, numbers and heads as they were chosen: %s', async (layout) => {
    const filler = Array.from({ length: 12 }, () => paragraph('The ports were closed in spring. '.repeat(12)));
    const blocks = [heading(2, 'Beginnings'), ...filler, heading(3, 'A detail'), heading(2, 'Ends'), ...filler];
    const { pages, info } = await pdfOf(blocks, {
      layout,
      paper: 'letter',
      subtitle: 'An account',
      author: 'Mira Vale',
      date: '18 April 2023',
      summary: 'In short.\n\nIn other words.',
      contents: true,
      numberedHeadings: true,
    });
    expect(info).toMatch(/letter/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Author:\s+Mira Vale/);
    for (const words of ['An account', 'Mira Vale', '18 April 2023', 'In short.', 'In other words.'])
      expect(pages[0]).toContain(words);
    const contents = pages.find((page) => page.includes('Contents'))?.replaceAll('\u2060', '') ?? '';
    expect(contents).toMatch(/1\s+Beginnings[ .]+\d/);
    expect(contents).toMatch(/1\.1\s+A detail[ .]+\d/);
    expect(contents).toMatch(/2\s+Ends[ .]+\d/);
    expect(pages.at(-1)).toContain('The toll & its <critics>: #1');
    if (layout === 'report') expect(pages.at(-1)).toMatch(/The toll.*2\s+Ends/);
  });

  it('repeats the head of a table on every page', async () => {
    const row = (...cells: string[]) => ({
      cells: cells.map((cell) => ({ header: cell.startsWith('H'), children: [text(cell)] })),
    });
    const rows = [
      row('Headed', 'Heard'),
      ...Array.from({ length: 90 }, (_, index) => row(`port ${index}`, 'a long account of what was said there')),
    ];
    const { pages } = await pdfOf([{ type: 'table', rows }]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toMatch(/Headed\s+Heard/);
  });

  it('has no bibliography where none is wanted, and a heading of its own where one is', async () => {
    const cited: MemoBlock[] = [{ type: 'paragraph', children: [text('It closed.'), cite('vale')] }];
    const bare = await pdfOf(cited, { bibliography: false });
    expect(bare.pages.join('')).not.toContain('Bibliography');
    const named = await pdfOf(cited, { bibliographyTitle: 'Works cited' });
    expect(named.pages.join('')).toContain('Works cited');
    // Its heading is of the first level where the memo has none, not the smallest there is.
    const { memo } = pdfJob(await prepareFixture('chicago-notes', { ...memoDocument, blocks: cited }));
    expect(JSON.parse(memo)).toMatchObject({ topLevel: 1 });
  });

  it('shows what would turn letters round, in the memo and with its title', async () => {
    const { pages } = await pdfOf([paragraph('It is \u202Eevil\u202C text.')], { subtitle: '\u202Dsub' });
    expect(pages[0]).toContain('It is [U+202E]evil');
    expect(pages[0]).toContain('[U+202D]sub');
  });

  it.each(['fa-IR', 'en-GB'])('sets each paragraph in its own direction, or in the one chosen: %s', async (locale) => {
    const blocks: MemoBlock[] = [
      paragraph('گزارش کوتاه'),
      paragraph('English among them'),
      { ...paragraph('Chosen so'), direction: 'rtl' } as MemoBlock,
      { type: 'list', ordered: false, start: 1, items: [{ children: [text('Listed')], nested: null }] },
      {
        type: 'list',
        direction: 'rtl',
        ordered: true,
        start: 1,
        items: [{ children: [text('Turned')], nested: null }],
      },
      { type: 'table', rows: [{ cells: ['سلول', 'Cell'].map((said) => ({ header: false, children: [text(said)] })) }] },
    ];
    const { info } = await pdfOf(blocks, {}, locale);
    const width = Number(/Page size:\s+([\d.]+)/.exec(info)?.[1]);
    const { stdout } = await run('pdftotext', ['-bbox', join(folder, 'memo.pdf'), '-']);
    const place = (word: string) => {
      const found = new RegExp(`xMin="([\\d.]+)" yMin="[\\d.]+" xMax="([\\d.]+)"[^>]*>${word}<`).exec(stdout);
      return { left: Number(found?.[1]), right: width - Number(found?.[2]) };
    };
    // English begins at the left margin and goes on to the right.
    expect(place('English').left).toBeCloseTo(85, 0);
    expect(place('them').left).toBeGreaterThan(place('English').left);
    expect(place('so').right).toBeCloseTo(85, 0);
    // Signs of lists stand where their words begin, as in Word.
    expect(place('Listed').left).toBeLessThan(110);
    expect(place('Turned').right).toBeLessThan(110);
    // The second column of a table that is written from the right ends in the middle of the page: words in Latin letters stand there too.
    if (locale === 'fa-IR') expect(place('Cell').right).toBeLessThan(width / 2 + 60);
  });

  it('is set from the right in a language written so', async () => {
    const { info } = await pdfOf([paragraph('گزارش')], { layout: 'essay', contents: true }, 'fa-IR');
    expect(info).toMatch(/Pages:\s+1/);
  });
});

describe('the compiler', () => {
  it('forgets the pictures of a memo that could not be made', async () => {
    const map: MemoBlock = {
      type: 'image',
      id: 'map',
      sha256: pictureHash,
      mediaType: 'image/png',
      pixels: { width: 1, height: 1 },
      alt: 'A map',
      width: 1,
      caption: [],
    };
    const job = pdfJob(await prepareFixture('chicago-notes', { ...memoDocument, blocks: [map] }));
    expect(job.pictures).toHaveLength(1);
    expect(() => compilePdf({ ...job, memo: 'no memo' })).toThrow(/could not be made/);
    expect(() => compilePdf({ ...job, pictures: [] })).toThrow(/could not be made/);
    expect(compilePdf(job).length).toBeGreaterThan(1000);
  });
});

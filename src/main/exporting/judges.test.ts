import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoFormat } from '../../shared/domain/exports';
import { runsText } from '../citing/markup';
import { hostile, prepareFixture } from './fixture';
import { prepareJudged, saveJudged } from './fixtures/judging';
import { memoFixtures } from './fixtures/memos';
import { writeMemo } from './memo';
import { memoNotes, type PreparedInline, type PreparedMemo } from './prepared';

/** Programs that know the formats better than we do. Where one is not installed, its tests are skipped by name. */
const run = promisify(execFile);
const has = (program: string, flag = '--version') => spawnSync(program, [flag]).error === undefined;
const pandoc = has('pandoc');
const poppler = has('pdftotext', '-v');
const office = has('soffice');

let folder = '';
let memo: PreparedMemo;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-judges-'));
  memo = await prepareFixture();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function save(format: MemoFormat, prepared = memo): Promise<string> {
  const files = await writeMemo(prepared, format);
  for (const file of files) await writeFile(join(folder, file.fileName), file.bytes);
  return join(folder, files[0]?.fileName ?? '');
}

/** Words only: line ends, hyphens at them, ligatures and kinds of quotes differ between programs. */
function words(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑–—-]\s*/gu, '-')
    .replace(/["“”'‘’`]/gu, '')
    .replace(/[\s\u00AD]+/gu, '');
}

function plain(children: readonly PreparedInline[]): string {
  return children
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'citation' ? runsText(inline.runs) : ''))
    .join('');
}

async function pdfText(path: string): Promise<string> {
  return (await run('pdftotext', ['-raw', path, '-'])).stdout;
}

function expectEveryNote(text: string): void {
  const all = words(text);
  const notes = memoNotes(memo);
  expect(notes.map(({ number }) => number)).toEqual(notes.map((_, index) => index + 1));
  expect(notes.length).toBe(10);
  // The number stands before its note, and what it says is there whole.
  for (const { number, children } of notes) expect(all).toContain(`${number}${words(plain(children))}`);
  for (const { runs } of memo.bibliography) expect(all).toContain(words(runsText(runs)));
}

describe.skipIf(!office || !poppler)('LibreOffice reads the Word file', () => {
  it('with every footnote and its citation', { timeout: 120_000 }, async () => {
    const path = await save('docx');
    const profile = pathToFileURL(join(folder, 'office-profile')).href;
    await run('soffice', [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path,
    ]);
    const text = await pdfText(path.replace(/docx$/, 'pdf'));
    expectEveryNote(text);
    for (const part of Object.values(hostile)) expect(words(text)).toContain(words(part));
  });
});

describe.skipIf(!poppler)('poppler reads the PDF', () => {
  it('with every footnote and its citation, tagged', async () => {
    // In a size in which no note goes on over the page, so that its words stand together.
    const path = await save('pdf', { ...memo, options: { ...memo.options, fontSize: 10 } });
    const text = await pdfText(path);
    expectEveryNote(text);
    for (const part of Object.values(hostile)) expect(words(text)).toContain(words(part));
    const { stdout } = await run('pdfinfo', [path]);
    expect(stdout).toMatch(/Tagged:\s+yes/);
    expect(stdout).toMatch(/JavaScript:\s+no/);
    expect(stdout).toMatch(/A4/);
    expect(stdout).toContain(memo.title);
  });
});

type Node = { t: string; c?: unknown };
function nodes(ast: unknown, type: string): Node[] {
  if (Array.isArray(ast)) return ast.flatMap((part) => nodes(part, type));
  if (typeof ast !== 'object' || ast === null) return [];
  const found = 't' in ast && ast.t === type ? [ast as Node] : [];
  return [...found, ...Object.values(ast).flatMap((part) => nodes(part, type))];
}

async function pandocAst(
  from: string,
  path: string,
  ...more: string[]
): Promise<{ blocks: unknown[]; warnings: string }> {
  const { stdout, stderr } = await run('pandoc', ['-f', from, '-t', 'json', ...more, path], { cwd: folder });
  const { blocks } = JSON.parse(stdout) as { blocks: unknown[] };
  return { blocks, warnings: stderr };
}

async function pandocPlain(from: string, path: string, ...more: string[]): Promise<string> {
  return (await run('pandoc', ['-f', from, '-t', 'plain', '--wrap=none', ...more, path], { cwd: folder })).stdout;
}

describe.skipIf(!pandoc)('pandoc reads the Markdown', () => {
  it('and, with the bibliography and the style beside it, makes the same number of notes', async () => {
    const path = await save('md');
    const { blocks, warnings } = await pandocAst('markdown', path, '--citeproc');
    expect(warnings).toBe('');
    expect(nodes(blocks, 'Note').length).toBe(memoNotes(memo).length);
    const { blocks: unrendered } = await pandocAst('markdown', path);
    expect(nodes(unrendered, 'Cite').length).toBe(10);
    expect(nodes(unrendered, 'Note').length).toBe(1);
  });

  it('with all its structure, and none that the text only pretends', async () => {
    const path = await save('md');
    const { blocks } = await pandocAst('markdown', path);
    const count = (type: string) => nodes(blocks, type).length;
    expect({
      headers: count('Header'),
      quotations: count('BlockQuote'),
      bullets: count('BulletList'),
      numbered: count('OrderedList'),
      tables: count('Table'),
      code: count('CodeBlock'),
      inlineCode: count('Code'),
      rules: count('HorizontalRule'),
      links: count('Link'),
      images: count('Image'),
      maths: count('Math'),
      raw: count('RawInline') + count('RawBlock'),
      bold: count('Strong'),
      italic: count('Emph'),
    }).toEqual({
      headers: 3,
      quotations: 2,
      bullets: 1,
      numbered: 1,
      tables: 1,
      code: 1,
      inlineCode: 0,
      rules: 1,
      links: 1,
      images: 0,
      maths: 0,
      raw: 0,
      bold: 1,
      italic: 1,
    });
    const text = words(await pandocPlain('markdown', path));
    for (const part of Object.values(hostile)) expect(text).toContain(words(part));
  });

  it('with the locators and affixes of each citation', async () => {
    const path = await save('md');
    const text = await pandocPlain('markdown', path, '--citeproc');
    expect(text).toMatch(/\[1\] .*, 12\b/);
    expect(text).toContain('para. 4');
    expect(text).toContain('): 45–46');
    expect(text).toContain('table 2');
    expect(text).toMatch(/See Ministry of Waterways/i);
    expect(text).toContain('3] 4');
    expect(text).toContain('@w');
  });
});

describe('the language of a block', () => {
  let spokenMemo: (format: MemoFormat) => Promise<string>;
  beforeAll(() => {
    const fixture = memoFixtures.find(({ name }) => name === 'languages')!;
    spokenMemo = async (format) =>
      saveJudged(folder, 'languages', await prepareJudged(fixture, { id: 'apa', locale: 'en-GB' }, format), format);
  });

  it.skipIf(!pandoc)('is what pandoc reads in Markdown and LaTeX', async () => {
    for (const [format, from, tags] of [
      ['md', 'markdown', ['fr', 'fr-CA', 'ru', 'fa', 'ur', 'sv', 'sr-Latn']],
      ['tex', 'latex', ['fr', 'sv', 'sv', 'sv']],
    ] as const) {
      const path = await spokenMemo(format);
      const { stdout } = await run('pandoc', ['-f', from, '-t', 'json', path]);
      const { blocks } = JSON.parse(stdout) as { blocks: unknown };
      const said = [...JSON.stringify(blocks).matchAll(/\["lang","([^"]+)"\]/g)].map(([, tag]) => tag);
      expect(said, format).toEqual(tags);
    }
  });

  it.skipIf(!office)('is what LibreOffice reads in Word and OpenDocument', { timeout: 120_000 }, async () => {
    for (const format of ['docx', 'odt'] as const) {
      const path = await spokenMemo(format);
      const profile = pathToFileURL(join(folder, 'office-profile')).href;
      await run('soffice', [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        'fodt',
        '--outdir',
        folder,
        path,
      ]);
      const flat = await readFile(join(folder, basename(path).replace(/\.\w+$/, '.fodt')), 'utf8');
      const automatic = /<office:automatic-styles>.*<\/office:automatic-styles>/s.exec(flat)?.[0] ?? '';
      for (const tag of [
        'language="fr" fo:country="FR"',
        'country="CA"',
        'language="sv"',
        'language="sr"',
        'language-complex="fa"',
      ]) {
        expect(automatic, `${format} ${tag}`).toContain(tag);
      }
      expect(automatic, format).toMatch(/script="Latn"|rfc-language-tag="sr-Latn-RS"/);
      expect(automatic, format).toContain('language-complex="ur" style:country-complex="PK"');
    }
  });
});

describe.skipIf(!pandoc)('pandoc reads the other formats', () => {
  it('HTML: structure and notes, and nothing that runs or loads', async () => {
    const path = await save('html');
    const { blocks } = await pandocAst('html', path);
    expect(nodes(blocks, 'Header').length).toBe(5);
    expect(nodes(blocks, 'Table').length).toBe(1);
    expect(nodes(blocks, 'BlockQuote').length).toBe(2);
    expect(nodes(blocks, 'Image').length).toBe(0);
    expectEveryNote((await pandocPlain('html', path)).replace(/^\s*(\d+)\.\s+/gm, '$1'));
  });

  it('LaTeX: structure, notes and citations, and no command of the text’s own', async () => {
    const path = await save('tex');
    const { blocks, warnings } = await pandocAst('latex', path);
    expect(warnings).not.toMatch(/could not|error/i);
    expect(nodes(blocks, 'Cite').length).toBe(10);
    expect(nodes(blocks, 'Header').length).toBe(2);
    expect(nodes(blocks, 'Table').length).toBe(1);
    expect(nodes(blocks, 'Math').length).toBe(0);
    const text = words(await pandocPlain('latex', path));
    for (const part of Object.values(hostile)) expect(text).toContain(words(part));
  });

  it('the bibliographies, with every source and its words', async () => {
    for (const [format, from] of [
      ['tex', 'biblatex'],
      ['md', 'csljson'],
    ] as const) {
      const files = await writeMemo(memo, format);
      const file = files[1];
      await writeFile(join(folder, 'bibliography'), file?.bytes ?? '');
      const { stdout } = await run('pandoc', ['-f', from, '-t', 'csljson', 'bibliography'], { cwd: folder });
      const items = JSON.parse(stdout) as {
        id: string;
        title: string;
        author: { family?: string; literal?: string }[];
      }[];
      expect(items.map(({ id }) => id).sort(), from).toEqual(
        [...memo.sources.values()].map(({ citationKey }) => citationKey).sort(),
      );
      const office = items.find(({ id }) => id === 'hostile_source');
      expect(office?.author[0]?.literal ?? office?.author[0]?.family, from).toBe('Office of #{} \\Escapes & Co.');
      expect(words(office?.title.replace(/<\/?span[^>]*>/g, '') ?? ''), from).toContain(words(hostile.latex));
    }
  });

  it('Word: footnotes are real, and right-to-left is kept', async () => {
    const path = await save('docx');
    const { blocks } = await pandocAst('docx', path);
    expect(nodes(blocks, 'Note').length).toBe(10);
    expect(nodes(blocks, 'Header').length).toBe(3);
    expect(nodes(blocks, 'Link').length).toBeGreaterThan(1);
    expect(nodes(blocks, 'Table').length).toBe(1);
    expect(nodes(blocks, 'OrderedList').length).toBe(1);
    const xml = await run('unzip', ['-p', path, 'word/document.xml']).then(
      ({ stdout }) => stdout,
      () => readFile(path, 'latin1'),
    );
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/>');
    expect(xml).toContain('w:bidi="fa-IR"');
  });
});

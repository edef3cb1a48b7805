import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoFormat } from '../../shared/domain/exports';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import { memoDocument, hostile, prepareFixture } from './fixture';
import { writeMemo } from './memo';

const run = promisify(execFile);
const has = (program: string, flag = '--version') => spawnSync(program, [flag]).error === undefined;
const pandoc = has('pandoc');
const tex = has('lualatex');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-front-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const chosen: Partial<MemoExportOptions> = {
  paper: 'letter',
  layout: 'report',
  subtitle: 'An account of \u202Eit',
  author: 'Mira Vale',
  date: '18 April 2023',
  summary: `In short.\n\n${hostile.html} ${hostile.latex} ${hostile.markdown}`,
  contents: true,
  numberedHeadings: true,
  bibliographyTitle: 'Works cited',
};

async function saved(format: MemoFormat, options = chosen): Promise<{ path: string; text: string }> {
  const memo = await prepareFixture(
    'chicago-notes',
    memoDocument,
    'en-GB',
    format === 'md' || format === 'tex',
    options,
  );
  const files = await writeMemo(memo, format);
  for (const file of files) await writeFile(join(folder, file.fileName), file.bytes);
  return { path: join(folder, files[0]!.fileName), text: new TextDecoder().decode(files[0]!.bytes) };
}

const squeezed = (text: string) => text.replace(/[\s‘’“”'"`]+/gu, '');

describe('what stands with the title, contents and numbers', () => {
  it('are in the plain text', async () => {
    const { text } = await saved('txt');
    expect(text).toContain('An account of [U+202E]it\n\nMira Vale, 18 April 2023\n\nIn short.');
    expect(text).toMatch(/Contents\n-+\n\n1\u2002How the toll began\n {2}1\.1\u2002What was said/);
    expect(text).toMatch(/1\.1\u2002What was said\n-+/);
    expect(text).toContain('Works cited\n---');
  });

  it('are in the HTML, on the paper that was chosen', async () => {
    const { text } = await saved('html');
    expect(text).toContain('<p class="subtitle" role="doc-subtitle">An account of [U+202E]it</p>');
    expect(text).toContain('<p class="byline">Mira Vale · 18 April 2023</p>');
    expect(text).toContain('<a href="#section-2">1.1\u2002What was said</a>');
    expect(text).toContain('<h3 id="section-2">1.1\u2002What was said</h3>');
    expect(text).toContain('size: letter');
    expect(text).not.toContain('<script');
  });

  it.skipIf(!pandoc)('are in the Markdown and in the LaTeX as pandoc reads them', async () => {
    for (const [format, from] of [
      ['md', 'markdown'],
      ['tex', 'latex'],
    ] as const) {
      const { path } = await saved(format);
      const template = join(folder, 'all.template');
      await writeFile(template, '$title$|$subtitle$|$for(author)$$author$$endfor$|$date$|$abstract$|$body$');
      const read = async (to: string) =>
        (await run('pandoc', ['-f', from, '-t', to, '--template', template, '--wrap=none', path])).stdout;
      const plain = await read('plain');
      expect(plain).toContain('An account of [U+202E]it');
      expect(plain).toContain('|Mira Vale|18 April 2023|In short.');
      for (const part of [hostile.html, hostile.markdown]) expect(squeezed(plain)).toContain(squeezed(part));
      expect(await read('html')).not.toMatch(/<script>|<img|javascript:alert\(1\)"/);
    }
    const { path } = await saved('md');
    const cited = (await run('pandoc', ['-f', 'markdown', '-t', 'plain', '-s', '--citeproc', path], { cwd: folder }))
      .stdout;
    expect(cited).toContain('Works cited');
    expect(cited).toMatch(/1\.1.What was said/);
    const bare = await saved('md', { bibliography: false });
    const without = (await run('pandoc', ['-t', 'plain', '--citeproc', bare.path], { cwd: folder })).stdout;
    expect(without).not.toContain('Bibliography');
    expect(without).not.toMatch(/^Vale, Mira\./m);
  });

  it.skipIf(!tex)('are in what LuaLaTeX makes of the LaTeX', { timeout: 120_000 }, async () => {
    const { path } = await saved('tex');
    await run('lualatex', ['-interaction=nonstopmode', '-halt-on-error', path], { cwd: folder });
  });
});

describe('a table in plain text', () => {
  it('keeps its columns under each other however long its cells are', async () => {
    const cell = (value: string, header = false) => ({
      header,
      children: [{ type: 'text' as const, text: value, formats: [], marks: [] }],
    });
    const long = 'The ministry closed the ports, and nobody said why. '.repeat(4).trim();
    const rows = [
      { cells: [cell('Date', true), cell('What happened', true)] },
      { cells: [cell('18 April 2023'), cell(long)] },
      { cells: [cell('19 April'), cell('x'.repeat(200))] },
    ];
    const memo = await prepareFixture('apa', { ...memoDocument, blocks: [{ type: 'table', rows }] });
    const [file] = await writeMemo(memo, 'txt');
    const lines = new TextDecoder().decode(file!.bytes).split('\n').slice(3, -1);
    const bar = lines[0]!.indexOf('|');
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(88);
      if (line.length > bar) expect(line[bar]).toBe('|');
    }
    const second = lines.map((line) => line.slice(bar + 2)).join(' ');
    expect(second.replace(/[\s-]+/g, ' ')).toContain(long);
  });
});

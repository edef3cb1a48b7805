import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoFormat } from '../../shared/domain/exports';
import type { Inline, MemoBlock, MemoDocument, ReferenceShow } from '../../shared/memo/document';
import { openPdf } from '../importing/pdf/open';
import { cite, footnote, hostile, pictureHash, prepareFixture, text } from './fixture';
import { writeMemo } from './memo';

const run = promisify(execFile);
const has = (program: string, flag = '--version') => spawnSync(program, [flag]).error === undefined;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-figures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const image = (
  id: string,
  caption: Inline[],
  more: Partial<Extract<MemoBlock, { type: 'image' }>> = {},
): MemoBlock => ({
  type: 'image',
  id,
  sha256: pictureHash,
  mediaType: 'image/png',
  pixels: { width: 1, height: 1 },
  alt: 'A red strait',
  width: 0.5,
  caption,
  ...more,
});
const see = (targetId: string, show: ReferenceShow = 'label-and-number'): Inline => ({
  type: 'cross-reference',
  targetId,
  show,
});
const paragraph = (...children: Inline[]): MemoBlock => ({ type: 'paragraph', children });
const cell = (words: string) => ({ header: false, children: [text(words)] });

const memo: MemoDocument = {
  version: 2,
  blocks: [
    { type: 'heading', level: 1, id: 'h', children: [text('Of maps')] },
    paragraph(
      text('See '),
      see('map'),
      text(', number '),
      see('ships', 'number'),
      text(', '),
      see('tolls'),
      text(', part '),
      see('h', 'title'),
      text(' on '),
      see('map', 'page'),
      text('; '),
      see('gone'),
      text('.'),
    ),
    image('map', [text('The strait at low water'), cite('vale'), footnote(text('Drawn in 1911.'))]),
    image('ornament', []),
    {
      type: 'table',
      id: 'tolls',
      caption: [text('What a passage cost'), cite('okoro')],
      rows: [{ cells: [cell('Tarn'), cell('40')] }],
    },
    { type: 'table', rows: [{ cells: [cell('No caption'), cell('and no number')] }] },
    image('ships', [text('Ships ' + hostile.html)], { alt: hostile.latex + hostile.typst + '"\u202Eevil', width: 1 }),
    image('lost', [text('What is lost')], { sha256: 'ee'.repeat(32), alt: 'A burnt map' }),
  ],
};

async function exported(format: MemoFormat, document = memo, locale = 'en-GB', style = 'chicago-notes') {
  const later = format === 'md' || format === 'tex';
  const files = await writeMemo(await prepareFixture(style, document, locale, later), format);
  for (const file of files) await writeFile(join(folder, file.fileName), file.bytes);
  const [first] = files;
  return { files, path: join(folder, first?.fileName ?? ''), said: new TextDecoder().decode(first?.bytes) };
}

const plain = (said: string) => said.replace(/\s+/gu, ' ');

describe('figures, captions and references', () => {
  it('are numbered apart in the order of the memo, in its language, in plain text', async () => {
    const { said } = await exported('txt');
    expect(plain(said)).toContain(
      'See Figure 1, number 2, Table 1, part Of maps on Figure 1; [missing: cross-reference].',
    );
    expect(plain(said)).toContain('[Figure 1: The strait at low water[1][2]]');
    expect(plain(said)).toContain('[A red strait]');
    expect(plain(said)).toContain('Table 1. What a passage cost[3]');
    expect(plain(said)).toContain('[Figure 3: What is lost]');
    expect(plain((await exported('txt', memo, 'de-DE')).said)).toContain('See Abbildung 1, number 2, Tabelle 1');
  });

  it('stand in one HTML file with links, and say what a picture shows', async () => {
    const { said, files } = await exported('html');
    expect(files).toHaveLength(1);
    expect(said).toContain('<figure id="figure-1">');
    expect(said).toMatch(/<img class="w50" alt="A red strait" width="1" height="1" src="data:image\/png;base64,iVBOR/);
    expect(said).toContain('img-src data:;');
    expect(said).toContain('<a href="#figure-1">Figure\u00A01</a>');
    expect(said).toContain('<a href="#heading-1">Of maps</a>');
    expect(said).toMatch(/<table id="table-1">\n<caption>Table\u00A01\. What a passage cost/);
    expect(said).toContain('[missing picture: A burnt map]');
    expect(said).not.toContain('<script>');
    expect(said).not.toContain('onerror=alert(1)>');
  });

  it('are Word’s own captions, counted by Word, with alternative text', async () => {
    const { files } = await exported('docx');
    const zip = await JSZip.loadAsync(files[0]!.bytes);
    const xml = await zip.file('word/document.xml')!.async('string');
    expect(Object.keys(zip.files).filter((name) => name.startsWith('word/media/'))).not.toEqual([]);
    expect(xml).toContain('descr="A red strait"');
    expect(xml).toContain('> SEQ Figure \\* ARABIC <');
    expect(xml).toContain('> SEQ Table \\* ARABIC <');
    expect(xml).toMatch(/w:bookmarkStart w:name="_Ref_figure_1"/);
    expect(xml).toContain('> REF _Ref_figure_1 \\h <');
    expect(xml).toContain('> REF _Heading_heading_1 \\h <');
    expect(xml).toContain('PAGEREF _Ref_figure_1');
    expect(xml).toContain('[missing picture: A burnt map]');
    // Every reference names a bookmark that is there.
    const names = new Set([...xml.matchAll(/w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    for (const [, name] of xml.matchAll(/(?:REF|PAGEREF) (_\w+)/g)) expect(names).toContain(name);
  });

  it.skipIf(!has('soffice') || !has('pdftotext', '-v'))(
    'open in LibreOffice with their numbers',
    async () => {
      const { path } = await exported('docx');
      await run('soffice', [
        `-env:UserInstallation=file://${join(folder, 'office')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        join(folder, 'out'),
        path,
      ]);
      const out = join(folder, 'out', `${path.split('/').at(-1)!.replace(/docx$/, 'pdf')}`);
      const said = plain((await run('pdftotext', ['-layout', out, '-'])).stdout);
      expect(said).toContain('See Figure 1, number 2, Table 1, part Of maps on page 1;');
      expect(said).toContain('Figure 1. The strait at low water');
      expect(said).toContain('Figure 3. What is lost');
      expect(said).toContain('Table 1. What a passage cost');
      expect((await run('pdfimages', ['-list', out])).stdout.trim().split('\n').length).toBeGreaterThan(3);
    },
    120_000,
  );

  it.skipIf(!has('pdftotext', '-v'))('are tagged and linked in a PDF', async () => {
    const { path } = await exported('pdf');
    const said = plain((await run('pdftotext', ['-layout', path, '-'])).stdout);
    expect(said).toContain('See Figure 1, number 2, Table 1, part Of maps on page 1; [missing: cross-reference].');
    expect(said).toContain('Figure 1. The strait at low water');
    expect(said).toContain('Table 1. What a passage cost');
    expect(said).toContain('[missing picture: A burnt map]');
    const structure = (await run('pdfinfo', ['-struct-text', path])).stdout;
    expect(structure).toContain('Figure');
    expect(structure).toContain('Caption');
    const pdf = await openPdf(await readFile(path));
    expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toContain('"alt":"A red strait"');
    expect((await run('pdfimages', ['-list', path])).stdout.trim().split('\n').length).toBeGreaterThan(3);
  });

  it('lie beside Markdown and LaTeX as files', async () => {
    const markdown = await exported('md');
    const names = markdown.files.map(({ fileName }) => fileName);
    expect(names).toContain('The-toll-its-critics-1-figure-1.png');
    expect(markdown.said).toContain('](<The-toll-its-critics-1-figure-1.png>){#figure-1 alt="A red strait" width=50%}');
    expect(markdown.said).toContain('[Figure\u00A01](#figure-1)');
    const latex = await exported('tex');
    expect(latex.files.map(({ fileName }) => fileName)).toContain('The-toll-its-critics-1-figure-1.png');
    expect(latex.said).toContain('\\hyperref[figure-1]{Figure~\\ref*{figure-1}}');
    expect(latex.said).toContain('page~\\pageref{figure-1}');
    expect(latex.said).toMatch(/\\caption\{The strait at low water \\unskip\\protect\\footnotemark\{\}/);
    expect(latex.said).toContain('\\footnotetext{Drawn in 1911.}');
  });

  it.skipIf(!has('pandoc'))('are figures to pandoc, from Markdown and from LaTeX', async () => {
    for (const format of ['md', 'tex'] as const) {
      const { path } = await exported(format);
      const args = format === 'md' ? ['-f', 'markdown', '--citeproc'] : ['-f', 'latex'];
      const { stdout } = await run('pandoc', [...args, '-t', 'html', path], { cwd: folder });
      const said = plain(stdout.replaceAll('&nbsp;', ' '));
      expect(said).toMatch(/<figure[\s>]/);
      expect(said).toMatch(/<img[^>]*src="The-toll-its-critics-1-figure-1\.png"/);
      expect(said).toContain('The strait at low water');
      // pandoc reads no \footnotetext, which is what LaTeX needs for the notes of a caption.
      if (format === 'md') expect(said).toContain('Drawn in 1911.');
      expect(said).toMatch(/<caption>.*What a passage cost/);
      expect(said).not.toContain('<script>');
      const anchors = new Set([...said.matchAll(/id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, anchor] of said.matchAll(/href="#((?:figure|table|heading)-[0-9]+)"/g))
        expect(anchors).toContain(anchor);
      if (format === 'md') expect(said).toContain('alt="A red strait"');
    }
  });
});

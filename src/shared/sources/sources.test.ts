import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../domain/csl';
import { uniqueCitationKey } from './citation-key';
import { defaultKeyPattern, keyByPattern, readKeyPattern } from './key-pattern';
import { shortCitation, sourceColumns } from './describe';
import { normaliseDoi, normaliseUrl } from './identifiers';
import { displayAuthors } from './names';

const person = (family: string, given = '') => ({ family, given });
const item = (fields: Partial<CslItem>): CslItem => ({ type: 'webpage', ...fields }) as CslItem;
const issued = { 'date-parts': [[2023, 4, 18]] };

function keyOf(csl: CslItem, pattern = defaultKeyPattern): string {
  const read = readKeyPattern(pattern);
  if (!read.ok) throw new Error(read.reason);
  return keyByPattern(csl, read.pattern);
}

describe('short citations', () => {
  it.each<[Partial<CslItem>, string]>([
    [{ author: [person('Vell')], issued }, 'Vell 2023'],
    [{ author: [person('Vell'), person('Orr')], issued }, 'Vell & Orr 2023'],
    [{ author: [person('Vell'), person('Orr'), person('Dane')], issued }, 'Vell et al. 2023'],
    [{ author: [{ literal: 'Tarn River Institute' }], issued }, 'Tarn River Institute 2023'],
    [{ author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }] }, 'van der Berg n.d.'],
    [{ editor: [person('Orr')], issued }, 'Orr 2023'],
    [
      { author: [], title: 'Border incidents on the upper Tarn and what they mean', issued },
      'Border incidents on the upper Tarn and… 2023',
    ],
    [{}, 'Untitled n.d.'],
  ])('%j → %s', (fields, expected) => expect(shortCitation(item(fields))).toBe(expected));

  it('survives fields that are not what CSL says', () => {
    const odd = { type: 'book', director: 'Somebody', author: [null, {}], title: 3 } as unknown as CslItem;
    expect(displayAuthors(odd)).toBe('');
    expect(sourceColumns(odd).title).toBe('3');
  });

  it('takes markup out of titles and falls back to the container for the publisher', () => {
    const columns = sourceColumns(item({ title: 'The <i>Tarn</i>\n question', 'container-title': 'Upland Courier' }));
    expect(columns.title).toBe('The Tarn question');
    expect(columns.publisher).toBe('Upland Courier');
  });
});

describe('citation keys', () => {
  it.each<[Partial<CslItem>, string]>([
    [{ author: [person('Vell')], issued, title: 'The Embassy Affair' }, 'vell2023embassy'],
    [{ author: [person('Əliköy-Şahın')], issued, title: 'Çay' }, 'elikoysahin2023cay'],
    [{ author: [{ literal: 'The Tarn River Institute' }], title: 'On water' }, 'tarnwater'],
    [{ author: [person('Вельский')], issued, title: 'Река' }, 'вельскии2023река'],
    [{}, 'source'],
  ])('%j → %s', (fields, expected) => expect(keyOf(item(fields))).toBe(expected));

  it('adds a, b, … z, aa when taken', () => {
    const taken = new Set<string>();
    for (let index = 0; index < 28; index++) taken.add(uniqueCitationKey('vell2023', (key) => taken.has(key)));
    expect([...taken].slice(0, 3)).toEqual(['vell2023', 'vell2023a', 'vell2023b']);
    expect([...taken].at(-1)).toBe('vell2023aa');
  });

  it('always makes keys that the contract accepts (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (family, title) => {
        expect(keyOf(item({ author: [{ family }], title, issued }))).toMatch(
          /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u,
        );
      }),
    );
  });
});

describe('duplicate recognition', () => {
  it('sees one address in its variants', () => {
    const key = 'example.org/a/b?id=7';
    for (const url of [
      'https://www.example.org/a/b/?utm_source=x&id=7#part',
      'http://example.org:80/a/b?id=7&fbclid=1',
      'https://EXAMPLE.org/a/b?id=7',
    ]) {
      expect(normaliseUrl(url)).toBe(key);
    }
    expect(normaliseUrl('javascript:alert(1)')).toBe('');
    expect(normaliseUrl('not an address')).toBe('');
  });
  it('sees one DOI in its variants', () => {
    for (const doi of [
      '10.1234/Ab.C',
      'doi:10.1234/ab.c',
      'https://doi.org/10.1234/AB.c',
      'http://dx.doi.org/10.1234%2Fab.c',
    ]) {
      expect(normaliseDoi(doi)).toBe('10.1234/ab.c');
    }
    expect(normaliseDoi('n/a')).toBe('');
  });
});

describe('patterns for citation keys', () => {
  const report = {
    type: 'report',
    title: 'The Spring of the Tarn, again',
    author: [
      { family: 'Hallam', given: 'Ada' },
      { family: 'Orr' },
      { literal: 'Ministry of Waterways' },
      { family: 'Kim' },
    ],
    issued: { 'date-parts': [[2021, 4]] },
    publisher: 'Delta Press',
    number: 'WP/04-B',
  } as CslItem;

  it.each([
    ['[auth][year][title]', 'hallam2021spring'],
    ['[auth:capital][year:2][title:2:capital]', 'Hallam21SpringTarn'],
    ['[auth:3:upper]_[year]', 'HAL_2021'],
    ['[authors]:[year]', 'hallamorrministryetal:2021'],
    ['[authors:2][year]', 'hallamorretal2021'],
    ['[type:3]-[number]', 'rep-wp04b'],
    ['src.[publisher:2].[site]', 'src.deltapress.'],
  ])('%s makes %s', (pattern, key) => expect(keyOf(report, pattern)).toBe(key));

  it('never makes nothing, nor a key that cannot be cited', () => {
    expect(keyOf({ type: 'book' }, '[site]')).toBe('source');
    expect(keyOf({ type: 'book', title: 'x' }, '[auth].[title]')).toBe('x');
    expect(keyOf({ type: 'book', title: 'Əliköy’də su' }, '[title:3]')).toBe('elikoydesu');
    expect(keyOf({ type: 'book', title: '水の町' }, '[title]')).toBe('水の町');
  });

  it.each([
    ['', 'needs a field'],
    ['abc', 'needs a field'],
    ['[auth', 'without its fellow'],
    ['[nobody]', 'is no field'],
    ['[auth:x]', 'says nothing'],
    ['[auth:0]', 'says nothing'],
    ['[auth] [year]', 'Between the fields'],
    ['{[auth]}', 'Between the fields'],
    ['-[auth]', 'begins with'],
  ])('says what is wrong with “%s”', (pattern, words) =>
    expect(readKeyPattern(pattern)).toEqual({ ok: false, reason: expect.stringContaining(words) }),
  );
});

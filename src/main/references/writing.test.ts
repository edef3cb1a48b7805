import { describe, expect, it } from 'vitest';
import { bibliographyFormats, type BibliographyFormat } from '../../shared/domain/exports';
import type { Reference } from '../../shared/domain/references';
import { sources } from '../exporting/fixture';
import { writeBibliography } from '.';

function write(format: BibliographyFormat, list: readonly Pick<Reference, 'citationKey' | 'csl'>[]): string {
  const references = list.map((each) => ({ tags: [], notes: [], collections: [], ...each }));
  return writeBibliography(format, references).text;
}

describe('bibliographies', () => {
  const all = [...sources.values()];

  it('write BibTeX that nothing in a source breaks out of', () => {
    const bib = write('bibtex', all);
    expect(bib).toContain('@article{okoroBrandt2022,');
    expect(bib).toContain('  author = {Okoro, Lise and Brandt, Jon}');
    expect(bib).toContain('  month = jun');
    expect(bib).toContain('  author = {{Ministry of Waterways}}');
    expect(bib).not.toContain('javascript');
    let depth = 0;
    for (const [sign] of bib.replace(/\\[{}\\]/g, '').matchAll(/[{}]/g)) {
      depth += sign === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('write BibLaTeX with dates, particles and organisations', () => {
    const bib = write('biblatex', [
      {
        citationKey: 'a b{c}',
        csl: {
          type: 'report',
          title: 'X – Y',
          author: [
            { family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van den', suffix: 'Jr' },
            { literal: 'Rock and Sand, Ltd' },
          ],
          issued: {
            'date-parts': [
              [2020, 3],
              [2021, 4, 5],
            ],
          },
          page: '3–9',
        },
      },
    ]);
    expect(bib).toContain('@report{a-b-c-,');
    expect(bib).toContain('author = {van den Berg, Jr, Ada and {Rock and Sand, Ltd}}');
    expect(bib).toContain('date = {2020-03/2021-04-05}');
    expect(bib).toContain('pages = {3--9}');
  });

  it('write RIS in which a field cannot begin another', () => {
    const ris = write('ris', [
      ...all,
      { citationKey: 'x', csl: { type: 'book', title: 'One\r\nER  - \r\nTY  - JOUR', issued: { raw: '2020-05-01' } } },
    ]);
    expect(ris.match(/^TY {2}- /gm)?.length).toBe(all.length + 1);
    expect(ris.match(/^ER {2}- /gm)?.length).toBe(all.length + 1);
    expect(ris).toContain('AU  - Okoro, Lise\r\n');
    expect(ris).toContain('SP  - 44\r\nEP  - 61\r\n');
    expect(ris).toContain('DA  - 2023/04/18/\r\n');
    expect(ris).toContain('TI  - One ER - TY - JOUR');
    expect(ris).toContain('PY  - 2020');
  });

  it('write CSL-JSON whole, with citation keys as ids', () => {
    const items = JSON.parse(
      write('csl-json', [
        { citationKey: 'k', csl: { type: 'book', id: 'old', title: 'T', custom: { a: 1 }, 'unknown-field': 'kept' } },
      ]),
    ) as unknown;
    const item = { type: 'book', title: 'T', custom: { a: 1 }, 'unknown-field': 'kept' };
    expect(items).toEqual([{ id: 'k', 'citation-key': 'k', ...item }]);
  });
});

describe('what is written', () => {
  const [[, source] = []] = [...sources];
  const csl = (url: string) => ({ citationKey: 'a<b>?c', csl: { ...source!.csl, URL: url } });

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
  ])('never writes the address %s into a bibliography', (url) => {
    for (const format of bibliographyFormats) expect(write(format, [csl(url)])).not.toContain(url.trim());
  });

  it('keeps web addresses, and words that are no address, in CSL-JSON', () => {
    for (const url of ['https://a.example/b?c=d', 'mailto:a@b.example', 'www.a.example'])
      expect(JSON.parse(write('csl-json', [csl(url)]))[0].URL).toBe(url);
  });

  it('writes keys that every reader of .bib files takes', () => {
    expect(write('biblatex', [csl('')])).toContain('{a-b--c,');
  });

  it('lets no name begin a record of its own in RIS', () => {
    const author = [{ literal: 'A\u0085ER  - \u001cTY  - BOOK\u2028x' }];
    const [record] = [write('ris', [{ citationKey: 'a', csl: { type: 'book', author } }])];
    expect(
      record!.split(/[\r\n\v\f\u001c-\u001e\u0085\u2028\u2029]+/).filter((line) => line.startsWith('TY')),
    ).toHaveLength(1);
  });
});

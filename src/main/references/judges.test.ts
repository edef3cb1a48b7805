import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CslDate, CslItem, CslName } from '../../shared/domain/csl';
import type { BibliographyFormat } from '../../shared/domain/exports';
import type { Reference } from '../../shared/domain/references';
import { writeBibliography } from '.';
import { reference } from './testing';

/** pandoc reads what we write. Where it is not installed, these tests are skipped by name. */
function pandoc(args: string[], input: string): string {
  const { stdout, status, stderr } = spawnSync('pandoc', args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
const isThere = spawnSync('pandoc', ['--version']).error === undefined;
/** The same ones in every run, with keys of their own. */
const sample: Reference[] = fc
  .sample(reference, { numRuns: 200, seed: 4 })
  .map((each, index) => ({ ...each, citationKey: `k${index}` }));

/**
 * What pandoc's reader of .bib files knows of, and calls as we do. Not here: fields of ours that pass TeX by under their own
 * names, languages, and dates that CSL says in more than one way (seasons, years before Christ, words).
 */
const texts = [
  'title',
  'title-short',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'abstract',
  'annote',
];
const numbers = ['volume', 'page', 'DOI', 'ISBN', 'ISSN', 'URL'];
const roles = ['author', 'editor'];

/**
 * As far as the two agree on what a letter is: kinds of quotes and dashes differ, braces without a fellow can only be written
 * by names that pandoc 2 does not know.
 */
function same(value: unknown): string {
  return String(value ?? '')
    .replace(/<\/?(?:span|i|b|sup|sub)(?:\s[^<>]*)?>/gu, '')
    .replace(/[‘’“”'"`]/gu, '')
    .replace(/[–—-]+/gu, '-')
    .replace(/[{}]/gu, '')
    .replace(/\s+/gu, '')
    .normalize('NFC');
}

/** .bib files do not say which particles are dropped when a family name stands alone, so only the words are compared. */
function sameName({ family, literal, suffix, ...rest }: CslName): Record<string, unknown> {
  const words = [rest.given, rest['dropping-particle'], rest['non-dropping-particle']].join(' ').split(/\s+/u);
  return {
    family: same(family),
    literal: same(literal),
    suffix: same(suffix),
    rest: words.map(same).filter(Boolean).toSorted(),
  };
}

/** Days, months and years of our era, also from one to another. */
function isPlain(date: CslDate | undefined): boolean {
  return date?.season === undefined && (date?.['date-parts']?.flat().every((part) => Number(part) > 0) ?? false);
}
const parts = (date: CslDate | undefined) => date?.['date-parts']?.map((side) => side.map(Number));

function expectAgreement(ours: CslItem, theirs: CslItem | undefined, where: string, fields: readonly string[]): void {
  const of = (item: CslItem | undefined, field: string) =>
    roles.includes(field) ? ((item?.[field] ?? []) as CslName[]).map(sameName) : same(item?.[field]);
  const said = fields.filter((field) => ours[field] !== undefined);
  if (isPlain(ours.issued)) expect(parts(theirs?.issued), `${where} issued`).toEqual(parts(ours.issued));
  const all = (item: CslItem | undefined) => Object.fromEntries(said.map((field) => [field, of(item, field)]));
  expect(all(theirs), where).toEqual(all(ours));
}

const all = [...texts, ...numbers, ...roles];

describe.skipIf(!isThere)('pandoc agrees with us', () => {
  it.each<BibliographyFormat>(['biblatex', 'bibtex', 'csl-json'])(
    'on what our %s says',
    { timeout: 60_000 },
    (format) => {
      const { text } = writeBibliography(format, sample);
      const from = format === 'csl-json' ? 'csljson' : format;
      const items = JSON.parse(pandoc(['-f', from, '-t', 'csljson'], text)) as CslItem[];
      const theirs = new Map(items.map((item) => [String(item.id), item]));
      expect(theirs.size).toBe(sample.length);
      for (const { citationKey, csl } of sample) {
        expectAgreement(csl, theirs.get(citationKey), `${format} ${csl.type} ${citationKey}`, all);
      }
    },
  );
});

import type { CslItem, CslName } from '../../../shared/domain/csl';
import { addressOf, dateParts, fieldText, namesOf, type BibliographySource } from './fields';

/** RIS reference types (RefMan, 2011). */
const types: Record<string, string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'VIDEO',
  chapter: 'CHAP',
  classic: 'CLSWK',
  dataset: 'DATA',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  entry: 'CHAP',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  regulation: 'STAT',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'HEAR',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** RIS, UTF-8, lines end in CR LF as the format asks. A line break in a field would begin a new one: fields have none. */
export function writeRis(sources: readonly BibliographySource[]): string {
  return sources.map(entry).join('\r\n');
}

function entry({ csl, citationKey }: BibliographySource): string {
  const lines: string[] = [`TY  - ${types[csl.type] ?? 'GEN'}`];
  const add = (tag: string, value: string) => {
    if (value !== '') lines.push(`${tag}  - ${value}`);
  };
  const people = (tag: string, key: string) => {
    for (const name of namesOf(csl, key)) add(tag, nameText(name));
  };
  add('ID', citationKey.replace(/\s/g, ''));
  people('AU', 'author');
  if (namesOf(csl, 'author').length === 0) people('AU', 'director');
  people('A2', 'editor');
  people('A3', 'collection-editor');
  people('A4', 'translator');
  add('TI', fieldText(csl, 'title'));
  add('ST', fieldText(csl, 'title-short'));
  add(csl.type === 'article-journal' ? 'JO' : 'T2', fieldText(csl, 'container-title'));
  add('T3', fieldText(csl, 'collection-title'));
  add('PB', fieldText(csl, 'publisher'));
  add('CY', fieldText(csl, 'publisher-place'));
  const [date] = dateParts(csl.issued);
  if (date) {
    add('PY', String(date[0]));
    add('DA', slashed(date));
  }
  const [accessed] = dateParts(csl.accessed);
  if (accessed) add('Y2', slashed(accessed));
  add('ET', fieldText(csl, 'edition'));
  add('VL', fieldText(csl, 'volume'));
  add('IS', fieldText(csl, 'issue') || fieldText(csl, 'number'));
  addPages(csl, add);
  add('M3', fieldText(csl, 'genre'));
  add('DO', fieldText(csl, 'DOI'));
  add('SN', fieldText(csl, 'ISBN') || fieldText(csl, 'ISSN'));
  add('UR', addressOf(csl));
  add('LA', fieldText(csl, 'language'));
  add('AB', fieldText(csl, 'abstract'));
  add('N1', fieldText(csl, 'note'));
  lines.push('ER  - ', '');
  return lines.join('\r\n');
}

function addPages(csl: CslItem, add: (tag: string, value: string) => void): void {
  const text = fieldText(csl, 'page');
  const range = /^([\w.]+)\s*[-–—]+\s*([\w.]+)$/u.exec(text);
  add('SP', range?.[1] ?? text);
  add('EP', range?.[2] ?? '');
}

function slashed(parts: readonly number[]): string {
  const [year, month, day] = parts;
  return [year, month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))).join('/') + '/';
}

function nameText(name: CslName): string {
  // Some readers take U+0085 and the separators U+001C to U+001F for line ends as well.
  // eslint-disable-next-line no-control-regex
  const clean = (text: string | undefined) => (text ?? '').replace(/[\s\u0000-\u001F\u007F-\u009F]+/gu, ' ').trim();
  if (name.literal) return clean(name.literal);
  const last = [clean(name['non-dropping-particle']), clean(name.family)].filter(Boolean).join(' ');
  const first = [clean(name.given), clean(name['dropping-particle'])].filter(Boolean).join(' ');
  return [last, first, clean(name.suffix)].filter((part) => part !== '').join(', ');
}

import type { CslItem, CslName } from '../../../shared/domain/csl';
import { latexKey } from '../latex';
import { escapeLatex } from '../latex-escape';
import { addressOf, dateParts, fieldText, isoDate, namesOf, type BibliographySource } from './fields';

type Dialect = 'bibtex' | 'biblatex';

const bibtexTypes: Record<string, string> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  book: 'book',
  classic: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  'entry-dictionary': 'incollection',
  entry: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
};

const biblatexTypes: Record<string, string> = {
  ...bibtexTypes,
  'entry-encyclopedia': 'inreference',
  'entry-dictionary': 'inreference',
  entry: 'inreference',
  report: 'report',
  thesis: 'thesis',
  review: 'review',
  'review-book': 'review',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  article: 'online',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  motion_picture: 'movie',
  broadcast: 'video',
  song: 'audio',
  musical_score: 'music',
  graphic: 'image',
  figure: 'image',
  map: 'image',
  legislation: 'legislation',
  bill: 'legislation',
  regulation: 'legislation',
  legal_case: 'jurisdiction',
  hearing: 'legal',
  treaty: 'legal',
  standard: 'standard',
  personal_communication: 'letter',
  performance: 'performance',
  pamphlet: 'booklet',
  periodical: 'periodical',
  speech: 'unpublished',
  interview: 'misc',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX, UTF-8. What classic BibTeX has no type or field for becomes `misc` with `howpublished` and `note`. */
export function writeBibtex(sources: readonly BibliographySource[]): string {
  return entries(sources, 'bibtex');
}

/** BibLaTeX for biber, UTF-8, with ISO dates. */
export function writeBiblatex(sources: readonly BibliographySource[]): string {
  return entries(sources, 'biblatex');
}

function entries(sources: readonly BibliographySource[], dialect: Dialect): string {
  const used = new Set<string>();
  return sources
    .map(({ csl, citationKey }) => {
      const type = (dialect === 'bibtex' ? bibtexTypes : biblatexTypes)[csl.type] ?? 'misc';
      const fields = (dialect === 'bibtex' ? bibtexFields : biblatexFields)(csl, type).filter(
        ([, value]) => value !== '',
      );
      const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
      return `@${type}{${uniqueKey(latexKey(citationKey), used)},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

/** Keys are unique in a library; taking characters out of two could make them the same. */
function uniqueKey(key: string, used: Set<string>): string {
  let unique = key;
  for (let count = 2; used.has(unique.toLowerCase()); count++) unique = `${key}-${count}`;
  used.add(unique.toLowerCase());
  return unique;
}

type Field = [name: string, value: string];

/** A value in braces, so that nothing in it ends it: every brace of the text itself is escaped. */
function braced(text: string): string {
  return text === '' ? '' : `{${escapeLatex(text).replaceAll('{[}', '[').replaceAll('{]}', ']')}}`;
}

/** Titles keep their capitals: BibTeX styles would lower them. */
function title(text: string): string {
  return text === '' ? '' : `{${braced(text)}}`;
}

/** Addresses are read by url packages, which want them as they are. */
function raw(text: string): string {
  return text === '' ? '' : `{${text.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))}}`;
}

function names(list: readonly CslName[]): string {
  return list
    .map(name)
    .filter((text) => text !== '')
    .join(' and ');
}

function name({ family, given, literal, suffix, ...particles }: CslName): string {
  const clean = (text: string | undefined) => escapeLatex((text ?? '').replace(/\s+/gu, ' ').trim());
  // Braces keep an organisation's name whole, and a comma or an "and" inside a name from parting it.
  const whole = (text: string) => (/,|\band\b/i.test(text) ? `{${text}}` : text);
  if (literal) return `{${clean(literal)}}`;
  const dropping = clean(particles['dropping-particle']);
  const last = [clean(particles['non-dropping-particle']), whole(clean(family))].filter(Boolean).join(' ');
  const first = [whole(clean(given)), dropping].filter(Boolean).join(' ');
  if (last === '') return first === '' ? '' : `{${first}}`;
  return [last, clean(suffix), first].filter((part) => part !== '').join(', ');
}

function authorField(csl: CslItem, key: string): string {
  const text = names(namesOf(csl, key));
  return text === '' ? '' : `{${text}}`;
}

function author(csl: CslItem): string {
  return authorField(csl, 'author') || authorField(csl, 'director') || authorField(csl, 'composer');
}

function pages(csl: CslItem): string {
  const text = fieldText(csl, 'page').replace(/\s*[-–—]+\s*/g, '--');
  return braced(text).replaceAll('-{}-', '--');
}

function common(csl: CslItem): Field[] {
  return [
    ['author', author(csl)],
    ['editor', authorField(csl, 'editor')],
    ['title', title(fieldText(csl, 'title'))],
  ];
}

function identifiers(csl: CslItem): Field[] {
  return [
    ['doi', raw(fieldText(csl, 'DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''))],
    ['isbn', braced(fieldText(csl, 'ISBN'))],
    ['issn', braced(fieldText(csl, 'ISSN'))],
    ['url', raw(addressOf(csl))],
  ];
}

function container(csl: CslItem, type: string, journal: string): Field[] {
  const value = title(fieldText(csl, 'container-title'));
  if (type === 'article' || type === 'review' || type === 'periodical') return [[journal, value]];
  if (/^in/.test(type)) return [['booktitle', value]];
  return [];
}

function bibtexFields(csl: CslItem, type: string): Field[] {
  const [[year, month] = []] = dateParts(csl.issued);
  const publisher = braced(fieldText(csl, 'publisher'));
  const publisherField = {
    techreport: 'institution',
    phdthesis: 'school',
    misc: 'howpublished',
    booklet: 'howpublished',
  }[type];
  const site = type === 'misc' ? fieldText(csl, 'container-title') : '';
  return [
    ...common(csl),
    ...container(csl, type, 'journal'),
    [publisherField ?? 'publisher', publisher || braced(site)],
    ['address', braced(fieldText(csl, 'publisher-place'))],
    ['series', braced(fieldText(csl, 'collection-title'))],
    ['edition', braced(fieldText(csl, 'edition'))],
    ['volume', braced(fieldText(csl, 'volume'))],
    ['number', braced(fieldText(csl, 'issue') || fieldText(csl, 'number'))],
    ['pages', pages(csl)],
    ['type', braced(fieldText(csl, 'genre'))],
    // subtle: month names are BibTeX's macros, so without braces.
    ['year', year === undefined ? '' : `{${year}}`],
    ['month', months[(month ?? 0) - 1] ?? ''],
    ...identifiers(csl),
    ['language', braced(fieldText(csl, 'language'))],
    ['abstract', braced(fieldText(csl, 'abstract'))],
    ['note', braced(fieldText(csl, 'note'))],
  ];
}

function biblatexFields(csl: CslItem, type: string): Field[] {
  const publisher = braced(fieldText(csl, 'publisher'));
  const institution = type === 'report' || type === 'thesis';
  const online = type === 'online';
  const site = title(fieldText(csl, 'container-title'));
  return [
    ...common(csl),
    ['translator', authorField(csl, 'translator')],
    ['bookauthor', authorField(csl, 'container-author')],
    ['shorttitle', title(fieldText(csl, 'title-short'))],
    ...container(csl, type, 'journaltitle'),
    [institution ? 'institution' : online ? 'organization' : 'publisher', publisher || (online ? site : '')],
    ['location', braced(fieldText(csl, 'publisher-place'))],
    ['series', braced(fieldText(csl, 'collection-title'))],
    ['edition', braced(fieldText(csl, 'edition'))],
    ['volume', braced(fieldText(csl, 'volume'))],
    ['number', braced(fieldText(csl, 'issue') || fieldText(csl, 'number'))],
    ['version', braced(fieldText(csl, 'version'))],
    ['pages', pages(csl)],
    ['type', braced(fieldText(csl, 'genre'))],
    ['eventtitle', braced(fieldText(csl, 'event-title'))],
    ['venue', braced(fieldText(csl, 'event-place'))],
    ['date', braced(isoDate(csl.issued)).replaceAll('-{}-', '--')],
    ['eventdate', braced(isoDate(csl['event-date']))],
    ['origdate', braced(isoDate(csl['original-date']))],
    ...identifiers(csl),
    ['urldate', braced(isoDate(csl.accessed))],
    ['abstract', braced(fieldText(csl, 'abstract'))],
    ['note', braced(fieldText(csl, 'note'))],
  ];
}

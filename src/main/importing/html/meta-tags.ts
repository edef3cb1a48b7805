import type { CslName, CslType } from '../../../shared/domain/csl';
import { looksLikeNewspaper } from '../metadata/choose';
import { parsePublicationDate } from '../metadata/dates';
import { pushText, type Facts, type PlainField } from '../metadata/facts';
import { cleanLanguage } from '../metadata/language';
import { parseName, parseNames } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { findAll, named, type DomElement } from './dom';

/** All <meta> values by lower-case name; Dublin Core's "dc:x", "dcterms.x" become "dc.x". */
export function metaTags(document: DomElement): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const element of findAll(document, named('meta'), 2000)) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.slice(0, 20_000).trim();
    if (!name || !content) continue;
    const key = name
      .trim()
      .toLowerCase()
      .replace(/^dc(?:terms)?[.:]/u, 'dc.');
    tags.set(key, [...(tags.get(key) ?? []), content].slice(0, 200));
  }
  return tags;
}

const plainTags: [tag: string, field: PlainField][] = [
  ['citation_issn', 'ISSN'],
  ['citation_isbn', 'ISBN'],
  ['citation_volume', 'volume'],
  ['citation_issue', 'issue'],
  ['citation_technical_report_number', 'number'],
];

/** Highwire (citation_*) and Dublin Core tags: what publishers write for libraries; the most trusted. */
export function scholarlyFacts(tags: Map<string, string[]>, facts: Facts): void {
  const first = (...names: string[]) => names.map((name) => tags.get(name)?.[0]).find((value) => value !== undefined);
  pushText(facts.title, first('citation_title'), 'citation_title');
  people(facts, tags.get('citation_author'), 'citation_author');
  people(
    facts,
    tags.get('citation_authors')?.flatMap((value) => value.split(/\s*;\s*/u)),
    'citation_authors',
  );
  dateFact(
    facts,
    first('citation_publication_date', 'citation_date', 'citation_online_date'),
    'citation_publication_date',
  );
  pushText(
    facts.container,
    first('citation_journal_title', 'citation_inbook_title', 'citation_conference_title'),
    'citation_journal_title',
  );
  const institution = first(
    'citation_publisher',
    'citation_technical_report_institution',
    'citation_dissertation_institution',
  );
  pushText(facts.publisher, institution, 'citation_publisher');
  languageFact(facts, first('citation_language'), 'citation_language');
  const doi = cleanDoi(first('citation_doi', 'prism.doi', 'bepress_citation_doi') ?? '');
  if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin: 'citation_doi' } });
  for (const [tag, field] of plainTags) {
    const value = first(tag);
    if (value) facts.plain.push({ field, fact: { value: value.slice(0, 200), origin: tag } });
  }
  const [from, to] = [first('citation_firstpage'), first('citation_lastpage')];
  if (from)
    facts.plain.push({ field: 'page', fact: { value: to ? `${from}–${to}` : from, origin: 'citation_firstpage' } });
  const type: CslType | null = tags.has('citation_journal_title')
    ? 'article-journal'
    : tags.has('citation_technical_report_institution')
      ? 'report'
      : tags.has('citation_dissertation_institution')
        ? 'thesis'
        : tags.has('citation_conference_title')
          ? 'paper-conference'
          : null;
  if (type) facts.type.push({ value: type, origin: 'citation_*' });
}

/** Open Graph, Dublin Core and the plain <meta> names: what most sites have. */
export function webFacts(tags: Map<string, string[]>, facts: Facts): void {
  const first = (...names: string[]) => names.map((name) => tags.get(name)?.[0]).find((value) => value !== undefined);
  pushText(facts.title, first('og:title'), 'og:title');
  pushText(facts.title, first('dc.title'), 'DC.title');
  pushText(facts.title, first('twitter:title'), 'twitter:title');
  pushText(facts.site, first('og:site_name'), 'og:site_name');
  pushText(facts.site, first('application-name'), 'application-name');
  pushText(facts.publisher, first('dc.publisher'), 'DC.publisher');
  people(facts, tags.get('dc.creator'), 'DC.creator');
  for (const name of ['author', 'article:author', 'parsely-author', 'sailthru.author', 'byl']) {
    const values = tags.get(name)?.filter((value) => !/^https?:/iu.test(value));
    const names = values?.flatMap((value) => parseNames(value.replace(/^by\s+/iu, '')));
    if (names && names.length > 0) facts.authors.push({ value: names, origin: name });
  }
  for (const name of [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'dc.date.issued',
    'dc.issued',
    'dc.date',
    'dc.created',
    'parsely-pub-date',
    'sailthru.date',
    'publish-date',
    'publication_date',
    'pubdate',
    'date',
  ]) {
    dateFact(facts, first(name), name);
  }
  const doi = (tags.get('dc.identifier') ?? []).map(cleanDoi).find((value) => value !== '');
  if (doi) facts.plain.push({ field: 'DOI', fact: { value: doi, origin: 'DC.identifier' } });
  const url = cleanUrl(first('og:url') ?? '');
  if (url !== '') facts.url.push({ value: url, origin: 'og:url' });
  languageFact(facts, first('dc.language'), 'DC.language');
  languageFact(facts, first('og:locale'), 'og:locale');
  pushText(
    facts.abstract,
    first('og:description', 'dc.description', 'description', 'twitter:description'),
    'description',
    5000,
  );
  const site = facts.site[0]?.value ?? '';
  if (/^article$/iu.test(first('og:type') ?? '') && looksLikeNewspaper(site))
    facts.type.push({ value: 'article-newspaper', origin: 'og:type' });
  if (/^book$/iu.test(first('og:type') ?? '')) facts.type.push({ value: 'book', origin: 'og:type' });
}

export function dateFact(facts: Facts, value: unknown, origin: string): void {
  const date = typeof value === 'string' ? parsePublicationDate(value) : null;
  if (date) facts.issued.push({ value: date, origin });
}

export function languageFact(facts: Facts, value: string | undefined | null, origin: string): void {
  const language = cleanLanguage(value ?? '');
  if (language !== '') facts.language.push({ value: language, origin });
}

function people(facts: Facts, values: string[] | undefined, origin: string): void {
  const names: CslName[] = (values ?? [])
    .slice(0, 100)
    .map(parseName)
    .filter((name) => (name.literal ?? name.family ?? '') !== '');
  if (names.length > 0) facts.authors.push({ value: names, origin });
}

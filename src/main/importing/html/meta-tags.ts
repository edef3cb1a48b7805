import type { CslName, CslType } from '../../../shared/domain/csl';
import { looksLikeNewspaper } from '../metadata/choose';
import { parsePublicationDate } from '../metadata/dates';
import { oneLine, pushText, type Facts, type PlainField } from '../metadata/facts';
import { cleanLanguage } from '../../../shared/domain/language';
import { parseName, parseNames, withoutLead } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { findAll, named, type DomElement } from './dom';

/** All <meta> values by lower-case name; Dublin Core's "dc:x", "dcterms.x" become "dc.x". */
export function metaTags(document: DomElement): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const element of findAll(document, named('meta'), 2000)) {
    const content = element.value('content').slice(0, 20_000).trim();
    const keys = ['property', 'name', 'itemprop'].flatMap((name) => element.value(name).toLowerCase().split(/\s+/u));
    if (content === '') continue;
    for (const key of new Set(
      keys.filter((name) => name !== '').map((name) => name.replace(/^dc(?:terms)?[.:]/u, 'dc.')),
    )) {
      tags.set(key, [...(tags.get(key) ?? []), content].slice(0, 200));
    }
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

const authorTags =
  'author dc.creator article:author parsely-author sailthru.author byl creator authors article:author_name article.author og:article:author lp.article:author cxenseparse:author citation_author';
const dateTags =
  'article:published_time og:article:published_time datepublished dc.date.issued dc.issued dc.date dc.created dc.date.created dc.available article:published article.published og:published_time og:pubdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date publish_date publishdate publication_date publication-date published_at date_published date-published pub_date pubdate originalpublicationdate article_date_original rnews:datepublished dcsext.articlefirstpublished release_date ptime date';
const titleTags = 'og:title headline dc.title parsely-title sailthru.title twitter:title title';

/** Open Graph, Dublin Core and the plain <meta> names: what most sites have. */
export function webFacts(tags: Map<string, string[]>, facts: Facts): void {
  const first = (...names: string[]) => names.map((name) => tags.get(name)?.[0]).find((value) => value !== undefined);
  for (const name of titleTags.split(' ')) pushText(facts.title, first(name), originOf(name));
  pushText(facts.site, first('og:site_name'), 'og:site_name');
  pushText(facts.site, first('application-name', 'apple-mobile-web-app-title'), 'application-name');
  pushText(facts.publisher, first('dc.publisher'), 'DC.publisher');
  for (const name of authorTags.split(' ')) {
    const names = tags.get(name)?.flatMap((value) => parseNames(withoutLead(value)));
    if (names && names.length > 0) facts.authors.push({ value: names, origin: originOf(name) });
  }
  // Cards for messengers say who wrote in whatever slot is free.
  for (const slot of ['1', '2']) {
    const names = /^(?:written by|author|by|автор|verfasst von|écrit par|escrito por|yazar)$/iu.test(
      first(`twitter:label${slot}`) ?? '',
    )
      ? parseNames(first(`twitter:data${slot}`) ?? '')
      : [];
    if (names.length > 0) facts.authors.push({ value: names, origin: `twitter:data${slot}` });
  }
  for (const name of dateTags.split(' ')) dateFact(facts, first(name), originOf(name));
  for (const identifier of tags.get('dc.identifier') ?? []) {
    const fact = (value: string) => ({ value, origin: 'DC.identifier' });
    const isbn = /^(?:urn:)?isbn[:\s]*([\dX -]{10,17})$/iu.exec(identifier)?.[1];
    if (isbn) facts.plain.push({ field: 'ISBN', fact: fact(isbn.trim()) });
    const doi = cleanDoi(identifier);
    if (doi !== '') facts.plain.push({ field: 'DOI', fact: fact(doi) });
  }
  const isbn = first('book:isbn', 'books:isbn', 'og:isbn', 'isbn');
  if (isbn) facts.plain.push({ field: 'ISBN', fact: { value: isbn.slice(0, 30), origin: 'book:isbn' } });
  const url = cleanUrl(first('og:url') ?? '');
  if (url !== '') facts.url.push({ value: url, origin: 'og:url' });
  languageFact(facts, first('dc.language'), 'DC.language');
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
  if (/^(?:ghost|blogger|substack|medium|typepad|livejournal)\b/iu.test(first('generator') ?? ''))
    facts.type.push({ value: 'post-weblog', origin: 'generator' });
}

/** A tag's name as people write it. */
function originOf(tag: string): string {
  return tag.replace(/^dc\./u, 'DC.');
}

export function dateFact(facts: Facts, value: unknown, origin: string): void {
  const date = parsePublicationDate(oneLine(value, 100));
  const isUtc = /T[\d:.]+(?:Z|\+00:?00)$/u.test(oneLine(value, 100));
  if (date) facts.issued.push({ value: date, origin, ...(isUtc ? { isUtc } : {}) });
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

import type { CslDate, CslName } from '../../../shared/domain/csl';
import { looksLikeNewspaper } from '../metadata/choose';
import { parsePublicationDate, parseShownDate } from '../metadata/dates';
import { pushText, type Fact, type Facts } from '../metadata/facts';
import { isOrganisation, parseByline, parseNames, withoutLead } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { blockElements } from './blocks';
import { find, findAll, isElement, named, textOf, traverse, type DomElement } from './dom';
import { languageFact } from './meta-tags';

/** What is known of a saved page beside its markup. */
export interface SavedPage {
  address: string;
  savedOn: CslDate | null;
  /** Pages in its frames, by what the frames' `src` says. */
  frames?: ReadonlyMap<string, string>;
}

type Test = (element: DomElement) => boolean;

const has =
  (attribute: string, pattern: RegExp): Test =>
  (element) =>
    pattern.test(element.value(attribute));
const anyOf =
  (...tests: Test[]): Test =>
  (element) =>
    tests.some((test) => test(element));

/** Where pages show who wrote, the surest first. */
const authorPlaces: Test[] = [
  has('itemprop', /(?:^|\s)(?:author|creator)(?:\s|$)/u),
  has('rel', /(?:^|\s)author(?:\s|$)/u),
  has('class', /(?:^|\s)(?:p-author|h-card|fn|vcard)(?:\s|$)/u),
  has(
    'class',
    /(?:^|[\s_-])by-?line|author-?names?|(?:^|\s)(?:(?:article|post|entry|story|news)[_-]*)?(?:author|writer|reporter|autor(?:en|es)?|auteur|autore|yazar|muellif|editor)s?(?:[_-]+(?:name|link))?(?:\s|$)/iu,
  ),
  anyOf(has('data-testid', /byline|author/iu), has('data-component', /byline|author/iu)),
  named('address'),
];

/** Where pages show when they were published, the surest first. */
const datePlaces: Test[] = [
  has('itemprop', /datePublished/u),
  anyOf(
    (element) => element.localName === 'time' && element.getAttribute('pubdate') !== null,
    has('class', /(?:^|\s)dt-published(?:\s|$)/u),
  ),
  named('time'),
  has(
    'class',
    /publish|(?:^|[\s_-])(?:date|posted|timestamp|time|zaman|tarih|tarix|datum|fecha|fech|data|дата)(?:$|[\s_-])|date|pubtime/iu,
  ),
  anyOf(has('id', /date|tarih|publish|pubtime/iu), has('data-testid', /timestamp|date/iu)),
];

/** Attributes in which pages repeat a shown date for machines. */
const dateAttributes = ['datetime', 'content', 'data-datetime', 'data-date', 'data-timestamp', 'data-seconds', 'title'];

/**
 * What the page shows rather than declares: headings, bylines, dates.
 * @param isPart whether an element belongs to the article rather than to what surrounds it
 */
export function visibleFacts(document: DomElement, heading: string, isPart: Test, facts: Facts): void {
  pushText(facts.title, heading, 'heading');
  pushText(facts.title, textOf(find(document, named('title'))), 'title');
  const language = facts.language[0]?.value ?? '';
  facts.authors.push(...authorsShown(document, isPart));
  facts.issued.push(...datesShown(document, isPart, language));
}

function authorsShown(document: DomElement, isWhere: Test): Fact<CslName[]>[] {
  return authorPlaces.flatMap((test) => {
    const names = unique(findAll(document, (element) => test(element) && isWhere(element), 10).flatMap(namesShown));
    return names.length > 0 ? [{ value: names.slice(0, 20), origin: 'byline' }] : [];
  });
}

/** Days of changes come last. */
function datesShown(document: DomElement, isWhere: Test, language: string): Fact<CslDate>[] {
  const shown = datePlaces.flatMap((test) =>
    findAll(document, (element) => test(element) && isWhere(element), 8).flatMap(
      (element) => dateShown(element, language) ?? [],
    ),
  );
  return [...shown.filter(({ updated }) => !updated), ...shown.filter(({ updated }) => updated)].map(
    ({ fact }) => fact,
  );
}

/** The names an element shows: those of the links or parts in it that are names, else those in its text. */
function namesShown(element: DomElement): CslName[] {
  const inside = findAll(
    element,
    anyOf(named('a'), has('itemprop', /^name$/u), has('class', /(?:^|[\s_-])(?:name|fn)(?:$|\s)/u)),
    20,
  );
  const linked = inside
    .flatMap((part) => plausibleNames(linesOf(part).join(' ')))
    .filter((name) => name.family !== undefined);
  if (linked.length > 0) return linked;
  const lines = element.localName === 'meta' ? [element.value('content')] : linesOf(element);
  return lines.filter((line) => line.length <= 150).flatMap((line) => parseByline(line) ?? plausibleNames(line));
}

function plausibleNames(text: string): CslName[] {
  return parseNames(withoutLead(text)).filter(
    (name) =>
      (name.family !== undefined && !/\p{L}{3}[.!?:]\s|\s\p{Ll}{4,}\s/u.test(`${name.given} ${name.family} `)) ||
      isOrganisation(name.literal ?? ''),
  );
}

/** The lines an element shows, with a space between neighbouring inline elements. */
function linesOf(element: DomElement): string[] {
  const parts: string[] = [];
  traverse(
    element,
    (node) => {
      if (!isElement(node)) parts.push(node);
      else if (named('script', 'style', 'svg', 'button')(node)) return false;
      else parts.push(blockElements.has(node.localName) || node.localName === 'br' ? '\n' : ' ');
      return true;
    },
    (node) => void parts.push(blockElements.has(node.localName) ? '\n' : ' '),
  );
  return parts
    .join('')
    .slice(0, 1000)
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .replace(/ (?=[,.;:])/gu, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

function dateShown(element: DomElement, language: string): { fact: Fact<CslDate>; updated: boolean } | null {
  const about = `${element.value('class')} ${element.value('itemprop')} ${element.parent?.value('class') ?? ''}`;
  const shown = linesOf(element)
    .map((line) => parseShownDate(line, { language }))
    .find((line) => line !== null);
  const stated = dateAttributes
    .map((name) => parsePublicationDate(element.value(name), { language }))
    .find((date) => date !== null);
  const date = stated ?? shown?.date;
  if (!date) return null;
  const updated = (shown?.updated ?? false) || /modif|updat/iu.test(about);
  return { fact: { value: date, origin: stated ? 'time element' : 'visible date' }, updated };
}

/**
 * What stands in a place that is furniture otherwise, for pages that show it nowhere else: the date nearest to the heading.
 * @param distance how far an element is from the heading
 */
export function remoteFacts(document: DomElement, distance: (element: DomElement) => number, facts: Facts): void {
  const language = facts.language[0]?.value ?? '';
  if (facts.authors.length === 0) facts.authors.push(...authorsShown(document, () => true).slice(0, 1));
  if (facts.issued.length > 0) return;
  const isDate = (element: DomElement) => {
    const line = textOf(element, 80);
    return /\p{Nd}/u.test(line) && line.length < 80 && parsePublicationDate(line, { language }) !== null;
  };
  const [nearest] = findAll(document, isDate, 50).sort((a, b) => distance(a) - distance(b));
  const shown = nearest && dateShown(nearest, language);
  if (shown) facts.issued.push(shown.fact);
}

/** What is known from the page's address and its root element. */
export function addressFacts(document: DomElement, facts: Facts): void {
  const canonical = find(document, (element) => named('link')(element) && /^canonical$/iu.test(element.value('rel')));
  const address = cleanUrl(canonical?.value('href') ?? '');
  if (address !== '') facts.url.push({ value: address, origin: 'canonical link' });
  const root = find(document, named('html'));
  languageFact(facts, root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'), 'lang');
  const stated = find(document, has('http-equiv', /^content-language$/iu));
  languageFact(facts, stated?.getAttribute('content'), 'lang');
  const locale = find(document, has('property', /^og:locale$/iu));
  languageFact(facts, locale?.getAttribute('content'), 'og:locale');
}

/** What follows from the other facts: the address's DOI, the site's name and kind. */
export function impliedFacts(document: DomElement, heading: string, facts: Facts): void {
  const ownDoi = cleanDoi(facts.url.map((fact) => fact.value).join(' '));
  if (ownDoi !== '') facts.plain.push({ field: 'DOI', fact: { value: ownDoi, origin: 'address' } });
  else if (facts.type[0]?.value === 'article-journal') {
    const link = find(document, (element) => named('a')(element) && element.value('href').includes('doi.org/10.'));
    const doi = cleanDoi(link?.value('href') ?? '');
    if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin: 'DOI link' } });
  }
  for (const fact of facts.title) siteFromTitle(fact.value, heading, facts);
  if (facts.type.length > 0) return;
  if (facts.site.some((fact) => looksLikeNewspaper(fact.value)) && facts.issued.length > 0)
    facts.type.push({ value: 'article-newspaper', origin: 'site name' });
  else if (
    facts.url.some((fact) =>
      /^https?:\/\/(?:[^/]*\.)?(?:blogspot\.|substack\.com|medium\.com|wordpress\.com|livejournal\.com|blog\.)/iu.test(
        fact.value,
      ),
    )
  )
    facts.type.push({ value: 'post-weblog', origin: 'address' });
}

/** Browsers and SingleFile write the page's address, and when it was saved, into a comment at the top. */
export function savedPageComment(html: string): SavedPage | null {
  for (const [, comment = ''] of html.slice(0, 5000).matchAll(/<!--([\s\S]{0,2000}?)-->/gu)) {
    const saved = /saved from url=\(\d+\)(\S+)/u.exec(comment) ?? /\burl:\s*(https?:\S+)/u.exec(comment);
    const when = /saved date:\s*\w{3}\s+(\w{3})\s+(\d{1,2})\s+(\d{4})/u.exec(comment);
    if (saved)
      return { address: saved[1] ?? '', savedOn: when && parsePublicationDate(`${when[1]} ${when[2]}, ${when[3]}`) };
  }
  return null;
}

export function savedPageFacts({ address, savedOn }: SavedPage, facts: Facts): void {
  const url = cleanUrl(address);
  if (url !== '') facts.url.push({ value: url, origin: 'saved page' });
  if (savedOn) facts.accessed.push({ value: savedOn, origin: 'saved page' });
}

/** "Heading | Site name": what the <title> adds to the heading is the site. */
function siteFromTitle(title: string, heading: string, facts: Facts): void {
  if (heading === '' || !title.startsWith(heading) || facts.site.length > 0) return;
  const rest = /^\s*[|·•»:–—-]\s*(.{2,80})$/u.exec(title.slice(heading.length));
  const name = rest?.[1]
    ?.split(/\s+[|·•»–—-]\s+/u)
    .at(-1)
    ?.trim();
  if (name) facts.site.push({ value: name, origin: 'title' });
}

function unique<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

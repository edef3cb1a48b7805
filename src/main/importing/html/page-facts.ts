import { looksLikeNewspaper } from '../metadata/choose';
import { parsePublicationDate } from '../metadata/dates';
import { pushText, type Facts } from '../metadata/facts';
import { isOrganisation, parseByline, parseNames } from '../metadata/names';
import { sameTitle } from '../metadata/titles';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { ancestors, find, findAll, isElement, named, textOf, traverse, type DomElement } from './dom';
import { languageFact } from './meta-tags';

const has = (attribute: string, pattern: RegExp) => (element: DomElement) => pattern.test(element.value(attribute));
const classed = (pattern: RegExp) => has('class', pattern);

/** What the page shows rather than declares: headings, bylines, dates, addresses that savers leave behind. */
export function visibleFacts(document: DomElement, heading: string, facts: Facts): void {
  pushText(facts.title, heading, 'heading');
  pushText(facts.title, textOf(find(document, named('title'))), 'title');

  for (const test of [
    has('itemprop', /^author$/u),
    has('rel', /(?:^|\s)author(?:\s|$)/u),
    classed(/(?:^|\s)(?:byline|author|article-author)(?:\s|$)/u),
    classed(/byline/iu),
    classed(/(?:^|\s)post-author(?:\s|$)/u),
  ]) {
    const names = findAll(document, test, 10).flatMap((element) => {
      const text = textOf(element, 250);
      return text.length > 150 ? [] : (parseByline(text) ?? plausibleNames(text));
    });
    if (names.length > 0) {
      facts.authors.push({ value: unique(names), origin: 'byline' });
      break;
    }
  }

  for (const test of [
    has('itemprop', /datePublished/u),
    (element: DomElement) => element.localName === 'time' && element.getAttribute('pubdate') !== null,
    (element: DomElement) => element.localName === 'time' && [...ancestors(element)].some(named('article')),
    (element: DomElement) => element.localName === 'time' && [...ancestors(element)].some(named('main')),
    named('time'),
    classed(/(?:^|\s)(?:date|published|post-date|entry-date)(?:\s|$)/u),
    classed(/publish/iu),
    classed(/date/iu),
  ]) {
    for (const element of findAll(document, test, 5)) {
      const date =
        parsePublicationDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '') ??
        parsePublicationDate(textOf(element, 120));
      if (date)
        facts.issued.push({ value: date, origin: element.getAttribute('datetime') ? 'time element' : 'visible date' });
    }
  }

  const canonical = cleanUrl(
    find(
      document,
      (element) => element.localName === 'link' && element.value('rel').toLowerCase() === 'canonical',
    )?.value('href') ?? '',
  );
  if (canonical !== '') facts.url.push({ value: canonical, origin: 'canonical link' });
  const doiLink = find(
    document,
    (element) => element.localName === 'a' && element.value('href').includes('doi.org/10.'),
  );
  const ownDoi = cleanDoi(facts.url.map((fact) => fact.value).join(' '));
  if (ownDoi !== '') facts.plain.push({ field: 'DOI', fact: { value: ownDoi, origin: 'address' } });
  else if (doiLink && facts.type[0]?.value === 'article-journal') {
    facts.plain.push({ field: 'DOI', fact: { value: cleanDoi(doiLink.value('href')), origin: 'DOI link' } });
  }
  const root = find(document, named('html'));
  languageFact(facts, root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'), 'lang');
  for (const fact of facts.title) siteFromTitle(fact.value, heading, facts);
  if (facts.type.length === 0 && facts.site.some((fact) => looksLikeNewspaper(fact.value)) && facts.issued.length > 0) {
    facts.type.push({ value: 'article-newspaper', origin: 'site name' });
  }
}

/**
 * The element that shows the page's title: the heading that says what the page declares its title to be, else the first
 * level-1 heading of its article, else the only one of the page.
 */
export function mainHeading(document: DomElement, titles: readonly string[]): DomElement | null {
  const headings = findAll(document, named('h1', 'h2', 'h3'), 500).filter((element) => textOf(element, 10) !== '');
  const ranked = ['h1', 'h2', 'h3'].flatMap((name) => headings.filter(named(name)));
  for (const title of titles) {
    const same = ranked.find((element) => isTitle(textOf(element, 500), title));
    if (same) return same;
  }
  const marked = find(
    document,
    (element) => /^headline$|\bp-name\b/u.test(element.value('itemprop')) && textOf(element) !== '',
  );
  if (marked) return marked;
  const first = headings.filter(named('h1'));
  const inside = first.find((element) =>
    [...ancestors(element)].some((above) => named('article', 'main')(above) || above.value('role') === 'main'),
  );
  if (inside) return inside;
  if (first.length === 1) return first[0] ?? null;
  return shown(document, titles);
}

/** Old pages show their title in no heading at all. */
function shown(document: DomElement, titles: readonly string[]): DomElement | null {
  let found: DomElement | null = null;
  const body = find(document, named('body')) ?? document;
  traverse(body, (node) => {
    if (found || !isElement(node) || named('script', 'style', 'a', 'title')(node)) return false;
    const text = textOf(node, 400);
    if (text.length < 300 && titles.some((title) => isTitle(text, title))) found = node;
    return text.length > 8;
  });
  return found;
}

/** The same words, or the beginning of a title that goes on with the site's name. */
function isTitle(text: string, title: string): boolean {
  if (sameTitle(text, title)) return true;
  return text.length >= 12 && title.startsWith(text) && /^\s*[|·•»:–—-]/u.test(title.slice(text.length));
}

/** Browsers and SingleFile write the page's address, and when it was saved, into a comment at the top. */
export function savedPageFacts(html: string, facts: Facts): void {
  for (const [, comment = ''] of html.slice(0, 5000).matchAll(/<!--([\s\S]{0,2000}?)-->/gu)) {
    const saved = /saved from url=\(\d+\)(\S+)/u.exec(comment) ?? /\burl:\s*(https?:\S+)/u.exec(comment);
    const url = cleanUrl(saved?.[1] ?? '');
    if (url !== '') facts.url.push({ value: url, origin: 'saved page' });
    const when = /saved date:\s*\w{3}\s+(\w{3})\s+(\d{1,2})\s+(\d{4})/u.exec(comment);
    const date = when ? parsePublicationDate(`${when[1]} ${when[2]}, ${when[3]}`) : null;
    if (date) facts.accessed.push({ value: date, origin: 'saved page' });
  }
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

function plausibleNames(text: string) {
  const names = parseNames(text.replace(/^(?:by|par|von)\s+/iu, ''));
  return names.filter((name) => name.family !== undefined || isOrganisation(name.literal ?? '')).slice(0, 20);
}

function unique<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

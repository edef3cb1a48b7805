import { looksLikeNewspaper } from '../metadata/choose';
import { parsePublicationDate } from '../metadata/dates';
import { pushText, type Facts } from '../metadata/facts';
import { isOrganisation, parseByline, parseNames } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { textOf, type DomDocument } from './dom';
import { languageFact } from './meta-tags';

/** What the page shows rather than declares: headings, bylines, dates, addresses that savers leave behind. */
export function visibleFacts(document: DomDocument, readabilityByline: string, facts: Facts): void {
  const heading = mainHeading(document);
  pushText(facts.title, heading, 'heading');
  pushText(facts.title, textOf(document.querySelector('title')), 'title');

  for (const selector of [
    '[itemprop="author"]',
    '[rel="author"]',
    '.byline',
    '.author',
    '.article-author',
    '[class*="byline" i]',
    '.post-author',
  ]) {
    const names = [...document.querySelectorAll(selector)].slice(0, 10).flatMap((element) => {
      const text = textOf(element, 250);
      return text.length > 150 ? [] : (parseByline(text) ?? plausibleNames(text));
    });
    if (names.length > 0) {
      facts.authors.push({ value: unique(names), origin: 'byline' });
      break;
    }
  }
  const byline = parseByline(readabilityByline) ?? plausibleNames(readabilityByline);
  if (byline.length > 0) facts.authors.push({ value: byline, origin: 'byline' });

  const dated = [
    '[itemprop="datePublished"]',
    'time[pubdate]',
    'article time',
    'main time',
    'time',
    '.date',
    '.published',
    '.post-date',
    '.entry-date',
    '[class*="publish" i]',
    '[class*="date" i]',
  ];
  for (const selector of dated) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 5)) {
      const date =
        parsePublicationDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? '') ??
        parsePublicationDate(textOf(element, 120));
      if (date)
        facts.issued.push({ value: date, origin: element.getAttribute('datetime') ? 'time element' : 'visible date' });
    }
  }

  const canonical = cleanUrl(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '');
  if (canonical !== '') facts.url.push({ value: canonical, origin: 'canonical link' });
  const doiLink = document.querySelector('a[href*="doi.org/10."]');
  const ownDoi = cleanDoi(facts.url.map((fact) => fact.value).join(' '));
  if (ownDoi !== '') facts.plain.push({ field: 'DOI', fact: { value: ownDoi, origin: 'address' } });
  else if (doiLink && facts.type[0]?.value === 'article-journal') {
    facts.plain.push({
      field: 'DOI',
      fact: { value: cleanDoi(doiLink.getAttribute('href') ?? ''), origin: 'DOI link' },
    });
  }
  languageFact(
    facts,
    document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
    'lang',
  );
  for (const fact of facts.title) siteFromTitle(fact.value, heading, facts);
  if (facts.type.length === 0 && facts.site.some((fact) => looksLikeNewspaper(fact.value)) && facts.issued.length > 0) {
    facts.type.push({ value: 'article-newspaper', origin: 'site name' });
  }
}

/** The page's first heading of level 1 inside its article, else the only one of the page. */
export function mainHeading(document: DomDocument): string {
  const inside = document.querySelector('article h1, main h1, [role="main"] h1, [itemprop="headline"]');
  if (inside && textOf(inside) !== '') return textOf(inside, 500);
  const all = [...document.querySelectorAll('h1')].map((element) => textOf(element, 500)).filter((text) => text !== '');
  return all.length === 1 ? (all[0] ?? '') : '';
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

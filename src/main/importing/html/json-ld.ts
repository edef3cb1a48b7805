import type { CslName, CslType } from '../../../shared/domain/csl';
import { oneLine, pushText, type Facts, type PlainField } from '../metadata/facts';
import { parseNames, withoutLead } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { sameTitle } from '../metadata/titles';
import { findAll, parsePage, textOf, type DomElement } from './dom';
import { dateFact, languageFact } from './meta-tags';

type Node = Record<string, unknown>;

/** schema.org types that are documents, best first, and the CSL type each is. */
const documentTypes: [RegExp, CslType | null][] = [
  [/^(?:ScholarlyArticle|MedicalScholarlyArticle)$/u, 'article-journal'],
  [/^(?:Report|TechReport)$/u, 'report'],
  [
    /^(?:NewsArticle|AnalysisNewsArticle|AskPublicNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|ReportageNewsArticle|ReviewNewsArticle)$/u,
    'article-newspaper',
  ],
  [/^(?:BlogPosting|LiveBlogPosting)$/u, 'post-weblog'],
  [/^(?:SocialMediaPosting|DiscussionForumPosting)$/u, 'post'],
  [/^(?:Book|Thesis)$/u, null],
  [/^(?:Article|TechArticle|AdvertiserContentArticle|SatiricalArticle|Review)$/u, null],
  [/^(?:WebPage|AboutPage|ItemPage|CreativeWork)$/u, null],
];

/** What is said of the page's main document: facts go to `facts`, its text, '' where it is not given, is answered. */
export function jsonLdFacts(document: DomElement, titles: readonly string[], facts: Facts): string {
  const nodes: Node[] = [];
  const isJsonLd = (element: DomElement) =>
    element.localName === 'script' && /^application\/ld\+json/iu.test(element.value('type').trim());
  for (const script of findAll(document, isJsonLd, 100)) collect(parsed(script.children.join('')), nodes, 0);
  const byId = new Map(
    nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'] as string, node]),
  );
  const site = nodes.find((node) => typesOf(node).includes('WebSite'));
  const main = mainNode(nodes, titles);
  if (main) documentFacts(main, byId, facts);
  pushText(facts.site, plain(site?.['name'], 300), 'JSON-LD');
  const body = main?.['articleBody'];
  return typeof body === 'string' ? body.slice(0, 2_000_000) : '';
}

function rank(node: Node): number {
  return documentTypes.findIndex(([pattern]) => typesOf(node).some((type) => pattern.test(type)));
}

/** Pages list other articles in the same way: theirs is the one that has the page's title, else the first of the best type. */
function mainNode(nodes: readonly Node[], titles: readonly string[]): Node | undefined {
  const documents = nodes.filter((node) => rank(node) !== -1).sort((a, b) => rank(a) - rank(b));
  const named = (node: Node) => plain(node['headline'] ?? node['name'], 1000);
  const isOwn = (node: Node) => titles.some((title) => sameTitle(title, named(node)) || title.startsWith(named(node)));
  return (
    documents.find((node) => named(node).length > 8 && rank(node) === rank(documents[0] ?? node) && isOwn(node)) ??
    documents[0]
  );
}

function documentFacts(main: Node, byId: ReadonlyMap<string, Node>, facts: Facts): void {
  const type = documentTypes[rank(main)]?.[1] ?? null;
  if (type) facts.type.push({ value: type, origin: 'JSON-LD' });
  pushText(facts.title, plain(main['headline'] ?? main['name'], 1000), 'JSON-LD');
  const authors = list(main['author'] ?? main['creator']).flatMap((author) => peopleOf(author, byId));
  if (authors.length > 0) facts.authors.push({ value: authors.slice(0, 100), origin: 'JSON-LD' });
  pushText(facts.publisher, nameOf(main['publisher'] ?? main['sourceOrganization'], byId), 'JSON-LD');
  for (let part = resolved(main['isPartOf'], byId), depth = 0; part && depth < 4; depth += 1) {
    containerFacts(part, byId, facts);
    part = resolved(part['isPartOf'], byId);
  }
  dateFact(facts, main['datePublished'] ?? main['dateCreated'], 'JSON-LD');
  const page = resolved(main['mainEntityOfPage'], byId);
  const url = cleanUrl(oneLine(main['url'] ?? page?.['@id'] ?? main['mainEntityOfPage'], 2000));
  if (url !== '') facts.url.push({ value: url, origin: 'JSON-LD' });
  languageFact(
    facts,
    oneLine(resolved(main['inLanguage'], byId)?.['alternateName'] ?? main['inLanguage'], 40),
    'JSON-LD',
  );
  pushText(facts.abstract, plain(main['description'] ?? main['abstract'], 5000), 'JSON-LD', 5000);
  const doi = list(main['identifier'] ?? main['sameAs'])
    .map((value) => cleanDoi(oneLine(isNode(value) ? value['value'] : value, 500)))
    .find((value) => value !== '');
  plainFact(facts, 'DOI', doi);
  plainFact(facts, 'ISBN', main['isbn']);
  const first = oneLine(main['pageStart'], 50);
  plainFact(
    facts,
    'page',
    first === '' ? main['pagination'] : [first, oneLine(main['pageEnd'], 50)].filter(Boolean).join('–'),
  );
}

/** The journal, volume and issue, or site, that a document is part of. */
function containerFacts(part: Node, byId: ReadonlyMap<string, Node>, facts: Facts): void {
  const types = typesOf(part);
  plainFact(facts, 'volume', part['volumeNumber']);
  plainFact(facts, 'issue', part['issueNumber']);
  plainFact(facts, 'ISSN', list(part['issn'])[0]);
  if (types.includes('WebSite')) pushText(facts.site, nameOf(part, byId), 'JSON-LD');
  else if (!types.some((name) => /^(?:WebPage|PublicationIssue|PublicationVolume|CollectionPage)$/u.test(name)))
    pushText(facts.container, nameOf(part, byId), 'JSON-LD');
}

function plainFact(facts: Facts, field: PlainField, value: unknown): void {
  const text = oneLine(value, 200);
  if (text !== '') facts.plain.push({ field, fact: { value: text, origin: 'JSON-LD' } });
}

/** Pages write what is nearly JSON: with line breaks in strings, commas too many, comments around it. Null for what is not. */
function parsed(script: string): unknown {
  const text = script.trim().replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$|;$/gu, '');
  if (text.length > 2_000_000) return null;
  const mended = text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/gu, '');
  for (const candidate of [text, mended]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // Broken JSON-LD is common; the page's other tags are read all the same.
    }
  }
  return null;
}

/** A value as one line of text: sites put entities and tags into it. */
function plain(value: unknown, max: number): string {
  const line = oneLine(list(value)[0], max);
  return /[&<]/u.test(line) ? oneLine(textOf(parsePage(line), max), max) : line;
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > 6 || nodes.length > 2000) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 500)) collect(item, nodes, depth + 1);
  } else if (isNode(value)) {
    nodes.push(value);
    collect(value['@graph'], nodes, depth + 1);
    collect(value['mainEntity'], nodes, depth + 1);
    collect(value['mainEntityOfPage'], nodes, depth + 1);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): string[] {
  return list(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/u, '')] : []));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 200) : value === undefined || value === null ? [] : [value];
}

function resolved(value: unknown, byId: ReadonlyMap<string, Node>): Node | null {
  const first = list(value)[0];
  if (!isNode(first)) return null;
  const id = first['@id'];
  return first['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? first) : first;
}

function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string {
  const first = list(value)[0];
  return plain(typeof first === 'string' ? first : resolved(first, byId)?.['name'], 300);
}

function peopleOf(value: unknown, byId: ReadonlyMap<string, Node>): CslName[] {
  if (typeof value === 'string') return parseNames(withoutLead(plain(value, 500)));
  const node = resolved(value, byId);
  if (!node) return [];
  const family = oneLine(node['familyName'], 200);
  if (family !== '') return [{ family, given: oneLine(node['givenName'], 200) }];
  return list(node['name']).flatMap((name) => {
    const text = plain(name, 300);
    const isGroup = typesOf(node).some((type) => /Organization$/u.test(type));
    return isGroup && text !== '' ? [{ literal: text }] : parseNames(withoutLead(text));
  });
}

import type { CslName, CslType } from '../../../shared/domain/csl';
import { oneLine, pushText, type Facts } from '../metadata/facts';
import { parseName, parseNames } from '../metadata/names';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { findAll, isElement, type DomElement } from './dom';
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

/** What schema.org's JSON-LD in the page says about its main document. Broken blocks are passed over. */
export function jsonLdFacts(document: DomElement, facts: Facts): void {
  const nodes: Node[] = [];
  const isJsonLd = (element: DomElement) =>
    element.localName === 'script' && /^application\/ld\+json/iu.test(element.value('type').trim());
  for (const script of findAll(document, isJsonLd, 100)) {
    const text = script.children
      .filter((child) => !isElement(child))
      .join('')
      .trim()
      .replace(/^<!--|-->$|^\s*\/\/<!\[CDATA\[|\/\/\]\]>\s*$/gu, '');
    if (text.length > 1_000_000) continue;
    try {
      collect(JSON.parse(text), nodes, 0);
    } catch {
      // Pages with broken JSON-LD are common; their other tags are read all the same.
    }
  }
  const byId = new Map(
    nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'] as string, node]),
  );
  const rank = (node: Node) => documentTypes.findIndex(([pattern]) => typesOf(node).some((type) => pattern.test(type)));
  const main = nodes.filter((node) => rank(node) !== -1).sort((a, b) => rank(a) - rank(b))[0];
  if (!main) return;
  const type = documentTypes[rank(main)]?.[1] ?? null;
  if (type) facts.type.push({ value: type, origin: 'JSON-LD' });
  pushText(facts.title, main['headline'] ?? main['name'], 'JSON-LD');
  const authors = list(main['author'] ?? main['creator']).flatMap((author) => personOf(author, byId));
  if (authors.length > 0) facts.authors.push({ value: authors.slice(0, 100), origin: 'JSON-LD' });
  pushText(facts.publisher, nameOf(main['publisher'] ?? main['sourceOrganization'], byId), 'JSON-LD');
  const part = resolved(main['isPartOf'], byId);
  if (part && !typesOf(part).some((name) => /WebPage|WebSite/u.test(name)))
    pushText(facts.container, nameOf(part, byId), 'JSON-LD');
  else if (part && typesOf(part).includes('WebSite')) pushText(facts.site, nameOf(part, byId), 'JSON-LD');
  dateFact(facts, main['datePublished'] ?? main['dateCreated'], 'JSON-LD');
  const page = resolved(main['mainEntityOfPage'], byId);
  const url = cleanUrl(oneLine(main['url'] ?? page?.['@id'] ?? main['mainEntityOfPage'], 2000));
  if (url !== '') facts.url.push({ value: url, origin: 'JSON-LD' });
  languageFact(facts, oneLine(main['inLanguage'], 40), 'JSON-LD');
  pushText(facts.abstract, main['description'] ?? main['abstract'], 'JSON-LD', 5000);
  const doi = cleanDoi(
    oneLine(resolved(main['identifier'], byId)?.['value'] ?? main['identifier'] ?? main['sameAs'], 500),
  );
  if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin: 'JSON-LD' } });
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > 6 || nodes.length > 2000) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 500)) collect(item, nodes, depth + 1);
  } else if (isNode(value)) {
    nodes.push(value);
    collect(value['@graph'], nodes, depth + 1);
    collect(value['mainEntity'], nodes, depth + 1);
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

function resolved(value: unknown, byId: Map<string, Node>): Node | null {
  const first = list(value)[0];
  if (!isNode(first)) return null;
  const id = first['@id'];
  return first['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? first) : first;
}

function nameOf(value: unknown, byId: Map<string, Node>): string {
  const first = list(value)[0];
  return typeof first === 'string' ? oneLine(first, 300) : oneLine(resolved(first, byId)?.['name'], 300);
}

function personOf(value: unknown, byId: Map<string, Node>): CslName[] {
  if (typeof value === 'string') return /^https?:/u.test(value) ? [] : parseNames(oneLine(value, 500));
  const node = resolved(value, byId);
  if (!node) return [];
  const family = oneLine(node['familyName'], 200);
  if (family !== '') return [{ family, given: oneLine(node['givenName'], 200) }];
  const name = oneLine(node['name'], 300);
  if (name === '') return [];
  if (typesOf(node).some((type) => /Organization$/u.test(type))) return [{ literal: name }];
  const parsed = parseName(name);
  return [parsed.family && / (?:and|und|et|и) |;/u.test(name) ? (parseNames(name)[0] ?? parsed) : parsed];
}

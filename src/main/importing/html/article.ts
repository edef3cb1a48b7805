import { Readability } from '@mozilla/readability';
import { moved, renumbered, SnapshotBuilder } from '../builder';
import { writeBlocks } from './blocks';
import { isElement, parsePage, textOf, traverse, type DomDocument, type DomElement, type DomNode } from './dom';
import type { Block } from '../../../shared/domain/sources';

export interface Article {
  text: string;
  blocks: Block[];
  byline: string;
  warnings: string[];
}

/** Deeper pages make the article finder slow or overflow its stack; no page that people write comes near. */
const deepestForReadability = 400;
const mostElementsForReadability = 200_000;

const furniture =
  'nav, aside, footer, form, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="search"], [role="dialog"], [aria-hidden="true"], body > header';

/**
 * The article of a page as blocks. Mozilla's Readability finds it; because it sometimes drops paragraphs, its answer is
 * compared with the page's own <article> or <main>, and with the whole page less its furniture, and the fuller one is taken
 * when too much is missing: a quotation must never be lost to tidiness.
 */
export function findArticle(html: string, document: DomDocument, baseUrl: string): Article {
  const warnings: string[] = [];
  const { depth, elements } = measure(document);
  const whole = written(document.body ?? document, baseUrl, skipFurniture(document));
  let found: Written | null = null;
  let byline = '';
  if (depth <= deepestForReadability && elements <= mostElementsForReadability) {
    const read = readable(html);
    if (read) {
      found = written(read.content, baseUrl, isNamedMenu);
      byline = read.byline;
    }
  } else {
    warnings.push('The page is too large or too deeply nested to find its article; the whole page was kept.');
  }
  const marked = markedArticle(document);
  const own = marked ? written(marked, baseUrl, skipFurniture(document)) : null;
  return { ...fullest(found, own, whole), byline, warnings };
}

/**
 * `found` unless it lacks more than a tenth of the page's own article, or, where the page marks none, more than half of
 * its prose (related stories and comments are prose as well, so the whole page is the last resort).
 */
function fullest(found: Written | null, own: Written | null, whole: Written): Written {
  if (own && prose(own) >= 0.3 * prose(whole)) return found && prose(found) >= 0.9 * prose(own) ? found : own;
  if (found && prose(found) > 0 && prose(found) >= 0.5 * prose(whole)) return found;
  return whole.text.length > 0 ? whole : (found ?? whole);
}

interface Written {
  text: string;
  blocks: Block[];
}

function written(root: DomNode, baseUrl: string, skip?: (element: DomElement) => boolean): Written {
  const builder = new SnapshotBuilder();
  writeBlocks(root, builder, skip ? { baseUrl, skip } : { baseUrl });
  return withoutMenus(builder.finish());
}

/** Short lines that are nothing but a link, before the first prose or heading and after the last: menus. */
function withoutMenus({ text, blocks }: Written): Written {
  const isMenu = (block: Block) =>
    block.paragraph !== undefined &&
    block.end - block.start < 60 &&
    block.spans.some((span) => span.kind === 'link' && span.start === block.start && span.end === block.end);
  let from = 0;
  let to = blocks.length;
  while (from < to && isMenu(blocks[from] as Block)) from += 1;
  while (to > from && isMenu(blocks[to - 1] as Block)) to -= 1;
  const shift = blocks[from]?.start ?? 0;
  // A page of links alone is a list of links, not a menu.
  if (from >= to || (from === 0 && to === blocks.length)) return { text, blocks };
  const kept = renumbered(moved(blocks.slice(from, to), -shift));
  return { text: text.slice(shift, blocks[to - 1]?.end ?? shift), blocks: kept };
}

/** UTF-16 code units in paragraphs long enough to be prose rather than menus. */
function prose(candidate: Written): number {
  const long = candidate.blocks.filter((block) => block.paragraph !== undefined && block.end - block.start >= 60);
  return long.reduce((sum, block) => sum + block.end - block.start, 0);
}

function readable(html: string): { content: DomNode; byline: string } | null {
  try {
    // subtle: Readability takes its document apart, so it gets one of its own.
    const document = parsePage(html) as unknown as ConstructorParameters<typeof Readability>[0];
    const article = new Readability<DomNode>(document, {
      serializer: (node: unknown) => node as DomNode,
      disableJSONLD: true,
      keepClasses: true,
    }).parse();
    if (!article?.content) return null;
    return { content: article.content, byline: article.byline ?? '' };
  } catch {
    return null;
  }
}

function markedArticle(document: DomDocument): DomElement | null {
  const body = document.querySelector('[itemprop="articleBody"]');
  if (body && textOf(body).length > 400) return body;
  const articles = [...document.querySelectorAll('article, main, [role="main"]')];
  let longest: DomElement | null = null;
  let length = 400;
  for (const element of articles.slice(0, 50)) {
    const size = (element.textContent ?? '').length;
    if (size > length) [longest, length] = [element, size];
  }
  return longest;
}

function skipFurniture(document: DomDocument): (element: DomElement) => boolean {
  const skipped = new Set<DomElement>(document.querySelectorAll(furniture));
  return (element) => skipped.has(element) || isNamedMenu(element);
}

/** Older pages name their menus by class only. Short, because a whole page may be called "with-menu". */
function isNamedMenu(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (!/(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|social|cookie)(?:$|[\s_-])/iu.test(names))
    return false;
  return (element.textContent ?? '').length < 400;
}

function measure(document: DomDocument): { depth: number; elements: number } {
  let deepest = 0;
  let elements = 0;
  traverse(document, (node, depth) => {
    if (isElement(node)) elements += 1;
    if (depth > deepest) deepest = depth;
  });
  return { depth: deepest, elements };
}

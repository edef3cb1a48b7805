import { moved, renumbered, SnapshotBuilder } from '../builder';
import { parsePublicationDate } from '../metadata/dates';
import { parseByline } from '../metadata/names';
import { isFootnote, writeBlocks } from './blocks';
import { ancestors, bodyOf, find, findAll, isElement, textOf, traverse, type DomElement } from './dom';
import { findFurniture } from './furniture';
import { labelOf, leadsAway } from './labels';
import { nothing, survey, type Measure, type Survey } from './survey';
import type { Block } from '../../../shared/domain/sources';

export interface Article {
  text: string;
  blocks: Block[];
}

export interface FoundArticle extends Article {
  /** Whether an element belongs to the article, or stands about it without being furniture. */
  isPart(element: DomElement): boolean;
  /** How many elements an element stands from the heading, or from the article's beginning. */
  distance(element: DomElement): number;
}

/**
 * The article of a page as blocks: the smallest part of the page that has nearly all of its prose once what is plainly
 * furniture is set aside, together with what stands between it and the page's heading. Only furniture is left out of it: a
 * quotation must never be lost to tidiness.
 */
export function findArticle(document: DomElement, heading: DomElement | null, baseUrl: string): FoundArticle {
  const measures = survey(document);
  const furniture = findFurniture(document, measures, heading);
  for (const story of otherStories(document, heading)) furniture.add(story);
  const net = netProse(document, measures, furniture);
  const body = bodyOf(document);
  const root = (net.get(body) ?? 0) > 0 ? densest(body, net, measures) : body;
  const skip = outside(root, heading, measures, furniture, net);
  const top = heading && root !== body ? commonAncestor(root, heading) : root;
  const article = written(top, baseUrl, skip);
  const isPart = (element: DomElement) => {
    const path = [...ancestors(element)];
    return path.includes(top) && !path.some((above) => furniture.has(above));
  };
  const place = (element: DomElement) => (measures.get(element) ?? nothing).first;
  const distance = (element: DomElement) => Math.abs(place(element) - place(heading ?? root));
  return { ...(article.text === '' ? written(body, baseUrl) : article), isPart, distance };
}

function written(root: DomElement, baseUrl: string, skip?: (element: DomElement) => boolean): Article {
  const builder = new SnapshotBuilder();
  writeBlocks(root, builder, skip ? { baseUrl, skip } : { baseUrl });
  return tidied(builder.finish());
}

/** Prose in each element, furniture not counted. */
function netProse(document: DomElement, measures: Survey, furniture: Set<DomElement>): Map<DomElement, number> {
  const net = new Map<DomElement, number>();
  const lost: number[] = [0];
  traverse(
    document,
    (node) => {
      if (!isElement(node)) return false;
      lost.push(0);
      return measures.has(node) && !furniture.has(node);
    },
    (node) => {
      const prose = measures.get(node)?.prose ?? 0;
      const below = lost.pop() ?? 0;
      const gone = furniture.has(node) ? prose : below;
      if (measures.has(node) && !furniture.has(node)) net.set(node, prose - gone);
      lost.push((lost.pop() ?? 0) + gone);
    },
  );
  return net;
}

/** Goes down as long as one child has nearly all the prose, or most of it and says that it is the article. */
function densest(body: DomElement, net: Map<DomElement, number>, measures: Survey): DomElement {
  for (let element = body; ;) {
    const all = net.get(element) ?? 0;
    const children = element.children.filter(isElement).filter((child) => net.has(child));
    const [best] = children.sort((a, b) => (net.get(b) ?? 0) - (net.get(a) ?? 0));
    if (!best || (measures.get(best)?.prose ?? 0) === 0) return element;
    const share = (net.get(best) ?? 0) / all;
    if (
      share < 0.9 &&
      !(share >= 0.6 && declared(best) && !children.some((child) => child !== best && declared(child)))
    ) {
      return element;
    }
    // The paragraph itself is no container: a short article may be one long paragraph and little else.
    if (/^(?:p|li|blockquote|td|pre|span)$/u.test(best.localName) && best.localName !== 'td') return element;
    element = best;
  }
}

function declared(element: DomElement): boolean {
  return (
    element.localName === 'article' ||
    element.localName === 'main' ||
    element.value('role') === 'main' ||
    /articleBody/u.test(element.value('itemprop')) ||
    /(?:^|[\s_-])(?:article|entry|post|story|content)[\s_-]*(?:body|content|text)(?:$|[\s_-])/iu.test(
      `${element.value('class')} ${element.value('id')}`,
    )
  );
}

/** What not to write: furniture, what stands before the heading or after the article, and between them all but prose and bylines. */
function outside(
  root: DomElement,
  heading: DomElement | null,
  measures: Survey,
  furniture: Set<DomElement>,
  net: Map<DomElement, number>,
): (element: DomElement) => boolean {
  const of = (element: DomElement): Measure => measures.get(element) ?? nothing;
  const { first, last, proseEnd } = of(root);
  const start = heading && of(heading).first <= last ? of(heading) : null;
  return (element) => {
    if (furniture.has(element)) return true;
    const here = of(element);
    if (start && here.last < start.first) return here.first < first || (net.get(element) ?? 0) === 0;
    if (here.first > last) return !isFootnote(element);
    if (proseEnd > 0 && here.first > proseEnd && here.linked > 0.6 * here.text && here.text < 200)
      return !isFootnote(element);
    if (!start || here.last >= first || here.first <= start.last) return false;
    return (net.get(element) ?? 0) === 0 && !isAboutArticle(element, measures);
  };
}

/** Between the heading and the text: a subtitle, a byline, a date, a picture's caption; or what has one of them in it. */
function isAboutArticle(element: DomElement, measures: Survey): boolean {
  const isOne = (part: DomElement) => {
    const { text, linked } = measures.get(part) ?? nothing;
    if (text === 0 || text > 400) return false;
    if (/^(?:figure|figcaption)$/u.test(part.localName)) return true;
    if (/^(?:h[2-4]|p)$/u.test(part.localName) && text >= 30 && linked < 0.3 * text) return true;
    const line = textOf(part, 300);
    return parseByline(line) !== null || parsePublicationDate(line) !== null;
  };
  return isOne(element) || find(element, isOne) !== null;
}

function commonAncestor(a: DomElement, b: DomElement): DomElement {
  const above = new Set(ancestors(a));
  for (const element of ancestors(b)) if (above.has(element)) return element;
  return a;
}

/** Pages that never end have further stories below their own, each with a heading of the same rank. */
function otherStories(document: DomElement, heading: DomElement | null): DomElement[] {
  if (!heading) return [];
  const above = new Set(ancestors(heading));
  const story = [...above].filter((element) => element.localName === 'article').at(-1);
  const stories = story
    ? findAll(document, (element) => element.localName === 'article' && !above.has(element)).filter(
        (element) => ![...ancestors(element)].includes(story),
      )
    : [];
  for (const other of findAll(document, (element) => element.localName === 'h1' && element !== heading, 50)) {
    const path = [...ancestors(other)];
    const at = path.findIndex((element) => above.has(element));
    const container = path[at - 1];
    const own = path[at]?.children.find((child) => isElement(child) && above.has(child));
    if (!container || container === other || !isElement(own) || own === heading || own.index > container.index)
      continue;
    if (own.localName === container.localName && own.value('class') === container.value('class'))
      stories.push(container);
  }
  return stories;
}

/** Lines that are only labels, links to other pages, or repeat what the text says. */
function tidied({ text, blocks }: Article): Article {
  const lines = blocks.map((block) => text.slice(block.start, block.end));
  const kept = blocks.filter((block, index) => {
    const line = lines[index] ?? '';
    if (block.kind === 'preformatted' || block.kind === 'table-row' || block.kind === 'footnote') return true;
    if (line.length <= 60 && labelOf(line) !== null && block.kind !== 'heading') return false;
    if (leadsAway(line) && linkedShare(block) > 0.4) return false;
    return !(block.kind === 'quotation' && line.length < 400 && isRepeated(line, index));
  });
  return rebuilt(text, withoutMenus(kept));

  /** A pull quote says again what a paragraph says. */
  function isRepeated(line: string, at: number): boolean {
    const words = folded(line);
    return (
      words.length > 20 &&
      lines.some((other, index) => index !== at && other.length > line.length && folded(other).includes(words))
    );
  }
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function linkedShare(block: Block): number {
  const linked = block.spans
    .filter((span) => span.kind === 'link')
    .reduce((sum, span) => sum + span.end - span.start, 0);
  return linked / Math.max(1, block.end - block.start);
}

/** Without the short lines that are nothing but a link, before the first prose or heading and after the last: menus. */
function withoutMenus(blocks: readonly Block[]): readonly Block[] {
  const isMenu = (block: Block) =>
    block.paragraph !== undefined && block.end - block.start < 60 && linkedShare(block) === 1;
  const from = blocks.findIndex((block) => !isMenu(block));
  const to = blocks.findLastIndex((block) => !isMenu(block));
  // A page of links alone is a list of links, not a menu.
  return from === -1 ? blocks : blocks.slice(from, to + 1);
}

/** The text of these blocks alone. */
function rebuilt(text: string, blocks: readonly Block[]): Article {
  let length = 0;
  const parts: string[] = [];
  const placed = blocks.flatMap((block) => {
    const start = length === 0 ? 0 : length + 2;
    parts.push(text.slice(block.start, block.end));
    length = start + block.end - block.start;
    return moved([block], start - block.start);
  });
  return { text: parts.join('\n\n'), blocks: renumbered(placed) };
}

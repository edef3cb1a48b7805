import { sameTitle } from '../metadata/titles';
import { ancestors, bodyOf, find, findAll, isElement, named, textOf, traverse, type DomElement } from './dom';

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
  const marked = find(document, (element) => /^headline$/u.test(element.value('itemprop')) && textOf(element) !== '');
  if (marked) return marked;
  const first = headings.filter(named('h1'));
  const isInside = (element: DomElement) =>
    [...ancestors(element)].some((above) => named('article', 'main')(above) || above.value('role') === 'main');
  return first.find(isInside) ?? (first.length === 1 ? first[0] : undefined) ?? shownTitle(document, titles);
}

/** Old pages show their title in no heading at all. */
function shownTitle(document: DomElement, titles: readonly string[]): DomElement | null {
  let found: DomElement | null = null;
  traverse(bodyOf(document), (node) => {
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

import { parseHTML } from 'linkedom';

/** The little of the DOM that importing needs: reading only. The document is inert: nothing loads, nothing runs. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}
export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}
export interface DomDocument extends DomNode {
  readonly documentElement: DomElement;
  readonly body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const ELEMENT = 1;
export const TEXT = 3;

/** Parses a page into an inert document. A fragment without <html> gets one, so that metadata and body are where they belong. */
export function parsePage(html: string): DomDocument {
  const whole = /<html[\s>]/iu.test(html.slice(0, 100_000))
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: DomDocument }).document;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/**
 * Visits a node and all below it in document order, without recursion: pages nest deeper than the stack. `enter` answers
 * false to skip what is below.
 */
export function traverse(
  root: DomNode,
  enter: (node: DomNode, depth: number) => boolean | void,
  leave?: (node: DomNode) => void,
): void {
  let node: DomNode | null = root;
  let depth = 0;
  while (node) {
    const below: DomNode | null = enter(node, depth) !== false && node.firstChild ? node.firstChild : null;
    if (below) {
      node = below;
      depth += 1;
      continue;
    }
    leave?.(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
      if (node) leave?.(node);
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

/** Text with white space made single spaces, at most `max` UTF-16 code units. */
export function textOf(node: DomNode | null | undefined, max = 2000): string {
  return (node?.textContent ?? '')
    .slice(0, max * 4)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, max);
}

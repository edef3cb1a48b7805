import { Parser, type ParserOptions } from 'htmlparser2';

/** An element of a page's tree. The tree is inert: nothing loads, nothing runs. Text is plain strings between elements. */
export class DomElement {
  readonly children: DomNode[] = [];

  constructor(
    readonly localName: string,
    readonly attributes: Readonly<Record<string, string>>,
    readonly parent: DomElement | null,
    /** Its place among its parent's children. */
    readonly index: number,
  ) {}

  /** subtle: own attributes only; a page may name one "constructor". */
  getAttribute(name: string): string | null {
    return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? null) : null;
  }

  /** The attribute's value, '' where it is absent. */
  value(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  get nextSibling(): DomNode | undefined {
    return this.parent?.children[this.index + 1];
  }
}

export type DomNode = DomElement | string;

const syntaxes: Record<'html' | 'xhtml' | 'xml', ParserOptions> = {
  html: {},
  xhtml: { recognizeSelfClosing: true, recognizeCDATA: true },
  xml: { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
};

/**
 * Parses a page or a fragment. Names of elements and attributes are lower case; misnested tags are closed as they must be.
 * @param root what the page's elements are put into; a new document without one
 * @param syntax in `xhtml` any element may close itself; in `xml` names have no meaning besides. All are read as leniently,
 * and in none can a file define an entity
 */
export function parsePage(
  html: string,
  syntax: keyof typeof syntaxes = 'html',
  root = new DomElement('#document', {}, null, 0),
): DomElement {
  let open = root;
  const handler = {
    onopentag(name: string, attributes: Record<string, string>) {
      // A shadow tree that was saved with its page is part of what the page shows.
      const isShadow = name === 'template' && ('shadowrootmode' in attributes || 'shadowroot' in attributes);
      const element = new DomElement(isShadow ? 'div' : name, attributes, open, open.children.length);
      open.children.push(element);
      open = element;
    },
    ontext(text: string) {
      const last = open.children.length - 1;
      if (typeof open.children[last] === 'string') open.children[last] += text;
      else open.children.push(text);
    },
    onclosetag() {
      open = open.parent ?? root;
    },
  };
  new Parser(handler, syntaxes[syntax]).end(html);
  return root;
}

export function isElement(node: DomNode | undefined): node is DomElement {
  return typeof node === 'object';
}

/**
 * Visits a node and all below it in document order, without recursion: pages nest deeper than the stack. `enter` answers
 * false to skip what is below.
 */
export function traverse(
  root: DomNode,
  enter: (node: DomNode) => boolean | void,
  leave?: (node: DomElement) => void,
): void {
  const path: { element: DomElement; next: number }[] = [];
  const visit = (node: DomNode) => {
    const goesOn = enter(node) !== false;
    if (!isElement(node)) return;
    if (goesOn) path.push({ element: node, next: 0 });
    else leave?.(node);
  };
  visit(root);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const child = top.element.children[top.next];
    top.next += 1;
    if (child !== undefined) visit(child);
    else {
      path.pop();
      leave?.(top.element);
    }
  }
}

/** Every element below `root` that passes the test, in document order, at most `most`. */
export function findAll(root: DomElement, test: (element: DomElement) => boolean, most = Infinity): DomElement[] {
  const found: DomElement[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element && found.length < most; element = waiting.pop()) {
    if (element !== root && test(element)) found.push(element);
    const { children } = element;
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (isElement(child)) waiting.push(child);
    }
  }
  return found;
}

/** The first element below `root` that passes the test. */
export function find(root: DomElement, test: (element: DomElement) => boolean): DomElement | null {
  return findAll(root, test, 1)[0] ?? null;
}

/** What may stand before a page's body. */
const beforeBody = new Set(['head', 'title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);

/**
 * What holds a page's text: its body, or the page itself where its text begins before a body's tag does, as in fragments
 * which such a tag was left in. (HTML Standard: by then the body has begun, and the tag opens no other.)
 */
export function bodyOf(page: DomElement): DomElement {
  const whole = page.children.filter(isElement).find(named('html')) ?? page;
  for (const child of whole.children) {
    if (!isElement(child)) {
      if (child.trim() !== '') return page;
    } else if (child.localName === 'body') return child;
    else if (!beforeBody.has(child.localName)) return page;
  }
  return page;
}

/** Whether an element has one of these names. */
export function named(...names: string[]): (element: DomElement) => boolean {
  return (element) => names.includes(element.localName);
}

/** The element's ancestors, itself first. */
export function* ancestors(element: DomElement): Iterable<DomElement> {
  for (let at: DomElement | null = element; at; at = at.parent) yield at;
}

/** Text with white space made single spaces, at most `max` UTF-16 code units. */
export function textOf(node: DomNode | null | undefined, max = 2000): string {
  if (node === null || node === undefined) return '';
  const parts: string[] = [];
  let length = 0;
  traverse(node, (below) => {
    if (length > max * 4) return false;
    if (isElement(below)) return !unread.has(below.localName);
    parts.push(below);
    length += below.length;
    return true;
  });
  return parts.join('').replace(/\s+/gu, ' ').trim().slice(0, max);
}

const unread = new Set(['script', 'style', 'noscript', 'template', 'svg']);

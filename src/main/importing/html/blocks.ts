import type { BlockKind, Span } from '../../../shared/domain/sources';
import { isSafeUrl } from '../../../shared/memo/document';
import type { OpenBlock, SnapshotBuilder } from '../builder';
import { cleanUrl } from '../metadata/urls';
import { find, isElement, named, textOf, traverse, type DomElement, type DomNode } from './dom';

/** Elements whose content is no text of the page. */
const ignored = new Set(
  'script style noscript template head title meta link iframe object embed applet svg canvas annotation annotation-xml rt rp video audio source track map area select option datalist button input textarea dialog frame frameset noframes'.split(
    ' ',
  ),
);
/** Elements that start and end a block of text; everything else is inline. */
export const blockElements: ReadonlySet<string> = new Set(
  'html body main article section div p header footer aside nav address center form fieldset figure figcaption details summary hgroup ul ol menu dl dt dd li blockquote pre h1 h2 h3 h4 h5 h6 hr table caption thead tbody tfoot tr'.split(
    ' ',
  ),
);
const spanKinds: Record<string, Span['kind']> = {
  cite: 'emphasis',
  dfn: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
  a: 'link',
};

interface Context {
  element: DomElement;
  block: OpenBlock;
  list: { ordered: boolean; next: number } | null;
  listDepth: number;
  /** A list item's first block is the item; what follows in it are paragraphs. */
  used: boolean;
  /** Inside a table that only arranges the page: its cells are ordinary blocks. */
  layout: boolean;
}

export interface WriteOptions {
  /** Address that relative links are resolved against; '' leaves them out. */
  baseUrl: string;
  /** Elements that are not to be written, e.g. page furniture. Asked for every element, in document order. */
  skip?: (element: DomElement) => boolean;
}

/**
 * Writes a document's text as our own blocks and spans: an allow-list. No foreign markup survives; text inside unknown
 * elements does. Links keep http, https and mailto addresses only.
 */
export function writeBlocks(root: DomNode, builder: SnapshotBuilder, options: WriteOptions): void {
  const contexts: Context[] = [];
  const top = (): Context | undefined => contexts.at(-1);
  const opened = new Set<DomNode>();
  let cells = 0;
  let preformatted = 0;

  const ensureOpen = () => {
    if (builder.isOpen) return;
    const context = top();
    if (!context) builder.begin({ kind: 'paragraph' });
    else if (context.used) builder.begin(continuation(context.block));
    else {
      context.used = true;
      builder.begin(context.block);
    }
  };

  traverse(
    root,
    (node) => {
      if (!isElement(node)) {
        if (preformatted === 0 && !builder.isOpen && /^\s*$/u.test(node)) return false;
        ensureOpen();
        builder.write(node);
        return false;
      }
      const name = node.localName;
      if (!isShown(node) || isBacklink(node) || isWordMark(node) || options.skip?.(node)) return false;
      if (name === 'img') {
        builder.image(node.value('alt'));
        return false;
      }
      if (name === 'br') {
        lineBreak(node, builder);
        return false;
      }
      const layout = top()?.layout ?? false;
      if (!layout && (name === 'td' || name === 'th')) {
        ensureOpen();
        if (cells > 0) builder.separateCells();
        cells += 1;
        builder.openSpan('cell');
        opened.add(node);
        return true;
      }
      const insideRow = top()?.block.kind === 'table-row';
      const isBlock = blockElements.has(name) || name === 'td' || name === 'th';
      if (isBlock && !(insideRow && name !== 'tr' && name !== 'table')) {
        builder.end();
        cells = 0;
        if (name === 'pre') preformatted += 1;
        contexts.push(contextFor(node, name, top()));
        return true;
      }
      if (insideRow && isBlock) builder.write(' ');
      const kind = preformatted > 0 ? undefined : spanKindOf(node);
      const href = kind === 'link' ? linkTarget(node, options.baseUrl) : undefined;
      if (kind === undefined || href === '') return true;
      ensureOpen();
      builder.openSpan(kind, href);
      opened.add(node);
      return true;
    },
    (node) => {
      if (opened.delete(node)) builder.closeSpan();
      else if (top()?.element === node) {
        contexts.pop();
        builder.end();
        if (node.localName === 'pre') preformatted -= 1;
      }
    },
  );
  builder.end();
}

/** By the element's name; clipboards and word processors say it in styles, and take it back there. */
function spanKindOf(element: DomElement): Span['kind'] | undefined {
  const name = element.localName;
  const style = element.value('style').slice(0, 2000);
  if (isBareReference(element)) return 'superscript';
  if (name === 'b' || name === 'strong') return /font-weight\s*:\s*(?:normal|400)/iu.test(style) ? undefined : 'strong';
  if (name === 'i' || name === 'em') return /font-style\s*:\s*normal/iu.test(style) ? undefined : 'emphasis';
  if (name !== 'span' || style === '') return spanKinds[name];
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) return 'strong';
  if (/font-style\s*:\s*italic/iu.test(style)) return 'emphasis';
  return /vertical-align\s*:\s*super/iu.test(style) ? 'superscript' : undefined;
}

function contextFor(element: DomElement, name: string, parent: Context | undefined): Context {
  const inherited: OpenBlock =
    parent?.block.kind === 'table-row' ? { kind: 'paragraph' } : (parent?.block ?? { kind: 'paragraph' });
  const context: Context = {
    element,
    block: inherited,
    list: parent?.list ?? null,
    listDepth: parent?.listDepth ?? 0,
    used: parent?.used ?? false,
    layout: parent?.layout ?? false,
  };
  const heading = /^h([1-6])$/u.exec(name);
  const fresh = (kind: BlockKind, more: Partial<OpenBlock> = {}): Context => ({
    ...context,
    block: { kind, ...more },
    used: false,
  });
  if (heading) return fresh('heading', { level: Number(heading[1]) });
  if (name === 'ul' || name === 'ol' || name === 'menu') {
    const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
    return {
      ...context,
      list: { ordered: name === 'ol', next: Number.isSafeInteger(start) ? start : 1 },
      listDepth: context.listDepth + 1,
    };
  }
  if (name === 'li') {
    const list = context.list;
    const ordinal = list?.ordered ? { ordinal: list.next++ } : {};
    if (isFootnote(element) || inherited.kind === 'footnote') return fresh('footnote', ordinal);
    return fresh('list-item', { level: Math.max(1, context.listDepth), ...ordinal });
  }
  if (isFootnote(element)) return fresh('footnote');
  const word = wordListItem(element);
  if (word) return fresh('list-item', word);
  if (name === 'dd' || name === 'dt') return fresh('paragraph');
  if (name === 'blockquote') return fresh('quotation');
  if (name === 'pre') return fresh('preformatted');
  if (name === 'figcaption' || name === 'caption') return fresh('caption');
  if (name === 'tr' && !context.layout) return fresh('table-row');
  if (name === 'table') return { ...fresh('paragraph'), layout: isLayoutTable(element) };
  // subtle: a <p> in a list item, quotation or note is that item, quotation or note; elsewhere it is what its parent says.
  if (parent?.block.kind === 'list-item' || parent?.block.kind === 'footnote') {
    if (parent.used) return { ...context, block: continuation(parent.block), used: false };
    parent.used = true;
    return { ...context, used: false };
  }
  return context;
}

/** What follows the first block of a list item is a paragraph in it; of a note, more of the note; else more of the same. */
function continuation(block: OpenBlock): OpenBlock {
  if (block.kind === 'list-item') return { kind: 'paragraph' };
  return block.kind === 'footnote' ? { kind: 'footnote' } : block;
}

/** Whether a book or page says that an element is one of these parts of it (epub:type, or role as DPUB-ARIA names them). */
export function hasPart(element: DomElement, ...parts: string[]): boolean {
  const said = `${element.value('epub:type')} ${element.value('role').replace(/\bdoc-/gu, '')}`.toLowerCase();
  return said !== ' ' && said.split(/\s+/u).some((word) => parts.includes(word));
}

/** A note or the place for notes, by what books, Word, Wikipedia and the usual plug-ins call them. */
export function isFootnote(element: DomElement): boolean {
  return (
    hasPart(element, 'footnote', 'endnote', 'rearnote', 'footnotes', 'endnotes', 'rearnotes') ||
    /^(?:fn|ftn|sdfootnote|cite_note)[:_-]?\d|^(?:foot|end)notes?$/iu.test(element.value('id')) ||
    /(?:^|[\s_-])(?:foot|end)notes?(?:-(?:wrapper|list|single|container|item))?(?:$|\s)/iu.test(element.value('class'))
  );
}

/** The way back from a note to its reference, an arrow as a rule. */
function isBacklink(element: DomElement): boolean {
  if (hasPart(element, 'backlink') || /backlink|footnote-back|back-?ref|reversefootnote/iu.test(element.value('class')))
    return true;
  return (
    element.localName === 'a' &&
    element.value('href').includes('#') &&
    /^(?:[↩↑^⤴↵⏎⬆]\p{M}*\s*)+$/u.test(textOf(element, 10))
  );
}

/** A reference to a note that is raised by the book's style sheet only. */
function isBareReference(element: DomElement): boolean {
  const isRaised =
    element.parent?.localName === 'sup' ||
    element.children.some((child) => isElement(child) && child.localName === 'sup');
  return !isRaised && hasPart(element, 'noteref');
}

/** Word copies list items as paragraphs, with their level in a style and their number or bullet as text of its own. */
function wordListItem(element: DomElement): Partial<OpenBlock> | null {
  const level = /mso-list\s*:[^;]*\blevel([1-9])/iu.exec(element.value('style').slice(0, 2000))?.[1];
  if (level === undefined) return null;
  const number = /^\W*(\d{1,9})[.)]/u.exec(textOf(find(element, isWordMark), 40))?.[1];
  return { level: Number(level), ...(number === undefined ? {} : { ordinal: Number(number) }) };
}

/** What Word printed before a list item, and says to ignore. */
function isWordMark(element: DomElement): boolean {
  return element.localName === 'span' && /mso-list\s*:\s*ignore/iu.test(element.value('style'));
}

/** Old pages arrange their columns with tables; a table of data has short cells and no table inside. */
function isLayoutTable(table: DomElement): boolean {
  if (table.value('role') === 'presentation' || find(table, named('table')) !== null) return true;
  const isPage = (cell: DomElement) => {
    const parts = cell.children.filter(isElement);
    return parts.filter(named('p')).length > 1 || parts.some(named('h1', 'h2')) || textOf(cell, 501).length > 500;
  };
  return find(table, (inside) => inside.localName === 'td' && isPage(inside)) !== null;
}

function lineBreak(element: DomElement, builder: SnapshotBuilder): void {
  if (isDoubleBreak(element)) builder.end();
  else builder.breakLine();
}

/** Two line breaks in a row are how old pages part paragraphs. */
export function isDoubleBreak(element: DomElement): boolean {
  const next = element.nextSibling;
  const after = typeof next === 'string' && next.trim() === '' ? element.parent?.children[element.index + 2] : next;
  return isElement(after) && after.localName === 'br';
}

/** Whether an element is one that a reader sees: neither made for machines nor hidden. */
export function isShown(element: DomElement): boolean {
  if (ignored.has(element.localName)) return false;
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return false;
  const style = element.getAttribute('style');
  return style === null || !/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style.slice(0, 2000));
}

/** An address worth keeping; '' for fragments, scripts and what cannot be resolved. */
function linkTarget(element: DomElement, baseUrl: string): string {
  const href = (element.getAttribute('href') ?? '').trim();
  if (href === '' || href.startsWith('#') || href.length > 2000) return '';
  if (/^mailto:/iu.test(href)) return isSafeUrl(href) ? href : '';
  try {
    const url = new URL(href, baseUrl === '' ? undefined : baseUrl);
    return cleanUrl(url.href) === '' ? '' : url.href;
  } catch {
    return '';
  }
}

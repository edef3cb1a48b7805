import * as v from 'valibot';
import { id as uuid, requiredLine } from '../domain/common';
import {
  citationItem,
  isSafeUrl,
  memoDocumentVersion,
  memoInline,
  textFormats,
  type CitationItem,
  type Inline,
  type ListBlock,
  type MemoBlock,
  type MemoDocument,
  type TextFormat,
  type TextMark,
} from './document';
import { formatBits } from './lexical-json';
import { normaliseDocument, normaliseInlines } from './normalise';

/**
 * Reads a serialised editor state. Total: whatever it is given, it answers with a valid document. Words are kept; nodes,
 * styles, links and fields it does not know are not.
 */
export function lexicalToDocument(state: unknown): MemoDocument {
  const root = record(record(state)?.['root']);
  return normaliseDocument({ version: memoDocumentVersion, blocks: blocksFromLexical(childrenOf(root)) });
}

interface Context {
  marks: TextMark[];
  inLink: boolean;
  inFootnote: boolean;
  depth: number;
}
const outside: Context = { marks: [], inLink: false, inFootnote: false, depth: 0 };

/** Deeper nesting than a person writes; beyond it words are kept and structure is not. */
const maxDepth = 40;
const maxText = 200_000;

const blockTypes = new Set([
  'paragraph',
  'heading',
  'quote',
  'excerpt-quotation',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'code',
  'horizontalrule',
]);

/** Blocks of any serialised nodes, e.g. from the clipboard; inline nodes between blocks become paragraphs. */
export function blocksFromLexical(nodes: readonly unknown[], depth = 0): MemoBlock[] {
  const blocks: MemoBlock[] = [];
  let loose: unknown[] = [];
  const flush = () => {
    const children = inlinesFromLexical(loose);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    loose = [];
  };
  for (const value of nodes) {
    const node = record(value);
    if (!node) continue;
    if (!isBlock(node, depth)) {
      loose.push(node);
      continue;
    }
    flush();
    blocks.push(...blockFromLexical(node, depth));
  }
  flush();
  return blocks;
}

/** A node we do not know is a block when one stands inside it. */
function isBlock(node: Record<string, unknown>, depth: number): boolean {
  if (blockTypes.has(String(node['type']))) return true;
  return depth < maxDepth && childrenOf(node).some((child) => isBlock(record(child) ?? {}, depth + 1));
}

function blockFromLexical(node: Record<string, unknown>, depth: number): MemoBlock[] {
  const children = () => inlinesFromLexical(childrenOf(node));
  switch (node['type']) {
    case 'paragraph':
      return [{ type: 'paragraph', children: children() }];
    case 'heading':
      return [{ type: 'heading', level: headingLevel(node['tag']), children: children() }];
    case 'quote':
      return [{ type: 'quotation', children: children() }];
    case 'excerpt-quotation':
      return v.is(uuid, node['excerptId'])
        ? [{ type: 'excerpt-quotation', excerptId: node['excerptId'], children: children() }]
        : [{ type: 'quotation', children: children() }];
    case 'list':
      return [listFromLexical(node, depth)];
    case 'table':
      return [{ type: 'table', rows: rowsFromLexical(node) }];
    case 'code':
      return [{ type: 'code', text: codeText(childrenOf(node)).slice(0, maxText) }];
    case 'horizontalrule':
      return [{ type: 'rule' }];
    default:
      if (depth < maxDepth) return blocksFromLexical(childrenOf(node), depth + 1);
      return [{ type: 'paragraph', children: children() }];
  }
}

function headingLevel(tag: unknown): 1 | 2 | 3 | 4 {
  const level = Number(/^h([1-6])$/.exec(String(tag))?.[1] ?? 1);
  return Math.min(level, 4) as 1 | 2 | 3 | 4;
}

function listFromLexical(node: Record<string, unknown>, depth: number): ListBlock {
  const start = node['start'];
  const list: ListBlock = {
    type: 'list',
    ordered: node['listType'] === 'number',
    start: typeof start === 'number' && Number.isSafeInteger(start) ? start : 1,
    items: [],
  };
  for (const value of childrenOf(node)) {
    const item = record(value);
    if (!item) continue;
    const parts = childrenOf(item);
    const words = parts.filter((part) => record(part)?.['type'] !== 'list');
    const lists = parts.flatMap((part) => (record(part)?.['type'] === 'list' ? [record(part)!] : []));
    if (words.length > 0 || lists.length === 0) {
      list.items.push({ children: inlinesFromLexical(words), nested: null });
    }
    for (const inner of lists) nest(list, listFromLexical(inner, depth + 1), depth);
  }
  return list;
}

/** Hangs a nested list under the item before it; an item holds one, so a second of the same kind continues the first. */
function nest(list: ListBlock, inner: ListBlock, depth: number): void {
  if (inner.items.length === 0) return;
  if (depth >= maxDepth) {
    list.items.push(...inner.items);
    return;
  }
  const last = list.items.at(-1);
  if (last && !last.nested) last.nested = inner;
  else if (last?.nested && last.nested.ordered === inner.ordered) last.nested.items.push(...inner.items);
  else list.items.push({ children: [], nested: inner });
}

function rowsFromLexical(node: Record<string, unknown>): Extract<MemoBlock, { type: 'table' }>['rows'] {
  return childrenOf(node).flatMap((row) => {
    if (record(row)?.['type'] !== 'tablerow') return [];
    const cells = childrenOf(record(row)).flatMap((value) => {
      const cell = record(value);
      if (cell?.['type'] !== 'tablecell') return [];
      return [{ header: Number(cell['headerState'] ?? 0) > 0, children: inlinesFromLexical(childrenOf(cell)) }];
    });
    return [{ cells }];
  });
}

function codeText(nodes: readonly unknown[], depth = 0): string {
  return nodes
    .map((value) => {
      const node = record(value);
      if (!node) return '';
      if (node['type'] === 'linebreak') return '\n';
      if (typeof node['text'] === 'string') return node['text'];
      return depth < maxDepth ? codeText(childrenOf(node), depth + 1) : '';
    })
    .join('');
}

/** Inlines of serialised nodes; blocks among them are set apart by line breaks. */
export function inlinesFromLexical(nodes: readonly unknown[], context: Partial<Context> = {}): Inline[] {
  const out: Inline[] = [];
  readInlines(nodes, { ...outside, ...context }, out);
  return normaliseInlines(out);
}

function readInlines(nodes: readonly unknown[], context: Context, out: Inline[]): void {
  for (const value of nodes) {
    const node = record(value);
    if (node) readInline(node, context, out);
  }
}

function readInline(node: Record<string, unknown>, context: Context, out: Inline[]): void {
  const type = String(node['type']);
  const inner = { ...context, depth: context.depth + 1 };
  if (type === 'linebreak') {
    out.push({ type: 'line-break' });
  } else if (type === 'citation') {
    const citation = readCitation(node, context.marks);
    if (citation) out.push(citation);
  } else if (type === 'footnote') {
    readFootnote(node, context, out);
  } else if (type === 'actor-mention') {
    readMention(node, context, out);
  } else if (typeof node['text'] === 'string') {
    // Text, tabs, highlighted code and any text node we do not know: the words count.
    const text = node['text'].slice(0, maxText);
    out.push({ type: 'text', text, formats: readFormats(node), marks: context.marks });
  } else if (context.depth >= maxDepth) {
    out.push({ type: 'text', text: codeText(childrenOf(node)).slice(0, maxText), formats: [], marks: context.marks });
  } else if (type === 'link' || type === 'autolink') {
    const url = node['url'];
    const safe = typeof url === 'string' && url.length <= 4000 && isSafeUrl(url) && node['isUnlinked'] !== true;
    if (!safe || context.inLink) return readInlines(childrenOf(node), inner, out);
    const children = inlinesFromLexical(childrenOf(node), { ...inner, inLink: true });
    if (children.length > 0) out.push({ type: 'link', url, children });
  } else if (type === 'mark') {
    readInlines(childrenOf(node), { ...inner, marks: [...context.marks, ...readMarks(node['ids'])] }, out);
  } else {
    if (blockTypes.has(type) && out.length > 0 && out.at(-1)?.type !== 'line-break') out.push({ type: 'line-break' });
    readInlines(childrenOf(node), inner, out);
  }
}

function readFootnote(node: Record<string, unknown>, context: Context, out: Inline[]): void {
  const content = Array.isArray(node['content']) ? (node['content'] as unknown[]) : [];
  const children = readContent(content);
  if (context.inFootnote) out.push(...children);
  else out.push({ type: 'footnote', id: readLineId(node['id']), children });
}

/** A footnote keeps its words in the document's own form, not the editor's: validated, with nothing nested too deep. */
function readContent(content: readonly unknown[]): Inline[] {
  const inlines = content.flatMap((value) => {
    if (deeperThan(value, maxDepth)) return [];
    const read = v.safeParse(memoInline, value);
    return read.success ? [read.output] : [];
  });
  return normaliseInlines(unnest(inlines, false));
}

/** Footnotes inside footnotes and links inside links give way to what is in them. */
function unnest(inlines: readonly Inline[], inLink: boolean): Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'footnote') return unnest(inline.children, inLink);
    if (inline.type !== 'link') return [inline];
    const children = unnest(inline.children, true);
    return inLink ? children : [{ ...inline, children }];
  });
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}

function readMention(node: Record<string, unknown>, context: Context, out: Inline[]): void {
  const text = v.safeParse(requiredLine(300), node['text']);
  if (text.success && v.is(uuid, node['actorId'])) {
    out.push({ type: 'actor-mention', actorId: node['actorId'], text: text.output });
  } else if (typeof node['text'] === 'string') {
    out.push({ type: 'text', text: node['text'], formats: [], marks: context.marks });
  }
}

function readCitation(node: Record<string, unknown>, marks: TextMark[]): Inline | null {
  const items = readCitationItems(node['items']);
  return items.length > 0 ? { type: 'citation', id: readLineId(node['id']), items, marks } : null;
}

/** The valid ones among unknown citation items, at most 200. */
export function readCitationItems(items: unknown): CitationItem[] {
  if (!Array.isArray(items)) return [];
  return items
    .flatMap((item) => {
      const read = v.safeParse(citationItem, item);
      return read.success ? [read.output] : [];
    })
    .slice(0, 200);
}

function readLineId(value: unknown): string {
  const read = v.safeParse(requiredLine(64), value);
  return read.success ? read.output : 'unnamed';
}

function readMarks(ids: unknown): TextMark[] {
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((value) => readMarkId(value) ?? []);
}

/** `claim:<uuid>` or `actor:<uuid>` as a mark; null for anything else. */
export function readMarkId(value: unknown): TextMark | null {
  const [, kind, id] = /^(claim|actor):(.+)$/.exec(String(value)) ?? [];
  return kind && v.is(uuid, id) ? { kind: kind as TextMark['kind'], id } : null;
}

function readFormats(node: Record<string, unknown>): TextFormat[] {
  const bits = typeof node['format'] === 'number' ? node['format'] : 0;
  const smallCaps = /(^|;)\s*font-variant(-caps)?\s*:\s*small-caps/.test(String(node['style'] ?? ''));
  return textFormats.filter((format) => (format === 'small-caps' ? smallCaps : (bits & formatBits[format]) !== 0));
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function childrenOf(node: Record<string, unknown> | null): unknown[] {
  return Array.isArray(node?.['children']) ? (node['children'] as unknown[]) : [];
}

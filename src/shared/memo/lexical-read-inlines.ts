import * as v from 'valibot';
import { id as uuid, requiredLine } from '../domain/common';
import {
  citationItem,
  isSafeUrl,
  memoInline,
  referenceShows,
  textFormats,
  type CitationItem,
  type CrossReferenceInline,
  type Inline,
  type TextFormat,
  type TextMark,
} from './document';
import { formatBits } from './lexical-json';
import { blockTypes, childrenOf, maxDepth, maxText, plainText, record } from './lexical-values';
import { normaliseInlines } from './normalise';

interface Context {
  marks: TextMark[];
  inLink: boolean;
  inFootnote: boolean;
  depth: number;
}
const outside: Context = { marks: [], inLink: false, inFootnote: false, depth: 0 };

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
  } else if (type === 'cross-reference') {
    const reference = readReference(node);
    if (reference) out.push(reference);
  } else if (type === 'actor-mention') {
    readMention(node, context, out);
  } else if (typeof node['text'] === 'string') {
    // Text, tabs, highlighted code and any text node we do not know: the words count.
    const text = node['text'].slice(0, maxText);
    out.push({ type: 'text', text, formats: readFormats(node), marks: context.marks });
  } else if (context.depth >= maxDepth) {
    out.push({ type: 'text', text: plainText(childrenOf(node)).slice(0, maxText), formats: [], marks: context.marks });
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

/** A cross-reference; null if the node is none. */
export function readReference(node: unknown): CrossReferenceInline | null {
  const read = v.safeParse(referenceSchema, node);
  return read.success ? { ...read.output, type: 'cross-reference' } : null;
}
const referenceSchema = v.object({ targetId: requiredLine(64), show: v.picklist(referenceShows) });

function readCitation(node: Record<string, unknown>, marks: TextMark[]): Inline | null {
  const items = readCitationItems(node['items']);
  if (items.length === 0) return null;
  const citation = { type: 'citation' as const, id: readLineId(node['id']), items, marks };
  return node['form'] === 'narrative' ? { ...citation, form: 'narrative' } : citation;
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

/** An id within a document; whoever saves it gives another to one that is there twice. */
export function readLineId(value: unknown): string {
  const read = v.safeParse(requiredLine(64), value);
  return read.success ? read.output : 'unnamed';
}

function readMarks(ids: unknown): TextMark[] {
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((value) => readMarkId(value) ?? []);
}

/** `claim:<uuid>`, `actor:<uuid>` or `comment:<uuid>` as a mark; null for anything else. */
export function readMarkId(value: unknown): TextMark | null {
  const [, kind, id] = /^(claim|actor|comment):(.+)$/.exec(String(value)) ?? [];
  return kind && v.is(uuid, id) ? { kind: kind as TextMark['kind'], id } : null;
}

function readFormats(node: Record<string, unknown>): TextFormat[] {
  const bits = typeof node['format'] === 'number' ? node['format'] : 0;
  const smallCaps = /(^|;)\s*font-variant(-caps)?\s*:\s*small-caps/.test(String(node['style'] ?? ''));
  return textFormats.filter((format) => (format === 'small-caps' ? smallCaps : (bits & formatBits[format]) !== 0));
}

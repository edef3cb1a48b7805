import type { PhrasingContent } from 'mdast';
import type { MarkdownPicture } from '../../domain/memos';
import { isSafeUrl, type CitationItem, type ImageBlock, type Inline, type TextFormat } from '../document';
import { findCitations, type FoundCitation, type ParsedCite } from './citations';
import { fraction } from '../images';
import { withPandocFormats } from './pandoc-formats';
import type { ParsedMarkdown } from './parse';
import { oneLine, pictureAttributes, withoutNumber } from './pictures';
import { FlatLineBuilder, sliceInlines, tidyInlines, type FlatLine } from './runs';

/** From a citation key to its source's id; null or undefined if the library has none. */
export type ResolveKey = (key: string) => string | null | undefined;

/** What the conversion of one file carries along. */
export interface Conversion {
  parsed: ParsedMarkdown;
  resolve: ResolveKey;
  warn(message: string): void;
  nextId(letter: 'c' | 'f' | 'p' | 't'): string;
  /** Undoes the escapes hidden from the parser. */
  unescape(text: string, inCode: boolean): string;
  /** The facts of a picture that was kept; null where whoever read the text told why not. */
  picture(url: string): MarkdownPicture['image'] | undefined;
  /** Takes a picture out of the line: it stands after the block. */
  hoist(image: ImageBlock): void;
  /** Attributes were hidden from the parser, as escapes were. */
  showAttributes(text: string): string;
  /** Takes them off the start of a text that follows a picture. */
  takeAttributes(text: string): { of: string; rest: string };
  /** Footnotes being expanded: one that contains itself would never end. */
  openFootnotes: Set<string>;
}

const htmlFormats: Record<string, TextFormat> = {
  sup: 'superscript',
  sub: 'subscript',
  u: 'underline',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  del: 'strikethrough',
};

/** Inline Markdown as memo inlines, with citations recognised. `insideNote`: notes and links may not nest there. */
export function inlinesOf(nodes: PhrasingContent[], conversion: Conversion, insideNote: boolean): Inline[] {
  const builder = new FlatLineBuilder();
  walk(nodes, new Set(), builder, conversion, insideNote, false);
  return citedInlines(withPandocFormats(builder.line()), 0, Infinity, conversion, insideNote);
}

function walk(
  nodes: PhrasingContent[],
  formats: Set<TextFormat>,
  out: FlatLineBuilder,
  conversion: Conversion,
  insideNote: boolean,
  insideLink: boolean,
): void {
  const withFormat = (format: TextFormat, children: PhrasingContent[]) =>
    walk(children, new Set([...formats, format]), out, conversion, insideNote, insideLink);
  const plain = (value: string) => {
    const flat = conversion.showAttributes(value).replace(/[ \t]*\n[ \t]*/gu, ' ');
    out.text(conversion.unescape(flat, false), formats, flat);
  };
  const link = (url: string, children: PhrasingContent[]) => {
    if (insideLink || !isSafeUrl(url) || url.length > 4000) {
      if (!insideLink)
        conversion.warn(`The link to “${url.slice(0, 80)}” was left out: only web and mail links are kept.`);
      walk(children, formats, out, conversion, insideNote, true);
      return;
    }
    const inner = new FlatLineBuilder();
    walk(children, formats, inner, conversion, insideNote, true);
    const line = withPandocFormats(inner.line());
    out.object({ type: 'link', url, children: sliceInlines(line, 0, line.text.length) });
  };
  for (const [index, node] of nodes.entries()) {
    switch (node.type) {
      case 'text': {
        const follows = isPicture(nodes[index - 1], conversion);
        plain(follows ? conversion.takeAttributes(node.value).rest : node.value);
        break;
      }
      case 'emphasis':
        withFormat('italic', node.children);
        break;
      case 'strong':
        withFormat('bold', node.children);
        break;
      case 'delete':
        withFormat('strikethrough', node.children);
        break;
      case 'inlineCode':
        out.text(conversion.unescape(node.value, true), new Set([...formats, 'code']));
        break;
      case 'break':
        out.object({ type: 'line-break' });
        break;
      case 'link':
        link(node.url, node.children);
        break;
      case 'linkReference': {
        const definition = conversion.parsed.definitions.get(node.identifier);
        if (definition) link(definition.url, node.children);
        else walk(node.children, formats, out, conversion, insideNote, insideLink);
        break;
      }
      case 'image':
      case 'imageReference':
        plain(pictureOf(node, nodes[index + 1], conversion, insideNote));
        break;
      case 'footnoteReference': {
        const definition = conversion.parsed.footnotes.get(node.identifier);
        if (!definition || insideNote || conversion.openFootnotes.has(node.identifier)) {
          plain(`[^${node.label ?? node.identifier}]`);
          break;
        }
        conversion.openFootnotes.add(node.identifier);
        const children: Inline[] = [];
        for (const block of definition.children) {
          if (block.type !== 'paragraph' && block.type !== 'heading') {
            conversion.warn(
              `Footnote ${node.label ?? node.identifier} holds more than paragraphs; only those were kept.`,
            );
            continue;
          }
          if (children.length > 0) children.push({ type: 'line-break' });
          children.push(...inlinesOf(block.children, conversion, true));
        }
        conversion.openFootnotes.delete(node.identifier);
        out.object({ type: 'footnote', id: conversion.nextId('f'), children });
        break;
      }
      case 'html': {
        const tag = /^<(\/?)([a-z]+)\s*\/?>$/iu.exec(node.value.trim());
        const format = htmlFormats[tag?.[2]?.toLowerCase() ?? ''];
        if (tag?.[2]?.toLowerCase() === 'br') out.object({ type: 'line-break' });
        else if (tag && format) {
          if (tag[1] === '/') formats.delete(format);
          else formats.add(format);
        } else if (!node.value.startsWith('<!--')) plain(node.value);
        break;
      }
      default:
        break;
    }
  }
}

/** As wide as the text of a memo usually is, in pixels. */
const usualMeasure = 640;

type Picture = Extract<PhrasingContent, { type: 'image' | 'imageReference' }>;

function isPicture(node: PhrasingContent | undefined, conversion: Conversion): boolean {
  if (node?.type !== 'image' && node?.type !== 'imageReference') return false;
  return Boolean(conversion.picture(placeOf(node, conversion).url));
}

function placeOf(node: Picture, { parsed }: Conversion): { url: string; title: string } {
  const { url = '', title } = (node.type === 'image' ? node : parsed.definitions.get(node.identifier)) ?? {};
  return { url, title: title ?? '' };
}

/**
 * Puts a picture after the block it stands in; answers the words that stand in its place. With a title, or with `alt` among its
 * attributes, its description is for those who do not see it and the other is its caption.
 */
function pictureOf(
  node: Picture,
  after: PhrasingContent | undefined,
  conversion: Conversion,
  insideNote: boolean,
): string {
  const { url, title } = placeOf(node, conversion);
  const description = conversion.unescape(node.alt ?? '', false);
  const said = oneLine(description);
  const image = conversion.picture(url);
  if (!image || insideNote) {
    if (image !== null) conversion.warn(leftOut(url, insideNote));
    return `[picture: ${said || (/^data:/iu.test(url) ? 'not described' : url.slice(0, 300))}]`;
  }
  const given = pictureAttributes(after?.type === 'text' ? conversion.takeAttributes(after.value).of : '');
  const caption = given.alt === undefined ? oneLine(title) : oneLine(withoutNumber(description));
  conversion.hoist({
    type: 'image',
    id: conversion.nextId('p'),
    ...image,
    alt: given.alt ?? said,
    width: given.width ?? fraction(image.pixels.width / usualMeasure),
    caption: caption === '' ? [] : [{ type: 'text', text: caption, formats: [], marks: [] }],
  });
  return '';
}

function leftOut(url: string, insideNote: boolean): string {
  const name = `The picture “${url.slice(0, 80)}” was left out, and its description kept`;
  if (insideNote) return `${name}: footnotes hold none.`;
  if (/^https?:/iu.test(url)) return `${name}: it is only linked, and nothing is fetched.`;
  if (/^data:/iu.test(url)) return `${name}: it is damaged, or no PNG, JPEG, GIF or WebP.`;
  return `${name}: no such picture came with the file. Bring in the two together, the picture beside or below the file.`;
}

/** The part of a line between two positions, its citations and `^[inline notes]` made into inlines of their own. */
function citedInlines(
  line: FlatLine,
  start: number,
  end: number,
  conversion: Conversion,
  insideNote: boolean,
): Inline[] {
  return tidyInlines(citedParts(line, start, Math.min(end, line.text.length), conversion, insideNote));
}

function citedParts(
  line: FlatLine,
  start: number,
  stop: number,
  conversion: Conversion,
  insideNote: boolean,
): Inline[] {
  const scan = line.scan.slice(start, stop);
  const inlines: Inline[] = [];
  let at = start;
  const noteStart = insideNote ? -1 : scan.indexOf('^[');
  if (noteStart !== -1) {
    const noteEnd = closing(scan, noteStart + 1);
    if (noteEnd !== -1) {
      inlines.push(...citedParts(line, start, start + noteStart, conversion, insideNote));
      const children = citedInlines(line, start + noteStart + 2, start + noteEnd, conversion, true);
      // subtle: a note mark inside the note was made an object before; notes do not nest, so its words are taken in.
      const flat = children.flatMap((inline) => (inline.type === 'footnote' ? inline.children : [inline]));
      inlines.push({ type: 'footnote', id: conversion.nextId('f'), children: tidyInlines(flat) });
      inlines.push(...citedParts(line, start + noteEnd + 1, stop, conversion, insideNote));
      return inlines;
    }
  }
  for (const found of findCitations(scan)) {
    inlines.push(...sliceInlines(line, at, start + found.start));
    inlines.push(...citationInlines(found, line, start, conversion));
    at = start + found.end;
  }
  inlines.push(...sliceInlines(line, at, stop));
  return inlines;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && (depth -= 1) === 0) return at;
  }
  return -1;
}

function citationInlines(found: FoundCitation, line: FlatLine, offset: number, conversion: Conversion): Inline[] {
  const verbatim = () => sliceInlines(line, offset + found.start, offset + found.end);
  const items: CitationItem[] = [];
  const unknown: ParsedCite[] = [];
  for (const cite of found.cites) {
    const sourceId = conversion.resolve(cite.key);
    if (!sourceId) {
      unknown.push(cite);
      conversion.warn(`No source has the citation key “${cite.key}”; it was kept as text.`);
      continue;
    }
    items.push({
      sourceId,
      label: cite.label,
      locator: cite.locator.slice(0, 200),
      prefix: conversion.unescape(cite.prefix, false).slice(0, 1000),
      suffix: conversion.unescape(cite.suffix, false).slice(0, 1000),
      suppressAuthor: cite.suppressAuthor,
      excerptId: null,
    });
  }
  if (items.length === 0) return verbatim();
  const inlines: Inline[] = [];
  const text = (value: string) => inlines.push({ type: 'text', text: value, formats: [], marks: [] });
  const citation = { type: 'citation' as const, id: conversion.nextId('c'), items, marks: [] };
  // A sentence whose subject is not in the library is not given to another source.
  const narrative = found.narrative && found.cites[0] !== unknown[0];
  inlines.push(narrative ? { ...citation, form: 'narrative' } : citation);
  if (unknown.length > 0)
    text(` [${unknown.map((cite) => `${cite.suppressAuthor ? '-' : ''}@${cite.key}`).join('; ')}]`);
  return inlines;
}

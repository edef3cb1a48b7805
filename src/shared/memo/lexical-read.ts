import * as v from 'valibot';
import { id as uuid, line } from '../domain/common';
import { readLanguage } from '../domain/language';
import {
  imageFields,
  memoComment,
  memoDocumentVersion,
  translators,
  type BlockWriting,
  type ImageBlock,
  type ListBlock,
  type MemoBlock,
  type MemoComment,
  type MemoDocument,
  type TableBlock,
  type Translation,
} from './document';
import { commentsState, idState, languageState } from './lexical-json';
import { inlinesFromLexical, readLineId } from './lexical-read-inlines';
import { blockTypes, childrenOf, maxDepth, maxText, plainText, record } from './lexical-values';
import { normaliseDocument, type NormalBlocks } from './normalise';

/**
 * Reads a serialised editor state. Total: whatever it is given, it answers with a valid document. Words are kept; nodes,
 * styles, links and fields it does not know are not.
 */
export function lexicalToDocument(state: unknown, memory?: ReadingMemory): MemoDocument {
  const root = record(record(state)?.['root']);
  const blocks = blocksFromLexical(childrenOf(root), 0, memory);
  const comments = commentsFromLexical(record(root?.['$'])?.[commentsState]);
  const given = comments.length > 0 ? { comments } : {};
  return normaliseDocument({ version: memoDocumentVersion, blocks, ...given }, memory?.normal);
}

/** The valid ones among unknown comments. */
export function commentsFromLexical(value: unknown): MemoComment[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => {
    const read = v.safeParse(memoComment, each);
    return read.success ? [read.output] : [];
  });
}

/** What was read before: for a node that is the same object, after the same caption if it is a table, the same blocks come back. */
export interface ReadingMemory {
  blocks: WeakMap<object, { blocks: MemoBlock[]; caption: object | null }>;
  normal: NormalBlocks;
}

/**
 * `lexicalToDocument` for the states of one editor, one after the other: blocks of nodes that are the same objects as before are
 * the same objects again.
 */
export function createDocumentReader(): (state: unknown) => MemoDocument {
  const memory: ReadingMemory = { blocks: new WeakMap(), normal: new WeakMap() };
  return (state) => lexicalToDocument(state, memory);
}

/** Blocks of any serialised nodes, e.g. from the clipboard; inline nodes between blocks become paragraphs. */
export function blocksFromLexical(nodes: readonly unknown[], depth = 0, memory?: ReadingMemory): MemoBlock[] {
  const blocks: MemoBlock[] = [];
  let loose: unknown[] = [];
  const flush = () => {
    const children = inlinesFromLexical(loose);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    loose = [];
  };
  /** The node of the last block: a translation is read again when its quotation was. */
  let before: Record<string, unknown> | null = null;
  let caption: Record<string, unknown> | null = null;
  for (const [index, value] of nodes.entries()) {
    const node = record(value);
    if (!node) continue;
    if (!isBlock(node, depth)) {
      loose.push(node);
      continue;
    }
    flush();
    if (node['type'] === 'table-caption' && record(nodes[index + 1])?.['type'] === 'table') {
      caption = node;
      continue;
    }
    const last = blocks.at(-1);
    if (node['type'] === 'quotation-translation' && last?.type === 'excerpt-quotation' && !last.translation) {
      const joined = memory?.blocks.get(node);
      const pair =
        joined && joined.caption === before ? joined.blocks : [{ ...last, translation: translationFromLexical(node) }];
      memory?.blocks.set(node, { blocks: pair, caption: before });
      blocks.splice(-1, 1, ...pair);
      continue;
    }
    before = node;
    const known = memory?.blocks.get(node);
    const read = known && known.caption === caption ? known.blocks : blockFromLexical(node, depth, caption);
    memory?.blocks.set(node, { blocks: read, caption });
    caption = null;
    blocks.push(...read);
  }
  flush();
  return blocks;
}

/** A node we do not know is a block when one stands inside it. */
function isBlock(node: Record<string, unknown>, depth: number): boolean {
  if (blockTypes.has(String(node['type']))) return true;
  return depth < maxDepth && childrenOf(node).some((child) => isBlock(record(child) ?? {}, depth + 1));
}

/** @param caption the node of the caption that stands before a table */
function blockFromLexical(
  node: Record<string, unknown>,
  depth: number,
  caption: Record<string, unknown> | null = null,
): MemoBlock[] {
  const children = () => inlinesFromLexical(childrenOf(node));
  const writing = readWriting(node);
  switch (node['type']) {
    case 'paragraph':
      return [{ type: 'paragraph', ...writing, children: children() }];
    case 'heading':
      return [
        {
          type: 'heading',
          level: headingLevel(node['tag']),
          ...writing,
          ...optionalId(record(node['$'])?.[idState]),
          children: children(),
        },
      ];
    case 'quote':
      return [{ type: 'quotation', ...writing, children: children() }];
    case 'excerpt-quotation':
      return v.is(uuid, node['excerptId'])
        ? [{ type: 'excerpt-quotation', excerptId: node['excerptId'], ...writing, children: children() }]
        : [{ type: 'quotation', ...writing, children: children() }];
    // Without the quotation that it translates.
    case 'quotation-translation':
      return [{ type: 'quotation', ...writing, children: children() }];
    case 'list':
      return [listFromLexical(node, depth)];
    case 'table':
      return [{ type: 'table', ...readCaption(caption), rows: rowsFromLexical(node) }];
    case 'image': {
      const image = readImage(node['image']);
      const words = children();
      if (image) return [{ ...image, caption: words }];
      return words.length > 0 ? [{ type: 'paragraph', children: words }] : [];
    }
    case 'code':
      return [{ type: 'code', text: plainText(childrenOf(node)).slice(0, maxText) }];
    case 'horizontalrule':
      return [{ type: 'rule' }];
    default:
      if (depth < maxDepth) return blocksFromLexical(childrenOf(node), depth + 1);
      return [{ type: 'paragraph', children: children() }];
  }
}

/** The fields of an image that a node carries; null if they are none. */
export function readImage(value: unknown): Omit<ImageBlock, 'caption'> | null {
  const read = v.safeParse(imageSchema, value);
  return read.success ? { type: 'image', ...read.output } : null;
}
const imageSchema = v.object(imageFields);

/** What the node before a table adds to it. An empty caption is none, and its id stays for those that refer to it. */
function readCaption(node: Record<string, unknown> | null): Partial<Pick<TableBlock, 'id' | 'caption'>> {
  if (!node) return {};
  return { id: readLineId(node['captionId']), caption: inlinesFromLexical(childrenOf(node)) };
}

function optionalId(value: unknown): { id?: string } {
  const read = v.safeParse(imageFields.id, value);
  return read.success ? { id: read.output } : {};
}

/** Direction and language of a block; what is neither is dropped. */
function readWriting(node: Record<string, unknown>): BlockWriting {
  const { direction } = node;
  const language = readLanguage(record(node['$'])?.[languageState]);
  return {
    ...(direction === 'ltr' || direction === 'rtl' ? { direction } : {}),
    ...(language === null ? {} : { language }),
  };
}

function translationFromLexical(node: Record<string, unknown>): Translation {
  const language = v.safeParse(line(35), node['language']);
  return {
    children: inlinesFromLexical(childrenOf(node)),
    by: translators.find((by) => by === node['by']) ?? 'author',
    language: language.success ? language.output : '',
  };
}

function headingLevel(tag: unknown): 1 | 2 | 3 | 4 {
  const level = Number(/^h([1-6])$/.exec(String(tag))?.[1] ?? 1);
  return Math.min(level, 4) as 1 | 2 | 3 | 4;
}

function listFromLexical(node: Record<string, unknown>, depth: number): ListBlock {
  const start = node['start'];
  const list: ListBlock = {
    type: 'list',
    ...readWriting(node),
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

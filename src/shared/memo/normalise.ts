import {
  textFormats,
  type Inline,
  type MemoBlock,
  type MemoDocument,
  type TextFormat,
  type TextInline,
} from './document';
import { walkInlines } from './walk';

/**
 * The one way to write a document among all that read the same: equal neighbouring text runs are one, empty runs are
 * gone, line feeds are line breaks, links and lists that touch and could be one are one, no table has an empty caption, formats are in the order of `textFormats`, marks are named once, and comments are there only where their words are.
 */
export function normaliseDocument(document: MemoDocument, known?: NormalBlocks): MemoDocument {
  const blocks: MemoBlock[] = [];
  for (const each of document.blocks) {
    const before = known?.get(each);
    const block = before === undefined ? normaliseBlock(each) : before;
    known?.set(each, block);
    if (block === null) continue;
    const last = blocks.at(-1);
    const continues = block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered;
    if (continues) blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else blocks.push(block);
  }
  return withComments(
    { version: document.version, blocks: blocks.length > 0 ? blocks : [{ type: 'paragraph', children: [] }] },
    document.comments,
  );
}

/** A comment goes with its words: one whose mark is nowhere in the text is gone, and so is a second of the same id. */
function withComments(document: MemoDocument, comments: MemoDocument['comments']): MemoDocument {
  if (!comments?.length) return document;
  const marked = new Set<string>();
  for (const { inline } of walkInlines(document)) {
    if (inline.type !== 'text' && inline.type !== 'citation') continue;
    for (const { kind, id } of inline.marks) if (kind === 'comment') marked.add(id);
  }
  const kept = comments.filter(({ id }) => marked.delete(id));
  return kept.length > 0 ? { ...document, comments: kept } : document;
}

/** Blocks in their normal form, by the blocks that were normalised before. */
export type NormalBlocks = WeakMap<MemoBlock, MemoBlock | null>;

/** Null for a list without items or a table without cells: there is nothing to see or edit in it. Its caption is kept as words. */
function normaliseBlock(block: MemoBlock): MemoBlock | null {
  switch (block.type) {
    case 'code':
    case 'rule':
      return block;
    case 'list': {
      const items = block.items.map((item) => ({
        children: normaliseInlines(item.children),
        nested: item.nested && (normaliseBlock(item.nested) as typeof item.nested),
      }));
      return items.length > 0 ? { ...block, items } : null;
    }
    case 'table': {
      const rows = block.rows
        .filter((row) => row.cells.length > 0)
        .map((row) => ({ cells: row.cells.map((cell) => ({ ...cell, children: normaliseInlines(cell.children) })) }));
      const caption = normaliseInlines(block.caption ?? []);
      if (rows.length === 0) return caption.length > 0 ? { type: 'paragraph', children: caption } : null;
      return {
        type: 'table',
        ...(block.id === undefined ? {} : { id: block.id }),
        ...(caption.length > 0 ? { caption } : {}),
        rows,
      };
    }
    case 'image':
      return { ...block, caption: normaliseInlines(block.caption) };
    case 'excerpt-quotation': {
      const { translation, ...quotation } = block;
      const normal = { ...quotation, children: normaliseInlines(block.children) };
      if (!translation) return normal;
      return { ...normal, translation: { ...translation, children: normaliseInlines(translation.children) } };
    }
    default:
      return { ...block, children: normaliseInlines(block.children) };
  }
}

export function normaliseInlines(children: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of children) {
    if (inline.type === 'text') {
      for (const part of splitLines(inline)) pushText(out, part);
    } else if (inline.type === 'link') {
      const inner = normaliseInlines(inline.children);
      const last = out.at(-1);
      // Two links to the same place, side by side, are one to a reader; the editor joins them too.
      if (last?.type === 'link' && last.url === inline.url) {
        out[out.length - 1] = { ...last, children: normaliseInlines([...last.children, ...inner]) };
      } else if (inner.length > 0) out.push({ ...inline, children: inner });
    } else if (inline.type === 'footnote') {
      out.push({ ...inline, children: normaliseInlines(inline.children) });
    } else if (inline.type === 'citation') {
      out.push({ ...inline, marks: uniqueMarks(inline.marks) });
    } else {
      out.push(inline);
    }
  }
  return out;
}

function splitLines(inline: TextInline): (TextInline | { type: 'line-break' })[] {
  if (!/[\r\n]/.test(inline.text)) return [inline];
  return inline.text
    .split(/\r\n?|\n/)
    .flatMap((text, index) => [...(index > 0 ? [{ type: 'line-break' as const }] : []), { ...inline, text }]);
}

function pushText(out: Inline[], part: TextInline | { type: 'line-break' }): void {
  if (part.type === 'line-break') {
    out.push(part);
    return;
  }
  if (part.text === '') return;
  const run: TextInline = { ...part, formats: orderFormats(part.formats), marks: uniqueMarks(part.marks) };
  const last = out.at(-1);
  if (last?.type === 'text' && sameLook(last, run)) out[out.length - 1] = { ...last, text: last.text + run.text };
  else out.push(run);
}

function sameLook(a: TextInline, b: TextInline): boolean {
  const look = ({ formats, marks }: TextInline) =>
    `${formats.join(' ')}|${marks.map((mark) => `${mark.kind}:${mark.id}`).join(' ')}`;
  return look(a) === look(b);
}

function orderFormats(formats: readonly TextFormat[]): TextFormat[] {
  return textFormats.filter((format) => formats.includes(format));
}

function uniqueMarks(marks: TextInline['marks']): TextInline['marks'] {
  return marks.filter(
    (mark, index) => marks.findIndex((other) => other.kind === mark.kind && other.id === mark.id) === index,
  );
}

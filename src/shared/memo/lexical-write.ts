import {
  commentsState,
  elementNode,
  formatBits,
  idState,
  languageState,
  smallCapsStyle,
  type SerializedNode,
  type SerializedState,
} from './lexical-json';
import type {
  BlockWriting,
  CitationInline,
  Inline,
  ListBlock,
  MemoBlock,
  MemoDocument,
  TextFormat,
  TextInline,
  TextMark,
} from './document';
import { normaliseInlines } from './normalise';

/** A document as the state of the editor. Pure; the result loads in any editor with Commonplace's nodes. */
export function documentToLexical(document: MemoDocument): SerializedState {
  const blocks = blocksToLexical(document.blocks);
  const state = document.comments?.length ? { $: { [commentsState]: document.comments } } : {};
  return { root: elementNode('root', blocks.length > 0 ? blocks : [elementNode('paragraph', [])], state) };
}

export function blocksToLexical(blocks: readonly MemoBlock[]): SerializedNode[] {
  return blocks.flatMap((block) => {
    const node = blockToLexical(block) ?? [];
    if (block.type === 'excerpt-quotation' && block.translation) {
      // To write in, a translation is a block of its own.
      const { children, by, language } = block.translation;
      return [node, elementNode('quotation-translation', inlinesToLexical(children), { by, language })].flat();
    }
    // A caption stands before its table as a block of its own: Lexical's tables hold rows only.
    if (block.type !== 'table' || block.id === undefined) return node;
    return [elementNode('table-caption', inlinesToLexical(block.caption ?? []), { captionId: block.id })].concat(node);
  });
}

function blockToLexical(block: MemoBlock): SerializedNode | null {
  switch (block.type) {
    case 'paragraph':
      return elementNode('paragraph', inlinesToLexical(block.children), {
        ...writingOf(block),
        textFormat: 0,
        textStyle: '',
      });
    case 'heading':
      return elementNode('heading', inlinesToLexical(block.children), {
        ...writingOf(block, block.id === undefined ? {} : { [idState]: block.id }),
        tag: `h${block.level}`,
      });
    case 'quotation':
      return elementNode('quote', inlinesToLexical(block.children), writingOf(block));
    case 'excerpt-quotation':
      return elementNode('excerpt-quotation', inlinesToLexical(block.children), {
        ...writingOf(block),
        excerptId: block.excerptId,
      });
    case 'list':
      return block.items.length > 0 ? listToLexical(block) : null;
    case 'table':
      return tableToLexical(block.rows);
    case 'code':
      return elementNode('code', codeToLexical(block.text), { language: null, theme: null });
    case 'rule':
      return { type: 'horizontalrule', version: 1 };
    case 'image': {
      const { type, caption, ...image } = block;
      return elementNode(type, inlinesToLexical(caption), { image });
    }
  }
}

/** Direction and language of a block. @param states what else its node keeps */
function writingOf(
  { direction, language }: BlockWriting,
  states: Record<string, string> = {},
): { direction: BlockWriting['direction'] | null; $?: Record<string, string> } {
  const kept = language === undefined ? states : { ...states, [languageState]: language };
  return { direction: direction ?? null, ...(Object.keys(kept).length > 0 ? { $: kept } : {}) };
}

/** subtle: a nested list stands in a list item of its own, after the item it belongs to; that is Lexical's structure. */
function listToLexical(list: ListBlock): SerializedNode {
  const items: SerializedNode[] = [];
  let value = list.start;
  for (const item of list.items) {
    items.push(elementNode('listitem', inlinesToLexical(item.children), { value }));
    value += 1;
    if (item.nested && item.nested.items.length > 0) {
      items.push(elementNode('listitem', [listToLexical(item.nested)], { value }));
    }
  }
  const listType = list.ordered ? 'number' : 'bullet';
  return elementNode('list', items, {
    ...writingOf(list),
    listType,
    start: list.start,
    tag: list.ordered ? 'ol' : 'ul',
  });
}

/** Header cells carry Lexical's bit for a row header in the first row and for a column header below it. */
function tableToLexical(rows: Extract<MemoBlock, { type: 'table' }>['rows']): SerializedNode | null {
  const filled = rows.filter((row) => row.cells.length > 0);
  if (filled.length === 0) return null;
  return elementNode(
    'table',
    filled.map((row, index) =>
      elementNode(
        'tablerow',
        row.cells.map((cell) =>
          elementNode(
            'tablecell',
            [elementNode('paragraph', inlinesToLexical(cell.children), { textFormat: 0, textStyle: '' })],
            { headerState: cell.header ? (index === 0 ? 1 : 2) : 0, colSpan: 1, rowSpan: 1, backgroundColor: null },
          ),
        ),
      ),
    ),
  );
}

function codeToLexical(text: string): SerializedNode[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
      ...(line === '' ? [] : [textNode(line, 0, '')]),
    ]);
}

/** Runs of text and citations under the same marks share one mark node, so that an underline is not cut at bold words. */
export function inlinesToLexical(children: readonly Inline[]): SerializedNode[] {
  const nodes: SerializedNode[] = [];
  let open = null as { key: string; children: SerializedNode[] } | null;
  for (const inline of normaliseInlines(children)) {
    const marks = inline.type === 'text' || inline.type === 'citation' ? inline.marks : [];
    const node = inlineToLexical(inline);
    if (marks.length === 0) {
      open = null;
      nodes.push(node);
      continue;
    }
    const ids = marks.map(markId);
    const key = ids.join(' ');
    if (open?.key === key) {
      open.children.push(node);
    } else {
      open = { key, children: [node] };
      nodes.push(elementNode('mark', open.children, { ids }));
    }
  }
  return nodes;
}

function inlineToLexical(inline: Inline): SerializedNode {
  switch (inline.type) {
    case 'text':
      return textInlineToLexical(inline);
    case 'line-break':
      return { type: 'linebreak', version: 1 };
    case 'link':
      return elementNode('link', inlinesToLexical(inline.children), {
        url: inline.url,
        rel: 'noreferrer',
        target: null,
        title: null,
      });
    case 'citation':
      return { type: 'citation', version: 1, id: inline.id, items: inline.items, ...formOf(inline) };
    case 'footnote':
      return { type: 'footnote', version: 1, id: inline.id, content: normaliseInlines(inline.children) };
    case 'actor-mention':
      return { type: 'actor-mention', version: 1, actorId: inline.actorId, text: inline.text };
    case 'cross-reference':
      return { type: 'cross-reference', version: 1, targetId: inline.targetId, show: inline.show };
  }
}

function formOf({ form }: CitationInline): { form?: 'narrative' } {
  return form === undefined ? {} : { form };
}

function textInlineToLexical({ text, formats }: TextInline): SerializedNode {
  let bits = 0;
  for (const format of formats) if (format !== 'small-caps') bits |= formatBits[format];
  return textNode(text, bits, formats.includes('small-caps' satisfies TextFormat) ? smallCapsStyle : '');
}

function textNode(text: string, format: number, style: string): SerializedNode {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style, text };
}

/** A mark's id in the editor: `claim:<uuid>`, `actor:<uuid>` or `comment:<uuid>`. */
export function markId(mark: TextMark): string {
  return `${mark.kind}:${mark.id}`;
}

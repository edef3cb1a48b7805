import type { FootnoteInline, Inline, ListBlock, MemoBlock, MemoDocument } from './document';

/** One inline as the walk meets it, with where it stands. */
export interface VisitedInline {
  inline: Inline;
  /** The top-level block it stands in. */
  block: MemoBlock;
  /** The author's footnote it stands in; null in the text. */
  footnote: FootnoteInline | null;
}

/** Every run of inlines of a block, in reading order: one for a paragraph or caption, one for each item or cell. */
export function* inlineRuns(block: MemoBlock): Generator<Inline[]> {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quotation':
      yield block.children;
      return;
    case 'excerpt-quotation':
      yield block.children;
      if (block.translation) yield block.translation.children;
      return;
    case 'list':
      yield* listRuns(block);
      return;
    case 'image':
      yield block.caption;
      return;
    case 'table':
      if (block.caption) yield block.caption;
      for (const row of block.rows) for (const cell of row.cells) yield cell.children;
      return;
    case 'code':
    case 'rule':
      return;
  }
}

function* listRuns(list: ListBlock): Generator<Inline[]> {
  for (const item of list.items) {
    yield item.children;
    if (item.nested !== null) yield* listRuns(item.nested);
  }
}

/** Every inline of a document in reading order. A link or footnote comes before what is inside it. */
export function* walkInlines(document: MemoDocument): Generator<VisitedInline> {
  for (const block of document.blocks) {
    for (const run of inlineRuns(block)) yield* walkRun(run, block, null);
  }
}

function* walkRun(run: Inline[], block: MemoBlock, footnote: FootnoteInline | null): Generator<VisitedInline> {
  for (const inline of run) {
    yield { inline, block, footnote };
    if (inline.type === 'link') yield* walkRun(inline.children, block, footnote);
    // subtle: a footnote inside a footnote is refused by the editor; should one arrive, its content counts to the outer.
    else if (inline.type === 'footnote') yield* walkRun(inline.children, block, footnote ?? inline);
  }
}

/**
 * A copy of the document in which every inline went through `change`; null drops it. Children are changed before their
 * parent. Blocks and inlines that stay the same keep their identity.
 */
export function mapInlines(document: MemoDocument, change: (inline: Inline) => Inline | null): MemoDocument {
  const mapRun = (run: Inline[]): Inline[] => {
    const mapped: Inline[] = [];
    let same = true;
    for (const inline of run) {
      let next: Inline | null = inline;
      if (inline.type === 'link' || inline.type === 'footnote') {
        const children = mapRun(inline.children);
        if (children !== inline.children) next = { ...inline, children };
      }
      next = change(next);
      if (next !== inline) same = false;
      if (next !== null) mapped.push(next);
    }
    return same ? run : mapped;
  };
  const mapList = (list: ListBlock): ListBlock => ({
    ...list,
    items: list.items.map((item) => ({
      children: mapRun(item.children),
      nested: item.nested === null ? null : mapList(item.nested),
    })),
  });
  const mapBlock = (block: MemoBlock): MemoBlock => {
    if (block.type === 'list') return mapList(block);
    if (block.type === 'table') {
      return {
        ...block,
        ...(block.caption ? { caption: mapRun(block.caption) } : {}),
        rows: block.rows.map((row) => ({
          cells: row.cells.map((cell) => ({ ...cell, children: mapRun(cell.children) })),
        })),
      };
    }
    if (block.type === 'image') {
      const caption = mapRun(block.caption);
      return caption === block.caption ? block : { ...block, caption };
    }
    if (block.type === 'code' || block.type === 'rule') return block;
    const children = mapRun(block.children);
    const mapped = children === block.children ? block : { ...block, children };
    if (mapped.type !== 'excerpt-quotation' || !mapped.translation) return mapped;
    const translated = mapRun(mapped.translation.children);
    if (translated === mapped.translation.children) return mapped;
    return { ...mapped, translation: { ...mapped.translation, children: translated } };
  };
  return { ...document, blocks: document.blocks.map(mapBlock) };
}

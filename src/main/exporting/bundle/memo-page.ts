import type { CitationItem } from '../../../shared/memo/document';
import {
  runInlines,
  type PreparedBlock,
  type PreparedCitation,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedRun,
  type PreparedText,
} from '../prepared';

/** Where a cited source's passage is in the bundle. */
export interface Target {
  href: string;
  /** What the link is called: "Vale 2023, ¶ 2". */
  label: string;
}

/**
 * The memo with a link to its passage after every citation, in the text and in the notes, and `before` at its head.
 * @param targetOf where a cited item leads
 */
export function withPassageLinks(
  memo: PreparedMemo,
  targetOf: (item: CitationItem) => Target,
  before: readonly PreparedInline[],
): PreparedMemo {
  const linksOf = ({ items }: PreparedCitation): PreparedText[] => items.map(targetOf).map(passageLink);
  const inlines = (children: readonly PreparedInline[]): PreparedInline[] =>
    children.flatMap((inline, index): PreparedInline[] => {
      if (inline.type === 'text' && inline.partsNotes && children[index - 1]?.type === 'citation') return [];
      if (inline.type === 'footnote') return [{ ...inline, children: inlines(inline.children) }];
      if (inline.type !== 'citation') return [inline];
      const links = linksOf(inline);
      if (inline.note === null) return [inline, ...links];
      // The note says its source and leads to its passage; so does the place in the text.
      return [{ type: 'footnote', number: inline.note, children: [...runInlines(inline.runs), ...links] }, ...links];
    });
  const run = <Run extends PreparedRun>(part: Run): Run => ({ ...part, children: inlines(part.children) });
  const list = (block: PreparedList): PreparedList => ({
    ...block,
    items: block.items.map((item) => ({
      ...item,
      children: inlines(item.children),
      nested: item.nested && list(item.nested),
    })),
  });
  const blocks = memo.blocks.map((block): PreparedBlock => {
    if (block.type === 'list') return list(block);
    if (block.type === 'image') return { ...block, caption: run(block.caption) };
    if (block.type === 'table') {
      const caption = block.caption && run(block.caption);
      return { ...block, caption, rows: block.rows.map((row) => row.map(run)) };
    }
    return 'children' in block ? run(block) : block;
  });
  return { ...memo, blocks: [{ type: 'paragraph', children: [...before], direction: 'ltr' }, ...blocks] };
}

function passageLink({ href, label }: Target): PreparedText {
  return { type: 'text', text: '↗', look: {}, local: { href, label } };
}

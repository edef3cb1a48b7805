import type { Inline, MemoBlock, MemoDocument, TextMark } from '../../../shared/memo/document';

export interface MarkedText {
  text: string;
  mark: TextMark;
}

/** The inlines with a mark laid over every occurrence of a text; marks may overlap. Occurrences across runs are left alone. */
export function markInlines(inlines: readonly Inline[], { text, mark }: MarkedText): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'link' || inline.type === 'footnote') {
      return [{ ...inline, children: markInlines(inline.children, { text, mark }) }];
    }
    if (inline.type !== 'text') return [inline];
    return inline.text
      .split(text)
      .flatMap((before, index) => (index === 0 ? [before] : [text, before]))
      .map((part, index) => ({
        ...inline,
        text: part,
        marks: index % 2 === 1 ? [...inline.marks, mark] : inline.marks,
      }))
      .filter((part) => part.text !== '');
  });
}

/** The document with its texts marked, and with block quotations that equal an excerpt's words linked to that excerpt. */
export function annotate(
  document: MemoDocument,
  marks: readonly MarkedText[],
  excerptIdByText: ReadonlyMap<string, string>,
): MemoDocument {
  const markAll = (inlines: Inline[]): Inline[] => marks.reduce(markInlines, inlines);
  const blocks = document.blocks.map((block): MemoBlock => {
    if (block.type === 'paragraph' || block.type === 'heading') return { ...block, children: markAll(block.children) };
    if (block.type !== 'quotation') return block;
    const words = block.children.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
    const excerptId = excerptIdByText.get(words.trim());
    return excerptId === undefined ? block : { type: 'excerpt-quotation', excerptId, children: block.children };
  });
  return { ...document, blocks };
}

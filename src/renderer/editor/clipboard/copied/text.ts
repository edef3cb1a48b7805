import type { Inline, ListBlock, MemoBlock } from '../../../../shared/memo/document';
import {
  layOutBlock,
  layOutLink,
  layOutNotes,
  type TextBlock,
  type TextList,
} from '../../../../shared/memo/text-layout';
import { captionStart, citedAt, isHeaded, type CopyWords } from './words';

/**
 * Blocks as plain text, as the text export lays them out: citations as their words, notes as numbers in brackets that are
 * listed after the text. Numbers begin at one, since a copy stands for itself.
 */
export function copiedText(blocks: readonly MemoBlock[], words: CopyWords): string {
  const notes: string[] = [];
  const note = (text: string): string => `[${notes.push(text)}]`;
  const write = (inlines: readonly Inline[], inNote = words.inNote): string =>
    inlines
      .map((inline, index): string => {
        switch (inline.type) {
          case 'text':
          case 'actor-mention':
            return inline.text;
          case 'line-break':
            return '\n';
          case 'link':
            return layOutLink(write(inline.children, inNote), inline.url);
          case 'cross-reference':
            return words.referred(inline);
          case 'footnote':
            return inNote ? write(inline.children, true) : note(write(inline.children, true));
          case 'citation': {
            const cited = citedAt(inlines, index, words, inNote);
            const text = cited.runs.map((run) => run.text).join('');
            return cited.author.map((run) => run.text).join('') + (cited.note ? note(text) : text);
          }
        }
      })
      .join('');
  const list = ({ ordered, start, items }: ListBlock): TextList => ({
    type: 'list',
    ordered,
    start,
    items: items.map((item) => ({ text: write(item.children), nested: item.nested && list(item.nested) })),
  });
  const laidOut = (block: MemoBlock): TextBlock[] => {
    switch (block.type) {
      case 'paragraph':
      case 'quotation':
        return [{ type: block.type, text: write(block.children) }];
      case 'heading':
        return [{ type: 'heading', level: block.level, text: write(block.children) }];
      case 'excerpt-quotation': {
        const quotation: TextBlock = { type: 'quotation', text: write(block.children) };
        if (!block.translation) return [quotation];
        const { children, by } = block.translation;
        return [quotation, { type: 'quotation', text: `${write(children)} (${words.translated(by)})` }];
      }
      case 'list':
        return [list(block)];
      case 'table': {
        const { caption = [], id = '', rows } = block;
        const said = captionStart(words.called(id), caption) + write(caption);
        const cells = rows.map((row) => row.cells.map((cell) => write(cell.children)));
        return [{ type: 'table', caption: said, rows: cells, headed: isHeaded(block) }];
      }
      case 'image':
        return [{ type: 'image', called: words.called(block.id), words: write(block.caption) || block.alt }];
      case 'code':
      case 'rule':
        return [block];
    }
  };
  // Code by itself is to be run or pasted, not read.
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'code') return only.text;
  const parts = blocks.flatMap(laidOut).map(layOutBlock);
  const text = parts.filter((part) => part !== '').join('\n\n');
  return notes.length === 0
    ? text
    : `${text}\n\n${layOutNotes(notes.map((each, index) => ({ number: index + 1, text: each })))}`;
}

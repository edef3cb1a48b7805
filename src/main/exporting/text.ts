import { layOutBlock, layOutLink, layOutNotes, underlined, type TextList } from '../../shared/memo/text-layout';
import {
  headingInlines,
  inlinesText,
  memoHeadings,
  captionInlines,
  labelText,
  memoNotes,
  runInlines,
  type PreparedBlock,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
} from './prepared';

/** Plain text, UTF-8: headings underlined, notes numbered in brackets and listed at the end. */
export function writeText(memo: PreparedMemo): string {
  const notes = memoNotes(memo).map(({ number, children }) => ({ number, text: inlines(children) }));
  const parts = [...writeFront(memo), ...writeContents(memo), ...memo.blocks.map(writeBlock)];
  if (notes.length > 0) parts.push(underlined(memo.titles.notes, '-'), layOutNotes(notes));
  if (memo.bibliography.length > 0) {
    parts.push(
      underlined(memo.titles.bibliography, '-'),
      memo.bibliography.map(({ runs }) => inlines(runInlines(runs))).join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** The title and what stands with it. */
function writeFront({ title, titleBlock }: PreparedMemo): string[] {
  const { subtitle, author, date, summary } = titleBlock;
  const byline = [author, date].filter((part) => part !== '').join(', ');
  return [underlined(title, '='), ...[subtitle, byline, ...summary].filter((part) => part !== '')];
}

function writeContents(memo: PreparedMemo): string[] {
  const { headings, top } = memoHeadings(memo);
  if (!memo.options.contents || headings.length === 0) return [];
  const lines = headings.map(
    (heading) => '  '.repeat(heading.level - top) + inlinesText(headingInlines(heading)).trim(),
  );
  return [underlined(memo.titles.contents, '-'), lines.join('\n')];
}

function writeBlock(block: PreparedBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'quotation':
      return layOutBlock({ type: block.type, text: inlines(block.children) });
    case 'heading':
      return layOutBlock({ type: 'heading', level: block.level, text: inlines(headingInlines(block)) });
    case 'list':
      return layOutBlock(textList(block));
    case 'table':
      return layOutBlock({
        type: 'table',
        caption: block.caption ? inlines(captionInlines(block.caption)) : '',
        rows: block.rows.map((row) => row.map((cell) => inlines(cell.children))),
        headed: block.headed,
      });
    case 'image':
      return layOutBlock({
        type: 'image',
        called: labelText(block.caption.label),
        words: inlines(block.caption.children) || block.alt,
      });
    case 'code':
    case 'rule':
      return layOutBlock(block);
  }
}

function textList({ ordered, start, items }: PreparedList): TextList {
  return {
    type: 'list',
    ordered,
    start,
    items: items.map(({ children, nested }) => ({ text: inlines(children), nested: nested && textList(nested) })),
  };
}

function inlines(children: readonly PreparedInline[]): string {
  return children.map(inline).join('');
}

function inline(part: PreparedInline): string {
  switch (part.type) {
    case 'text':
      return part.url === undefined ? part.text : layOutLink(part.text, part.url);
    case 'break':
      return '\n';
    case 'reference':
      return part.text;
    case 'footnote':
      return `[${part.number}]`;
    case 'citation':
      return part.note === null ? part.runs.map((run) => run.text).join('') : `[${part.note}]`;
  }
}

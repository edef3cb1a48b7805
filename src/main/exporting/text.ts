import {
  headingInlines,
  inlinesText,
  memoHeadings,
  captionInlines,
  labelText,
  memoNotes,
  missingPicture,
  runInlines,
  type PreparedBlock,
  type PreparedImage,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedTable,
} from './prepared';
import { textTable } from './text-table';

/**
 * Plain text, UTF-8: headings underlined, notes numbered in brackets and listed at the end. Paragraphs are one line each; only
 * the cells of tables are wrapped, so that columns stay under each other.
 */
export function writeText(memo: PreparedMemo): string {
  const notes = memoNotes(memo);
  const parts = [...writeFront(memo), ...writeContents(memo), ...memo.blocks.map(writeBlock)];
  if (notes.length > 0) {
    parts.push(
      underlined(memo.titles.notes, '-'),
      notes.map(({ number, children }) => `[${number}] ${inlines(children)}`).join('\n'),
    );
  }
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

function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(Math.min(72, Math.max(3, [...title].length)))}`;
}

function writeBlock(block: PreparedBlock): string {
  switch (block.type) {
    case 'paragraph':
      return inlines(block.children);
    case 'heading': {
      const title = inlines(headingInlines(block));
      return block.level <= 2 ? underlined(title, block.level === 1 ? '=' : '-') : title;
    }
    case 'quotation':
      return indented(inlines(block.children), '    ');
    case 'list':
      return writeList(block);
    case 'table':
      return (block.caption ? `${inlines(captionInlines(block.caption))}\n` : '') + writeTable(block);
    case 'image':
      return writeImage(block);
    case 'code':
      return indented(block.text, '    ');
    case 'rule':
      return '* * *';
  }
}

/** "[Figure 2: its caption]", or what it shows where there is no caption. */
function writeImage({ alt, caption }: PreparedImage): string {
  const called = labelText(caption.label);
  const words = inlines(caption.children) || alt;
  return `[${[called, words].filter((part) => part !== '').join(': ') || missingPicture(alt)}]`;
}

function writeList(list: PreparedList): string {
  return list.items
    .map((item, index) => {
      const sign = list.ordered ? `${list.start + index}. ` : '- ';
      const rest = ' '.repeat(sign.length);
      const nested = item.nested ? `\n${indented(writeList(item.nested), rest)}` : '';
      return sign + inlines(item.children).replaceAll('\n', `\n${rest}`) + nested;
    })
    .join('\n');
}

function writeTable(table: PreparedTable): string {
  const rows = table.rows.map((row) =>
    Array.from({ length: table.columns }, (_, column) =>
      inlines(row[column]?.children ?? [])
        .replaceAll('\n', ' ')
        .trim(),
    ),
  );
  return textTable(rows, table.headed);
}

function inlines(children: readonly PreparedInline[]): string {
  return children.map(inline).join('');
}

function inline(part: PreparedInline): string {
  switch (part.type) {
    case 'text': {
      // An address behind other words would be lost on paper.
      const address = part.url?.replace(/^mailto:/, '');
      const shown = address === undefined || part.text.includes(address) || part.url?.includes(part.text);
      return shown ? part.text : `${part.text} <${address}>`;
    }
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

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
}

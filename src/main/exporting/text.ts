import {
  memoNotes,
  runInlines,
  type PreparedBlock,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedTable,
} from './prepared';

/** Plain text, UTF-8: headings underlined, notes numbered in brackets and listed at the end, no line ever wrapped. */
export function writeText(memo: PreparedMemo): string {
  const notes = memoNotes(memo);
  const parts = [underlined(memo.title, '='), ...memo.blocks.map(writeBlock)];
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

function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(Math.min(72, Math.max(3, [...title].length)))}`;
}

function writeBlock(block: PreparedBlock): string {
  switch (block.type) {
    case 'paragraph':
      return inlines(block.children);
    case 'heading': {
      const title = inlines(block.children);
      return block.level <= 2 ? underlined(title, block.level === 1 ? '=' : '-') : title;
    }
    case 'quotation':
      return indented(inlines(block.children), '    ');
    case 'list':
      return writeList(block);
    case 'table':
      return writeTable(block);
    case 'code':
      return indented(block.text, '    ');
    case 'rule':
      return '* * *';
  }
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
  const rows = table.rows.map((row) => row.map((cell) => inlines(cell.children).replaceAll('\n', ' ')));
  const widths = Array.from({ length: table.columns }, (_, column) =>
    Math.min(40, Math.max(3, ...rows.map((row) => [...(row[column] ?? '')].length))),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => (cells[column] ?? '').padEnd(width))
      .join(' | ')
      .trimEnd();
  const lines = rows.map(line);
  if (table.headed) lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('-|-'));
  return lines.join('\n');
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

import { textTable } from './text-table';

/** A block whose words are said already: what plain text is made of, in exports and copies alike. */
export type TextBlock =
  | { type: 'paragraph'; text: string }
  | { type: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { type: 'quotation'; text: string }
  | TextList
  | { type: 'table'; caption: string; rows: readonly (readonly string[])[]; headed: boolean }
  /** `called` is "Figure 2", `words` its caption or else what it shows; either may be empty. */
  | { type: 'image'; called: string; words: string }
  | { type: 'code'; text: string }
  | { type: 'rule' };
export interface TextList {
  type: 'list';
  ordered: boolean;
  start: number;
  items: readonly { text: string; nested: TextList | null }[];
}

/** Paragraphs are one line each; only the cells of tables are wrapped, so that columns stay under each other. */
export function layOutBlock(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return block.level <= 2 ? underlined(block.text, block.level === 1 ? '=' : '-') : block.text;
    case 'quotation':
    case 'code':
      return indented(block.text, '    ');
    case 'list':
      return layOutList(block);
    case 'table':
      return (block.caption === '' ? '' : `${block.caption}\n`) + layOutTable(block.rows, block.headed);
    case 'image':
      return `[${[block.called, block.words].filter((part) => part !== '').join(': ') || 'picture'}]`;
    case 'rule':
      return '* * *';
  }
}

/** Notes, each under its number in brackets. */
export function layOutNotes(notes: readonly { number: number; text: string }[]): string {
  return notes.map(({ number, text }) => `[${number}] ${text}`).join('\n');
}

/** Words that lead to an address; one behind other words would be lost on paper. */
export function layOutLink(text: string, url: string): string {
  const address = url.replace(/^mailto:/, '');
  return text.includes(address) || url.includes(text) ? text : `${text} <${address}>`;
}

export function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(Math.min(72, Math.max(3, [...title].length)))}`;
}

function layOutList({ ordered, start, items }: TextList): string {
  return items
    .map(({ text, nested }, index) => {
      const sign = ordered ? `${start + index}. ` : '- ';
      const rest = ' '.repeat(sign.length);
      return sign + text.replaceAll('\n', `\n${rest}`) + (nested ? `\n${indented(layOutList(nested), rest)}` : '');
    })
    .join('\n');
}

function layOutTable(rows: readonly (readonly string[])[], headed: boolean): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const even = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => (row[column] ?? '').replaceAll('\n', ' ').trim()),
  );
  return textTable(even, headed);
}

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
}

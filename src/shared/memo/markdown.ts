import type { BlockContent, Blockquote, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { parse as parseYaml } from 'yaml';
import type { MarkdownPicture } from '../domain/memos';
import { cleanLanguage } from '../domain/language';
import { CommonplaceError } from '../result';
import {
  memoDocumentVersion,
  type BlockWriting,
  type ImageBlock,
  type Inline,
  type ListBlock,
  type MemoBlock,
  type MemoDocument,
} from './document';
import { headingWriting, markDivisions, within } from './markdown/divisions';
import { inlinesOf, type Conversion, type ResolveKey } from './markdown/inlines';
import { parseMarkdown } from './markdown/parse';
import { pictureFinder, withoutNumber } from './markdown/pictures';
import { tidyInlines } from './markdown/runs';

export type { ResolveKey } from './markdown/inlines';

export interface MarkdownMemo {
  /** From the front matter or the first heading of level 1; '' if there is neither (take the file's name). */
  title: string;
  /** What the front matter says that it is in: a BCP 47 tag, '' where it says nothing. */
  language: string;
  document: MemoDocument;
  /** Sentences for the user: what could not be kept, and why. */
  warnings: string[];
}

/**
 * Markdown with pandoc citations as a memo document: paragraphs, headings, lists, quotations, tables, code, links and
 * footnotes (`[^1]` and `^[inline]`); citations as in pandoc's User's Guide. A heading of level 1 at the very top becomes
 * the title and leaves the text. Unknown keys stay as text, with a warning. Throws `unreadable` for absurdly deep nesting.
 * @param pictures those that were kept for it; others leave their descriptions, with a warning
 * @param isPart of another text, whose title it does not have: its headings all stay
 */
export function markdownToMemo(
  markdown: string,
  resolve: ResolveKey,
  pictures: readonly MarkdownPicture[] = [],
  isPart = false,
): MarkdownMemo {
  const escapes = escapesFor(markdown);
  const divided = escapes.divide(cleaned(markdown));
  const parsed = parseMarkdown(escapes.hide(divided.text));
  const warnings = new Set<string>();
  const counts = { c: 0, f: 0, p: 0, t: 0 };
  let hoisted: ImageBlock[] = [];
  const conversion: Conversion = {
    parsed,
    resolve,
    warn: (message) => warnings.add(message),
    nextId: (letter) => `${letter}${(counts[letter] += 1)}`,
    unescape: escapes.show,
    picture: pictureFinder(pictures),
    hoist: (image) => void hoisted.push(image),
    showAttributes: escapes.showAttributes,
    takeAttributes: escapes.takeAttributes,
    openFootnotes: new Set(),
  };
  const nodes = parsed.root.children.filter((node) => node.type !== 'yaml');
  const facts = factsOfFrontMatter(parsed.frontMatter);
  let { title } = facts;
  const heading = nodes.find((node) => node.type === 'heading' && node.depth === 1);
  if (heading?.type === 'heading') {
    const quiet = { ...conversion, warn: () => {}, nextId: () => 'x', hoist: () => {} };
    const words = plainText(headingWriting(inlinesOf(heading.children, quiet, false)).children);
    if (title === '') title = words;
    if (nodes[0] === heading && title === words && !isPart) nodes.shift();
  }
  const divisions: BlockWriting[] = [];
  const blocks = nodes.flatMap((node) => {
    const mark = node.type === 'paragraph' ? divided.markOf(toText(node)) : undefined;
    if (mark === null) divisions.pop();
    else if (mark !== undefined) divisions.push(mark);
    if (mark !== undefined) return [];
    const own = blocksOf([node], conversion, false).map((block) => within(block, divisions));
    // Pictures stand between the blocks of a memo, never inside one.
    const all = [...own, ...hoisted];
    hoisted = [];
    return all;
  });
  const captioned = withCaptions(blocks, () => conversion.nextId('t'));
  if (captioned.length === 0) captioned.push({ type: 'paragraph', children: [] });
  return {
    title: title.slice(0, 500),
    language: facts.language,
    document: { version: memoDocumentVersion, blocks: captioned },
    warnings: [...warnings],
  };
}

function cleaned(markdown: string): string {
  return (
    markdown
      .replace(/^\uFEFF/u, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/\r\n?/gu, '\n')
      // The place where pandoc puts the bibliography, and its heading: a memo makes both anew.
      .replace(/\n#{1,6} [^\n]{0,500}\n+:{3,} ?\{#refs\}\n+:{3,}\s*$/u, '\n')
  );
}

/**
 * `\@` and `\[` are no citations and `\^` and `\~` no marks, but the parser drops the backslash before citations are looked for. So they are replaced
 * beforehand by characters that the text does not hold (private use), and turned back afterwards. So are the attributes that
 * pandoc writes behind pictures and links, which the parser would read as words.
 */
function escapesFor(markdown: string) {
  const free: string[] = [];
  for (let code = 0xe000; free.length < 8; code += 1) {
    const character = String.fromCharCode(code);
    if (!markdown.includes(character)) free.push(character);
  }
  const [at = '', bracket = '', open = '', close = '', begin = '', end = '', caret = '', tilde = ''] = free;
  const escaped = new Map([
    ['@', at],
    ['[', bracket],
    ['^', caret],
    ['~', tilde],
  ]);
  const attributes: string[] = [];
  const hidden = new RegExp(`${open}(\\d+)${close}`, 'gu');
  const first = new RegExp(`^${open}(\\d+)${close}`, 'u');
  const showAttributes = (text: string) => text.replace(hidden, (_, n: string) => attributes[Number(n)] ?? '');
  return {
    divide: (text: string) => markDivisions(text, begin, end),
    hide: (text: string) =>
      text
        .replace(/(?<=[)\]])\{(?=[#.]|[a-z]{1,20}=)(?:[^{}"\n]|"[^"\n]{0,2000}"){1,4000}\}/gu, (whole) => {
          attributes.push(whole);
          return `${open}${attributes.length - 1}${close}`;
        })
        .replace(/\\([\\@[^~])/gu, (whole, character: string) => escaped.get(character) ?? whole),
    show: (text: string, inCode: boolean) =>
      [...escaped].reduce(
        (shown, [character, hidden]) => shown.replaceAll(hidden, inCode ? `\\${character}` : character),
        showAttributes(text),
      ),
    showAttributes,
    takeAttributes: (text: string) => {
      const [whole = '', n = ''] = first.exec(text) ?? [];
      return { of: attributes[Number(n || -1)] ?? '', rest: text.slice(whole.length) };
    },
  };
}

function factsOfFrontMatter(yaml: string): { title: string; language: string } {
  const none = { title: '', language: '' };
  if (yaml === '') return none;
  try {
    const data: unknown = parseYaml(yaml, { maxAliasCount: 10 });
    if (typeof data !== 'object' || data === null) return none;
    const { title, lang } = data as Record<string, unknown>;
    return {
      // Pandoc reads strings of the metadata as Markdown, and our own exports escape them.
      title: typeof title === 'string' ? title.trim().replace(/\\([!-/:-@[-`{-~])/gu, '$1') : '',
      language: typeof lang === 'string' ? cleanLanguage(lang) : '',
    };
  } catch {
    return none;
  }
}

/** What a paragraph says that is nothing but text. */
function toText({ children: [only, ...more] }: Paragraph): string {
  return only?.type === 'text' && more.length === 0 ? only.value : '';
}

type AnyBlock = RootContent | BlockContent | DefinitionContent;

function blocksOf(nodes: AnyBlock[], conversion: Conversion, quoted: boolean): MemoBlock[] {
  const blocks: MemoBlock[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'paragraph': {
        const children = inlinesOf(node.children, conversion, false);
        if (children.length > 0) blocks.push({ type: quoted ? 'quotation' : 'paragraph', children });
        break;
      }
      case 'heading': {
        const children = inlinesOf(node.children, conversion, false);
        const level = Math.min(node.depth, 4) as 1 | 2 | 3 | 4;
        const { children: words, writing } = headingWriting(children);
        if (words.length > 0) blocks.push({ type: 'heading', level, ...writing, children: words });
        break;
      }
      case 'blockquote':
        blocks.push(...blocksOf((node as Blockquote).children, conversion, true));
        break;
      case 'list':
        blocks.push(listOf(node, conversion));
        break;
      case 'table':
        blocks.push(tableOf(node, conversion));
        break;
      case 'code':
        for (const text of slices(conversion.unescape(node.value, true))) blocks.push({ type: 'code', text });
        break;
      case 'thematicBreak':
        blocks.push({ type: 'rule' });
        break;
      case 'html':
        if (!node.value.trimStart().startsWith('<!--')) {
          conversion.warn('HTML inside the Markdown was kept as plain text.');
          const text = conversion.unescape(node.value, false);
          blocks.push({ type: 'paragraph', children: [{ type: 'text', text, formats: [], marks: [] }] });
        }
        break;
      default:
        break;
    }
  }
  return blocks;
}

function slices(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 100_000) parts.push(text.slice(at, at + 100_000));
  return parts.length > 0 ? parts : [''];
}

function listOf(list: List, conversion: Conversion): ListBlock {
  return {
    type: 'list',
    ordered: list.ordered === true,
    start: list.start ?? 1,
    items: list.children.map((item) => itemOf(item, conversion)),
  };
}

function itemOf(item: ListItem, conversion: Conversion): ListBlock['items'][number] {
  const children: Inline[] = [];
  let nested: ListBlock | null = null;
  if (typeof item.checked === 'boolean') {
    children.push({ type: 'text', text: item.checked ? '☑ ' : '☐ ', formats: [], marks: [] });
  }
  for (const [index, node] of item.children.entries()) {
    if (node.type === 'list') {
      const list = listOf(node, conversion);
      if (nested) nested.items.push(...list.items);
      else nested = list;
      continue;
    }
    // A list item holds one line of text: further paragraphs follow after a line break.
    for (const block of blocksOf([node], conversion, false)) {
      if (index > 0 && children.length > 0) children.push({ type: 'line-break' });
      if ('children' in block) children.push(...block.children);
      else if (block.type === 'code') children.push({ type: 'text', text: block.text, formats: ['code'], marks: [] });
      else conversion.warn('Tables and rules inside lists were left out.');
    }
  }
  return { children: tidyInlines(children), nested };
}

function tableOf(table: Table, conversion: Conversion): MemoBlock {
  const rows = table.children.map((row, index) => ({
    cells: row.children.map((cell) => ({ header: index === 0, children: inlinesOf(cell.children, conversion, false) })),
  }));
  // Markdown has no table without a head: an empty one stands for none.
  const isBare = rows.length > 1 && rows[0]?.cells.every(({ children }) => children.length === 0);
  return { type: 'table', rows: isBare ? rows.slice(1) : rows };
}

/** Pandoc's captions, `: What it shows`, stand below their tables; without the number that our own exports write. */
function withCaptions(blocks: readonly MemoBlock[], newId: () => string): MemoBlock[] {
  const all: MemoBlock[] = [];
  for (const block of blocks) {
    const table = all.at(-1);
    const [first, ...rest] = block.type === 'paragraph' ? block.children : [];
    if (table?.type === 'table' && !table.caption && first?.type === 'text' && first.text.startsWith(': ')) {
      const words = { ...first, text: withoutNumber(first.text.slice(2)) };
      all[all.length - 1] = { ...table, id: newId(), caption: words.text === '' ? rest : [words, ...rest] };
    } else all.push(block);
  }
  return all;
}

/** The words of inlines without notes and citations. */
function plainText(inlines: Inline[]): string {
  const parts = inlines.map((inline) => {
    if (inline.type === 'text') return inline.text;
    if (inline.type === 'link') return plainText(inline.children);
    return inline.type === 'line-break' ? ' ' : '';
  });
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** A title from a file's name: "bay_memo-2.md" → "bay memo-2". Never empty. */
export function titleFromFileName(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? '';
  const title = base
    .replace(/\.[^.]{1,8}$/u, '')
    .replaceAll('_', ' ')
    .trim();
  if (title === '') throw new CommonplaceError('bad-input', 'The file has no name. Give it one and try again.');
  return title.slice(0, 500);
}
